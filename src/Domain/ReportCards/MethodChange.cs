using Compliance.Domain.Instruments;

namespace Compliance.Domain.ReportCards;

/// <summary>The scores at which a zone, or a category if there are no zones, began before and begins now.</summary>
/// <param name="Before">Null if the earlier instrument does not have it.</param>
/// <param name="After">Null if the later instrument does not have it.</param>
public sealed record ChangedThreshold(Common.LocalizedText Label, decimal? Before, decimal? After);

public sealed record ChangedWeight(Common.LocalizedText Name, decimal Before, decimal After);

/// <summary>The differences between the methods of two years, derived from their instruments only.</summary>
/// <param name="Cuts">The zones or categories that begin at another score, best first.</param>
/// <param name="Weights">The dimensions with another weight, if both instruments publish weights.</param>
/// <param name="WeightsUnknown">Whether one of the two publishes no weights, so that they cannot be compared.</param>
/// <param name="Added">The indicators that only the later instrument has, if both publish them.</param>
/// <param name="Removed">The indicators that only the earlier instrument has.</param>
public sealed record MethodChange(
    IReadOnlyList<ChangedThreshold> Cuts,
    IReadOnlyList<ChangedWeight> Weights,
    bool WeightsUnknown,
    IReadOnlyList<Indicator> Added,
    IReadOnlyList<Indicator> Removed)
{
    /// <summary>Whether the same score has another meaning in the other year, so that the two must not be compared.</summary>
    public bool IsBreak => Cuts.Count > 0 || Weights.Count > 0;

    public static MethodChange Between(Instrument before, Instrument after)
    {
        var weightsUnknown = before.IsResultsOnly || after.IsResultsOnly;

        return new(
            MovedCuts(before, after),
            weightsUnknown ? [] : MovedWeights(before, after),
            weightsUnknown,
            weightsUnknown ? [] : Missing(after, before),
            weightsUnknown ? [] : Missing(before, after));
    }

    /// <summary>Compares zones if both have them, since several bands may share one; otherwise bands, by their position from the top.</summary>
    private static IReadOnlyList<ChangedThreshold> MovedCuts(Instrument before, Instrument after)
    {
        if (before.Zones is { Count: > 0 } old && after.Zones is { Count: > 0 } next)
        {
            return
            [
                .. next.Select(each => each.Zone.Code).Union(old.Select(each => each.Zone.Code))
                    .Select(code => (Old: old.FirstOrDefault(each => each.Zone.Code == code), Next: next.FirstOrDefault(each => each.Zone.Code == code)))
                    .Select(pair => new ChangedThreshold((pair.Next ?? pair.Old)!.Zone.Label, pair.Old?.From, pair.Next?.From))
                    .Where(cut => cut.Before != cut.After),
            ];
        }

        return
        [
            .. Enumerable.Range(0, Math.Max(before.Bands.Count, after.Bands.Count))
                .Select(index => (Old: before.Bands.ElementAtOrDefault(index), Next: after.Bands.ElementAtOrDefault(index)))
                .Select(pair => new ChangedThreshold((pair.Next ?? pair.Old)!.Label, pair.Old?.From, pair.Next?.From))
                .Where(cut => cut.Before != cut.After),
        ];
    }

    private static IReadOnlyList<ChangedWeight> MovedWeights(Instrument before, Instrument after) =>
    [
        .. after.Dimensions.Select(dimension => dimension.Code).Union(before.Dimensions.Select(dimension => dimension.Code))
            .Select(code => (Old: Dimension(before, code), Next: Dimension(after, code)))
            .Where(pair => pair.Old?.Weight != pair.Next?.Weight)
            .Select(pair => new ChangedWeight((pair.Next ?? pair.Old)!.Name, pair.Old?.Weight ?? 0m, pair.Next?.Weight ?? 0m)),
    ];

    private static Dimension? Dimension(Instrument instrument, string code) => instrument.Dimensions.FirstOrDefault(dimension => dimension.Code == code);

    private static IReadOnlyList<Indicator> Missing(Instrument from, Instrument there) =>
        [.. from.Indicators.Where(indicator => there.PositionOf(indicator.Code) is null)];
}
