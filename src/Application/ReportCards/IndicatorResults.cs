using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.ReportCards;
using Compliance.Domain.Results;

namespace Compliance.Application.ReportCards;

public static class IndicatorResults
{
    /// <summary>
    /// Returns the outcomes of the indicators of an institution's assessed units, by the newest announced decision of a year. Empty if the
    /// result was imported: only the points of dimensions are known of published results.
    /// </summary>
    public static async Task<IReadOnlyList<UnitOutcomes>> IndicatorResultsOf(
        this IComplianceDb db, InstitutionId institution, int year, CancellationToken cancellationToken)
    {
        var newest = await (
            from decided in db.DecidedInstitutions.AsNoTracking()
            join decision in db.Decisions on decided.DecisionId equals decision.Id
            where decided.InstitutionId == institution && decision.Year == year
                && db.Announcements.Any(each => each.DecisionId == decision.Id && each.Publication != null)
            orderby decision.Ordinal descending
            select decided).FirstOrDefaultAsync(cancellationToken);

        if (newest is null)
        {
            return [];
        }

        var units = newest.Content.Units.Where(unit => unit.Status == ResultStatus.Assessed).ToList();
        var assessments = units.ConvertAll(unit => unit.Assessment);
        var figures = (await db.UnitFigures.AsNoTracking().Where(each => assessments.Contains(each.AssessmentId)).ToListAsync(cancellationToken))
            .ToDictionary(each => (each.AssessmentId, each.InputsSha256));

        return [.. units.Select(unit => OutcomesOf(unit, figures[(unit.Assessment, unit.InputsSha256!)]))];
    }

    private static UnitOutcomes OutcomesOf(DecidedUnit unit, UnitFigures figures) =>
        new(unit.Unit, [.. figures.Indicators.Select(each => new IndicatorOutcome(each.Code, each.Achievement, each.Points ?? 0m, each.Weight))]);
}
