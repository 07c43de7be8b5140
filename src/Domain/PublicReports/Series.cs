using Compliance.Domain.Common;

namespace Compliance.Domain.PublicReports;

/// <summary>A figure from the monthly public reports of an institution by which a commitment is measured.</summary>
public enum CaseloadSeries
{
    /// <summary>Per cent of the settled reports, two decimals.</summary>
    SettledWithin14Days,

    /// <summary>Days, one decimal.</summary>
    MedianDays,
}

public static class Series
{
    /// <summary>
    /// The value over all the months given; null where none of them settled anything. Of several months the shares are
    /// pooled, and the medians weigh as much as the reports behind them.
    /// </summary>
    public static decimal? ValueOver(this CaseloadSeries series, IReadOnlyCollection<CaseloadFigures> months)
    {
        var settled = months.Sum(month => (decimal)month.Settled);

        return settled == 0 ? null : series.Rounded(series.SumOf(months) / settled);
    }

    /// <summary>A value with as many decimals as the series has.</summary>
    public static decimal Rounded(this CaseloadSeries series, decimal value) =>
        Rounding.HalfAwayFromZero(value, series == CaseloadSeries.SettledWithin14Days ? 2 : 1);

    private static decimal SumOf(this CaseloadSeries series, IReadOnlyCollection<CaseloadFigures> months) => series switch
    {
        CaseloadSeries.SettledWithin14Days => 100m * months.Sum(InTime),
        CaseloadSeries.MedianDays => months.Sum(month => month.Settled * (month.MedianDays ?? 0m)),
        _ => throw new ArgumentOutOfRangeException(nameof(series), series, "No such series."),
    };

    /// <summary>
    /// Every late report is held against those settled, one that is still open too: nothing is gained by leaving it open.
    /// </summary>
    private static decimal InTime(CaseloadFigures month) => Math.Max(0, month.Settled - month.Over14Days);
}
