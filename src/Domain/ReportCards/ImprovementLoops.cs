using Compliance.Domain.Instruments;

namespace Compliance.Domain.ReportCards;

/// <summary>The development of a finding.</summary>
/// <param name="Achievement">The mean over the institution's units to which the indicator applied, 0 to 1.</param>
/// <param name="Units">The number of units at which it is a finding.</param>
/// <param name="Next">The same mean in the next result; null if it is unknown there.</param>
public sealed record FindingTrend(Indicator Indicator, decimal Achievement, int Units, decimal? Next)
{
    public decimal? Change => Next - Achievement;
}

public static class ImprovementLoops
{
    /// <summary>Compares the findings of a result with the outcomes of their indicators in the next one; the largest loss comes first.</summary>
    public static IReadOnlyList<FindingTrend> Of(Instrument instrument, IReadOnlyCollection<UnitOutcomes> units, IReadOnlyCollection<UnitOutcomes> next)
    {
        var (before, after) = (Means(units), Means(next));

        return
        [
            .. InstitutionFindings.Of(instrument, units).SelectMany(theme => theme.Findings)
                .OrderByDescending(finding => finding.PointsLost)
                .Select(finding => new FindingTrend(
                    finding.Indicator,
                    before[finding.Indicator.Code],
                    finding.Units.Count,
                    after.TryGetValue(finding.Indicator.Code, out var mean) ? mean : null)),
        ];
    }

    private static Dictionary<string, decimal> Means(IReadOnlyCollection<UnitOutcomes> units) => units
        .SelectMany(unit => unit.Outcomes)
        .Where(outcome => outcome.Achievement is not null)
        .GroupBy(outcome => outcome.Code, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Average(outcome => outcome.Achievement!.Value), StringComparer.Ordinal);
}
