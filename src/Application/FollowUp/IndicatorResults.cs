using Compliance.Domain.FollowUp;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Application.FollowUp;

public static class IndicatorResults
{
    /// <summary>
    /// What the indicators of an institution's assessed units came to by the newest announced decision of a year. None where the
    /// result was imported: of published results nobody knows more than the points of dimensions.
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

        return newest is null ? [] :
        [
            .. newest.Content.Units.Where(unit => unit.Status == ResultStatus.Assessed).Select(unit => new UnitOutcomes(
                unit.Unit,
                [.. unit.Indicators.Select(each => new IndicatorOutcome(each.Code, each.Achievement, each.Points ?? 0m, each.Weight))])),
        ];
    }
}
