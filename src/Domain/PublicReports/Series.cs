namespace Compliance.Domain.PublicReports;

/// <summary>What commitments measure by: one figure out of the months of an institution.</summary>
public static class Series
{
    /// <summary>Per cent of the settled reports, two decimals.</summary>
    public const string SettledWithin14Days = "settledWithin14Days";

    /// <summary>Days, one decimal.</summary>
    public const string MedianDays = "medianDays";

    public static IReadOnlyList<string> Codes { get; } = [SettledWithin14Days, MedianDays];

    /// <summary>
    /// The value over all the months given; null where none of them settled anything. Of several months the shares are
    /// pooled, and the medians weigh as much as the reports behind them.
    /// </summary>
    public static decimal? ValueOf(string code, IReadOnlyCollection<CaseloadFigures> months)
    {
        if (!Codes.Contains(code))
        {
            throw new ArgumentOutOfRangeException(nameof(code), code, "No such series.");
        }

        var settled = months.Sum(month => (decimal)month.Settled);

        return settled == 0 ? null
            : code == SettledWithin14Days ? Rounded(100m * months.Sum(InTime) / settled, 2)
            : Rounded(months.Sum(month => month.Settled * (month.MedianDays ?? 0m)) / settled, 1);
    }

    /// <summary>
    /// Every late report is held against those settled, one that is still open too: nothing is gained by leaving it open.
    /// </summary>
    private static decimal InTime(CaseloadFigures month) => Math.Max(0, month.Settled - month.Over14Days);

    private static decimal Rounded(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);
}
