using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.ReportCards;

/// <summary>What one indicator came to in a decided result.</summary>
/// <param name="Achievement">0 to 1; null where it did not apply or was never answered.</param>
/// <param name="Points">What it earned of its weight.</param>
/// <param name="Weight">In points, after the weight of what did not apply went to its siblings.</param>
public sealed record IndicatorOutcome(string Code, decimal? Achievement, decimal Points, decimal Weight);

/// <summary>An indicator whose achievement lies below its threshold.</summary>
/// <param name="PointsLost">How many more points it would have earned with a full achievement.</param>
public sealed record Finding(Indicator Indicator, decimal Achievement, decimal PointsLost, LocalizedText Advice);

/// <summary>The findings of one theme, the greatest loss first.</summary>
public sealed record ThemeFindings(Theme Theme, decimal PointsLost, IReadOnlyList<Finding> Findings);

public static class Findings
{
    /// <summary>
    /// Every indicator below its threshold, by theme: the theme and the finding that cost most come first, and what cost
    /// the same keeps the order of the instrument. What did not apply, is missing or has no theme is none.
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
