using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.ReportCards;

/// <summary>The outcome of one indicator in a decided result.</summary>
/// <param name="Achievement">0 to 1; null if it did not apply or was not answered.</param>
/// <param name="Points">The points it earned.</param>
/// <param name="Weight">In points, after the weight of what did not apply was distributed to its siblings.</param>
public sealed record IndicatorOutcome(string Code, decimal? Achievement, decimal Points, decimal Weight);

/// <summary>An indicator whose achievement is below its threshold.</summary>
/// <param name="PointsLost">The additional points that a full achievement would earn.</param>
public sealed record Finding(Indicator Indicator, decimal Achievement, decimal PointsLost, LocalizedText Advice);

/// <summary>The findings of one theme, the largest loss first.</summary>
public sealed record ThemeFindings(Theme Theme, decimal PointsLost, IReadOnlyList<Finding> Findings);

public static class Findings
{
    /// <summary>
    /// Returns every indicator below its threshold, by theme: themes and findings with the largest loss come first, equal losses
    /// in the order of the instrument. An indicator that did not apply, is missing or has no theme is not a finding.
    /// </summary>
    public static IReadOnlyList<ThemeFindings> Of(Instrument instrument, IReadOnlyCollection<IndicatorOutcome> outcomes)
    {
        var byCode = outcomes.ToDictionary(outcome => outcome.Code, StringComparer.Ordinal);

        return
        [
            .. instrument.Indicators
                .Where(indicator => indicator.Theme is not null && byCode.ContainsKey(indicator.Code))
                .Select(indicator => FindingOf(indicator, byCode[indicator.Code]))
                .OfType<Finding>()
                .GroupBy(finding => finding.Indicator.Theme!.Value)
                .Select(group => new ThemeFindings(
                    group.Key, group.Sum(finding => finding.PointsLost), [.. group.OrderByDescending(finding => finding.PointsLost)]))
                .OrderByDescending(theme => theme.PointsLost)
                .ThenBy(theme => theme.Theme),
        ];
    }

    private static Finding? FindingOf(Indicator indicator, IndicatorOutcome outcome) =>
        outcome.Achievement is { } achievement && achievement < indicator.Threshold
            ? new(indicator, achievement, outcome.Weight - outcome.Points, indicator.Advice!)
            : null;
}
