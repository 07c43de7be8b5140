using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Results;

namespace Compliance.Application.Decisions;

/// <summary>
/// Records the Chair's decision: fixes every unit as verified, and every institution and rank of the cycle, in one transaction, and
/// freezes their inputs. Repeating the same decision changes nothing.
/// </summary>
/// <param name="Number">As printed, such as <c>418/2023</c>.</param>
[Needs(Permission.DecideCycles)]
public sealed record DecideCycle(int Year, string? Number, DateOnly? Date) : IRequest<DecisionDetails>, IRepeatable;

internal sealed class DecideCycleValidator : AbstractValidator<DecideCycle>
{
    public DecideCycleValidator()
    {
        RuleFor(request => request.Number).Required().Text(PlainText.NameLength);
        RuleFor(request => request.Date).Required();
    }
}

internal sealed class DecideCycleHandler(IComplianceDb db, IDecisionStore store, InstrumentLibrary library, AuditKeys keys, TimeProvider clock)
    : IRequestHandler<DecideCycle, DecisionDetails>
{
    public async Task<DecisionDetails> Handle(DecideCycle request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);

        if (cycle.IsDecided)
        {
            var current = await db.Decisions.AsNoTracking().SingleAsync(each => each.CycleId == cycle.Id && each.Ordinal == 1, cancellationToken);
            Rule.Require((current.Number, current.Date) == (request.Number, request.Date), CycleErrors.Decided);

            return DecisionDetails.Of(current, await db.Announcements.AsNoTracking().SingleOrDefaultAsync(each => each.DecisionId == current.Id, cancellationToken));
        }

        Rule.Require(!await db.Decisions.AnyAsync(each => each.Number == request.Number, cancellationToken), DecisionErrors.NumberTaken);

        return DecisionDetails.Of(await Decide(cycle, request, cancellationToken), null);
    }

    /// <summary>Locks and freezes before it reads, so that later changes are refused and earlier ones are included.</summary>
    private async Task<Decision> Decide(Cycle cycle, DecideCycle request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Begin(cancellationToken);
        await store.LockCycle(cycle.Id, cancellationToken);
        cycle.Decide(request.Date!.Value, now, await db.UnsettledOf(cycle, IndonesianTime.DayOf(now), cancellationToken));
        await store.Freeze(cycle.Id, cancellationToken);
        var known = await library.Get(db, cycle.Instrument, cancellationToken);
        var decision = Decision.First(EntityId.New<DecisionId>(now), cycle, request.Number!, request.Date.Value, now);
        var decided = await Combine(cycle, known, decision, cancellationToken);
        db.Decisions.Add(decision);
        await db.SaveChangesAsync(cancellationToken);
        await store.Append(decided, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return decision;
    }

    /// <summary>Combines the figures that were computed when each unit was verified.</summary>
    private async Task<IReadOnlyList<DecidedInstitution>> Combine(Cycle cycle, KnownInstrument known, Decision decision, CancellationToken cancellationToken)
    {
        var units = await db.UnitsOf(cycle, cancellationToken);
        var institutions = units.DistinctBy(unit => unit.Institution).ToDictionary(unit => unit.Institution, unit => unit.InstitutionId, StringComparer.Ordinal);
        List<DecidedContent> contents =
        [
            .. units.GroupBy(unit => (unit.Institution, unit.Kind, unit.Province)).Select(group => DecisionCalculator.Combine(
                known.Instrument, group.Key.Institution, group.Key.Kind, group.Key.Province, group.Select(unit => unit.Decide(known.Instrument)))),
        ];
        List<DecidedInstitution> decided =
            [.. DecisionCalculator.Ranked(contents).AsParallel().AsOrdered().Select(content => new DecidedInstitution(decision.Id, institutions[content.Code], content))];
        decision.Seal(
            known.Sha256,
            DecisionHashes.OfInputs(units.Select(unit => unit.InputsSha256)),
            DecisionHashes.OfResults(decided.Select(each => each.Text)),
            CoverageOf(contents),
            keys.Current);

        return decided;
    }

    private static Coverage CoverageOf(List<DecidedContent> contents)
    {
        var units = contents.SelectMany(content => content.Units).ToList();
        var assessed = units.Count(unit => unit.Status == ResultStatus.Assessed);

        return new(contents.Count, units.Count, assessed, units.Count - assessed);
    }
}
