using System.Runtime.CompilerServices;
using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.Decisions;

/// <summary>
/// Records the Chair's decision: computes every unit, institution and rank of the cycle in one transaction, and freezes what they
/// follow from. The same decision again changes nothing.
/// </summary>
/// <param name="Number">As printed, <c>418/2023</c>.</param>
[Needs(Permission.DecideCycles)]
public sealed record DecideCycle(int Year, string? Number, DateOnly? Date) : IRequest<DecisionDetails>;

internal sealed class DecideCycleValidator : AbstractValidator<DecideCycle>
{
    public DecideCycleValidator()
    {
        RuleFor(request => request.Number).NotEmpty().WithErrorCode("required");
        RuleFor(request => request.Number).Text(PlainText.NameLength);
        RuleFor(request => request.Date).NotNull().WithErrorCode("required");
    }
}

internal sealed class DecideCycleHandler(IComplianceDb db, InstrumentLibrary library, AuditKeys keys, TimeProvider clock) : IRequestHandler<DecideCycle, DecisionDetails>
{
    /// <summary>Institutions that wait or are computed: enough for any number of processors, and little memory.</summary>
    private const int MostAtOnce = 32;

    public async Task<DecisionDetails> Handle(DecideCycle request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);

        if (cycle.IsDecided)
        {
            var standing = await db.Decisions.AsNoTracking().SingleAsync(each => each.CycleId == cycle.Id && each.Ordinal == 1, cancellationToken);
            Rule.Require((standing.Number, standing.Date) == (request.Number, request.Date), CycleErrors.Decided);

            return DecisionDetails.Of(standing, await db.Announcements.AsNoTracking().SingleOrDefaultAsync(each => each.DecisionId == standing.Id, cancellationToken));
        }

        Rule.Require(!await db.Decisions.AnyAsync(each => each.Number == request.Number, cancellationToken), DecisionErrors.NumberTaken);

        return DecisionDetails.Of(await Decide(cycle, request, cancellationToken), null);
    }

    /// <summary>Holds and freezes before it reads: what comes later is refused, what came before is seen.</summary>
    private async Task<Decision> Decide(Cycle cycle, DecideCycle request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Begin(cancellationToken);
        await db.Hold(cycle.Id, cancellationToken);
        cycle.Decide(request.Date!.Value, now, await db.UnsettledOf(cycle, IndonesianTime.DayOf(now), cancellationToken));
        await db.Freeze(cycle.Id, cancellationToken);
        var known = await library.Get(db, cycle.Instrument, cancellationToken);
        var decision = Decision.First(EntityId.New<DecisionId>(now), cycle, request.Number!, request.Date.Value, now);
        var decided = await Compute(cycle, known, decision, cancellationToken);
        db.Decisions.Add(decision);
        await db.SaveChangesAsync(cancellationToken);
        await db.Append(decided, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return decision;
    }

    private async Task<IReadOnlyList<DecidedInstitution>> Compute(Cycle cycle, KnownInstrument known, Decision decision, CancellationToken cancellationToken)
    {
        using var inputs = new ContentHash();
        var institutions = new Dictionary<string, InstitutionId>(StringComparer.Ordinal);
        List<DecidedContent> contents = [];

        await foreach (var (institution, content, texts) in Combined(cycle, known.Instrument, cancellationToken))
        {
            texts.ForEach(inputs.Add);
            institutions.Add(content.Code, institution);
            contents.Add(content);
        }

        using var results = new ContentHash();
        List<DecidedInstitution> decided = [];

        foreach (var content in Deciding.Ranked(contents))
        {
            decided.Add(new(decision.Id, institutions[content.Code], content));
            results.Add(decided[^1].Text);
        }

        decision.Seal(known.Sha256, inputs.Take(), results.Take(), CoverageOf(contents), keys.Current);

        return decided;
    }

    /// <summary>In the order in which they are read; a few are computed while the next ones are read.</summary>
    private async IAsyncEnumerable<CombinedInstitution> Combined(Cycle cycle, Instrument instrument, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var under = new Queue<Task<CombinedInstitution>>(MostAtOnce);

        await foreach (var (institution, units) in db.InstitutionsOf(cycle, cancellationToken))
        {
            if (under.Count == MostAtOnce)
            {
                yield return await under.Dequeue();
            }

            under.Enqueue(Task.Run(() => Combine(instrument, institution, units), cancellationToken));
        }

        while (under.TryDequeue(out var next))
        {
            yield return await next;
        }
    }

    private static CombinedInstitution Combine(Instrument instrument, Institution institution, IReadOnlyList<DecidableUnit> units)
    {
        List<DecidedUnit> decided = [];
        List<string> texts = [];

        foreach (var input in units.Select(unit => (unit.Name, Input: unit.ToInput())))
        {
            texts.Add(DecidedText.InputOf(input.Input));
            decided.Add(Deciding.Decide(instrument, input.Name, input.Input, texts[^1]));
        }

        return new(institution.Id, Deciding.Combine(instrument, institution.Code, institution.Kind, institution.Province, decided), texts);
    }

    private static Coverage CoverageOf(List<DecidedContent> contents)
    {
        var units = contents.SelectMany(content => content.Units).ToList();
        var assessed = units.Count(unit => unit.Status == ResultStatus.Assessed);

        return new(contents.Count, units.Count, assessed, units.Count - assessed);
    }

    /// <param name="Inputs">Of its units, as texts.</param>
    private sealed record CombinedInstitution(InstitutionId Id, DecidedContent Content, List<string> Inputs);
}
