using Compliance.Application.Clarifications;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.Decisions;

/// <summary>Reads what a decision about a cycle covers.</summary>
internal static class DecidableUnits
{
    /// <summary>Returns what must be settled before results can be adopted or decided.</summary>
    public static async Task<IReadOnlyList<Fault>> UnsettledOf(this IComplianceDb db, Cycle cycle, DateOnly today, CancellationToken cancellationToken)
    {
        var assessments = db.Assessments.AsNoTracking().IgnoreQueryFilters().Where(assessment => assessment.CycleId == cycle.Id);
        Rule.Require(await assessments.AnyAsync(cancellationToken), CycleErrors.NothingAssessed);
        var open = await (
            from assessment in assessments
            where assessment.Status != AssessmentStatus.Verified && assessment.Status != AssessmentStatus.NotAssessed
            join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
            orderby assessment.Id
            select new { assessment.Id, unit.Name, assessment.Status }).ToListAsync(cancellationToken);

        var unanswered = await db.UnansweredClarifications(cycle.Id, cancellationToken);

        return
        [
            .. cycle.AcceptsClarificationsOn(today) ? [CycleErrors.ClarificationsOpen.At("/clarification")] : Array.Empty<Fault>(),
            .. unanswered.Select(id => CycleErrors.ClarificationUnanswered.At($"/clarifications/{id.Value}")),
            .. open.Select(each => AssessmentErrors.AssessmentOpen(each.Name, each.Status).At($"/assessments/{each.Id.Value}")),
        ];
    }

    /// <summary>Returns every unit of a cycle with its computed figures, in the order in which inputs are published.</summary>
    public static async Task<List<DecidableUnit>> UnitsOf(this IComplianceDb db, Cycle cycle, CancellationToken cancellationToken) => await (
        from each in db.InOrderOfPublication(cycle)
        from figures in db.UnitFigures
            .Where(figures => figures.AssessmentId == each.Assessment.Id && figures.InputsSha256 == each.Assessment.VerifiedInputs).DefaultIfEmpty()
        select new DecidableUnit(
            each.Institution.Id,
            each.Institution.Code,
            each.Institution.Kind,
            each.Institution.Province,
            each.Unit.Id,
            each.Unit.Name,
            each.Assessment.Id,
            each.Assessment.NotAssessedReason,
            figures == null ? null : new UnitFiguresSummary(each.Assessment.Id, figures.InputsSha256, figures.Sha256, figures.Score, figures.Dimensions)))
        .ToListAsync(cancellationToken);

    /// <summary>Adds figures to the next save unless they are already stored: the same inputs may be verified twice.</summary>
    public static async Task Keep(this IComplianceDb db, IReadOnlyCollection<UnitFigures> figures, CancellationToken cancellationToken)
    {
        var assessments = figures.Select(each => each.AssessmentId).ToList();
        var known = await db.UnitFigures.AsNoTracking().Where(each => assessments.Contains(each.AssessmentId))
            .Select(each => new { each.AssessmentId, each.InputsSha256 }).ToListAsync(cancellationToken);
        db.UnitFigures.AddRange(figures.Where(each => !known.Contains(new { each.AssessmentId, each.InputsSha256 })));
    }

    /// <summary>Returns the content of the newest decision of a cycle about an institution.</summary>
    public static async Task<DecidedContent?> NewestContent(
        this IComplianceDb db, CycleId cycle, InstitutionId institution, CancellationToken cancellationToken) => (await (
            from decided in db.DecidedInstitutions.AsNoTracking()
            join decision in db.Decisions on decided.DecisionId equals decision.Id
            where decided.InstitutionId == institution && decision.CycleId == cycle
            orderby decision.Ordinal descending
            select decided).FirstOrDefaultAsync(cancellationToken))?.Content;

    /// <summary>Returns the inputs of a cycle's results, unfiltered: those who decide may see everything, and announced inputs are public.</summary>
    public static IQueryable<FrozenSheet> SheetsOf(this IComplianceDb db, Cycle cycle) =>
        from each in db.InOrderOfPublication(cycle)
        join sheet in db.Sheets on each.Assessment.Id equals sheet.AssessmentId
        select new FrozenSheet { Assessment = each.Assessment, Answers = sheet.Answers };

    /// <summary>Returns the figures of the assessed units of a cycle, in the order of <see cref="SheetsOf"/>.</summary>
    public static IQueryable<UnitFigures> FiguresOf(this IComplianceDb db, Cycle cycle) =>
        from each in db.InOrderOfPublication(cycle)
        join figures in db.UnitFigures
            on new { AssessmentId = each.Assessment.Id, InputsSha256 = each.Assessment.VerifiedInputs! } equals new { figures.AssessmentId, figures.InputsSha256 }
        select figures;

    /// <summary>
    /// Returns every unit of a cycle, unfiltered and untracked, in the order in which a decision hashes and publishes them; the order is
    /// part of what is signed.
    /// </summary>
    private static IQueryable<PlannedUnit> InOrderOfPublication(this IComplianceDb db, Cycle cycle) =>
        from assessment in db.Assessments.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters()
        where assessment.CycleId == cycle.Id
        join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
        join institution in db.Institutions on unit.InstitutionId equals institution.Id
        orderby institution.Code, unit.Id
        select new PlannedUnit { Assessment = assessment, Unit = unit, Institution = institution };

    private sealed class PlannedUnit
    {
        public required Assessment Assessment { get; init; }

        public required ServiceUnit Unit { get; init; }

        public required Institution Institution { get; init; }
    }
}

/// <param name="Figures">Null if it was not assessed.</param>
internal sealed record DecidableUnit(
    InstitutionId InstitutionId,
    string Institution,
    InstitutionKind Kind,
    string? Province,
    ServiceUnitId Unit,
    string Name,
    AssessmentId Assessment,
    NotAssessedReason? NotAssessed,
    UnitFiguresSummary? Figures)
{
    /// <summary>The hash of the verified inputs, or of the statement that the unit was not assessed.</summary>
    public string InputsSha256 => Figures?.InputsSha256 ?? DecisionHashes.OfInput(UnitInput.Without(Unit, Assessment, NotAssessed!.Value));

    public DecidedUnit Decide(Instrument instrument) =>
        Figures is null ? DecidedUnit.NotAssessed(Unit, Name, Assessment, NotAssessed!.Value) : DecidedUnit.Assessed(instrument, Unit, Name, Figures);
}

internal sealed record FrozenSheet
{
    public required Assessment Assessment { get; init; }

    public required IReadOnlyList<StoredAnswer> Answers { get; init; }

    public UnitInput ToInput() => Assessment.NotAssessedReason is { } reason
        ? UnitInput.Without(Assessment.UnitId, Assessment.Id, reason)
        : UnitInput.Of(Assessment, Answers);
}
