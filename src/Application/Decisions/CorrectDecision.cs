using System.ComponentModel.DataAnnotations;
using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>
/// Records a further decision that corrects answers of announced assessments, with a public reason. It changes only the named
/// units and their institutions.
/// </summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="AnnounceAt">When it is announced; at once if left out.</param>
[Needs(Permission.DecideCycles)]
public sealed record CorrectDecision(
    int Year,
    Guid? Id,
    string? Number,
    DateOnly? Date,
    string? Reason,
    DateTimeOffset? AnnounceAt,
    IReadOnlyList<AssessmentCorrection>? Assessments) : IRequest<DecisionDetails>, IRepeatable
{
    public const int MostAssessments = 1_000;
}

/// <param name="Answers">The correct answers; all others stay unchanged.</param>
public sealed record AssessmentCorrection(Guid? Assessment, [property: MaxLength(ScoreUnit.MostAnswers)] IReadOnlyList<AnswerInput>? Answers);

internal sealed class CorrectDecisionValidator : AbstractValidator<CorrectDecision>
{
    public CorrectDecisionValidator()
    {
        RuleFor(request => request.Number).Required().Text(PlainText.NameLength);
        RuleFor(request => request.Date).Required();
        RuleFor(request => request.Reason).Required().Lines(PlainText.NoteLength);
        RuleFor(request => request.Assessments).Required().AtMost(CorrectDecision.MostAssessments);
        RuleForEach(request => request.Assessments).Required().ChildRules(row =>
        {
            row.RuleFor(each => each.Assessment).Required();
            row.RuleFor(each => each.Answers).Required();
            row.RuleForEach(each => each.Answers).Required();
        });
    }
}

internal sealed class CorrectDecisionHandler(IComplianceDb db, InstrumentLibrary library, Corrections corrections, AnnouncementPublisher announcing, TimeProvider clock)
    : IRequestHandler<CorrectDecision, DecisionDetails>
{
    public async Task<DecisionDetails> Handle(CorrectDecision request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var decisions = await db.Decisions.AsNoTracking().Where(each => each.CycleId == cycle.Id).OrderBy(each => each.Ordinal).ToListAsync(cancellationToken);

        if (request.Id is { } given && decisions.Find(each => each.Id.Value == given) is { } same)
        {
            Rule.Require((same.Number, same.Date, same.Reason) == (request.Number, request.Date, request.Reason), DecisionErrors.IdTaken);

            return DecisionDetails.Of(same, await db.Announcements.AsNoTracking().SingleOrDefaultAsync(each => each.DecisionId == same.Id, cancellationToken));
        }

        await Check(request, cycle, decisions, now, cancellationToken);
        var known = await library.Get(db, cycle.Instrument, cancellationToken);
        var id = EntityId.GivenOrNew<DecisionId>(request.Id, now);
        var decision = Decision.Correction(id, decisions[^1], request.Number!, request.Date!.Value, request.Reason!, now);
        await corrections.Apply(decision, cycle, known, request.Assessments!, cancellationToken);
        db.Decisions.Add(decision);
        db.Announcements.Add(Announcement.Of(decision, request.AnnounceAt ?? now));
        await db.SaveChangesAsync(cancellationToken);
        await announcing.PublishDue(cycle.Year, cancellationToken);

        return DecisionDetails.Of(decision, await db.Announcements.AsNoTracking().SingleAsync(each => each.DecisionId == decision.Id, cancellationToken));
    }

    private async Task Check(CorrectDecision request, Cycle cycle, List<Decision> decisions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Rule.Require(decisions.Count > 0, CycleErrors.NotDecided);
        var last = decisions[^1];
        Rule.Require(
            await db.Announcements.AnyAsync(each => each.DecisionId == last.Id && each.Publication != null, cancellationToken), DecisionErrors.NotAnnounced);
        Rule.Require(request.Date >= last.Date && request.Date <= IndonesianTime.DayOf(now), CycleErrors.DecisionOutOfTime);
        Rule.Require(!await db.Decisions.AnyAsync(each => each.Number == request.Number, cancellationToken), DecisionErrors.NumberTaken);
    }
}
