using Compliance.Application.Audit;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <param name="Assessment">Hidden from its second scorer until the second scoring is completed.</param>
/// <param name="Scorer">The e-mail address of the second scorer; null until it is assigned.</param>
/// <param name="Answered">How many observations have a second answer.</param>
public sealed record SecondScoringDetails(
    Guid Id,
    int Cycle,
    Guid Assessment,
    UnitRef Unit,
    InstitutionRef Institution,
    SecondScoringState State,
    string? Scorer,
    int Answered,
    DateTimeOffset? CompletedAt,
    int Version,
    IReadOnlyList<string> AllowedActions);

internal static class SecondScoringQueries
{
    /// <summary>Returns second scorings with the names to show, even if the caller may not see the assessments themselves.</summary>
    public static IQueryable<SecondScoringRow> SecondScoringsWithNames(this IComplianceDb db) => (
        from scoring in db.SecondScorings.AsNoTracking()
        join assessment in db.Assessments on scoring.AssessmentId equals assessment.Id
        join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
        join institution in db.Institutions on unit.InstitutionId equals institution.Id
        join account in db.Accounts on scoring.ScorerId equals (AccountId?)account.Id into assigned
        from scorer in assigned.DefaultIfEmpty()
        select new SecondScoringRow
        {
            Scoring = scoring,
            Unit = new(unit.Id.Value, unit.Name),
            Institution = new(institution.Code, institution.Name, institution.Kind, institution.Province),
            Scorer = scorer == null ? null : scorer.Email,
        }).IgnoreQueryFilters();

    public static async Task<SecondScoringDetails> ShowSecondScoring(
        this IComplianceDb db, SecondScoringId id, Caller caller, CancellationToken cancellationToken) =>
        (await db.SecondScoringsWithNames().SingleAsync(row => row.Scoring.Id == id, cancellationToken)).ToDetails(caller);

    /// <summary>Loads a second scoring to change it; "not found" if the caller's grants do not cover its cycle.</summary>
    public static async Task<SecondScoring> LoadSecondScoring(
        this IComplianceDb db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var scoring = await db.SecondScorings.SingleOrDefaultAsync(each => each.Id == SecondScoringId.From(id), cancellationToken);

        return scoring is not null && CycleScope.Of(caller, Permission.ReadSecondScorings).Covers(scoring.Year) ? scoring : throw new NotFoundException(ResourceKind.SecondScoring, id);
    }

    /// <summary>Loads a second scoring for its scorer only; if a version is given, it must be the current one.</summary>
    public static async Task<SecondScoring> LoadOwnSecondScoring(
        this IComplianceDb db, Guid id, ExpectedVersions? version, Caller caller, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadSecondScoring(id, caller, cancellationToken);
        scoring.RequireScorer(caller);

        if (version is not null)
        {
            scoring.RequireVersion(version);
        }

        return scoring;
    }

    /// <summary>Returns everyone who worked on the assessment, according to its audit chain.</summary>
    public static Task<IReadOnlyList<string>> WorkersOn(this IComplianceDb db, SecondScoring scoring, CancellationToken cancellationToken) =>
        db.ActorsOn(Assessment.ResourceOf(scoring.AssessmentId), null, cancellationToken);
}

internal sealed record SecondScoringRow
{
    public required SecondScoring Scoring { get; init; }

    public required UnitRef Unit { get; init; }

    public required InstitutionRef Institution { get; init; }

    public required string? Scorer { get; init; }

    public SecondScoringDetails ToDetails(Caller caller) => new(
        Scoring.Id.Value,
        Scoring.Year,
        Scoring.AssessmentId.Value,
        Unit,
        Institution,
        Scoring.State,
        Scorer,
        Scoring.Answers.Count,
        Scoring.CompletedAt,
        Scoring.Version,
        [.. AllowedActions(caller)]);

    private IEnumerable<string> AllowedActions(Caller caller)
    {
        if (!Scoring.IsBegun && CycleScope.Of(caller, Permission.DrawSecondScorings).Covers(Scoring.Year))
        {
            yield return "assignSecondScoring";
        }

        if (Scoring.ScorerId is null && CycleScope.Of(caller, Permission.ScoreSecond).Covers(Scoring.Year))
        {
            yield return "claimSecondScoring";
        }

        if (Scoring.CompletedAt is null && Scoring.IsOf(caller))
        {
            yield return "putSecondAnswers";
            yield return "completeSecondScoring";
        }
    }
}
