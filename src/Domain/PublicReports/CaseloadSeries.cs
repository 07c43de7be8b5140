using Compliance.Domain.Common;

namespace Compliance.Domain.PublicReports;

/// <summary>A figure from the monthly public reports of an institution by which a commitment is measured.</summary>
public enum CaseloadSeries
{
    /// <summary>The percentage of the settled reports, with two decimals.</summary>
    SettledWithin14Days,

    /// <summary>In days, with one decimal.</summary>
    MedianDays,
}

public static class CaseloadSeriesValues
{
    /// <summary>
    /// Returns the value over all given months; null if no report was settled in them. Over several months the shares are
    /// pooled, and each median is weighted by the number of its reports.
    /// </summary>
    public static decimal? ValueOver(this CaseloadSeries series, IReadOnlyCollection<CaseloadFigures> months)
    {
        var settled = months.Sum(month => (decimal)month.Settled);

        return settled == 0 ? null : series.Rounded(series.SumOf(months) / settled);
    }

    /// <summary>Rounds a value to the decimals of the series.</summary>
    public static decimal Rounded(this CaseloadSeries series, decimal value) =>
        Rounding.HalfAwayFromZero(value, series == CaseloadSeries.SettledWithin14Days ? 2 : 1);

    private static decimal SumOf(this CaseloadSeries series, IReadOnlyCollection<CaseloadFigures> months) => series switch
    {
        CaseloadSeries.SettledWithin14Days => 100m * months.Sum(InTime),
        CaseloadSeries.MedianDays => months.Sum(month => month.Settled * (month.MedianDays ?? 0m)),
        _ => throw new ArgumentOutOfRangeException(nameof(series), series, "No such series."),
    };

    /// <summary>
    /// Every late report reduces the number of those settled in time, even one that is still open, so that leaving a report open gains nothing.
    /// </summary>
    private static decimal InTime(CaseloadFigures month) => Math.Max(0, month.Settled - month.Over14Days);
}
