using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>One indicator raised to its best, and the gain.</summary>
/// <param name="Gain">In points, unrounded.</param>
/// <param name="ScoreAfter">The score after this and all earlier improvements.</param>
public sealed record Improvement(Indicator Indicator, decimal Achievement, decimal BestAchievement, decimal Gain, Score ScoreAfter);

/// <summary>The smallest number of indicators that reaches a target, largest gain first.</summary>
/// <param name="Reachable">Whether <paramref name="Steps"/> reach the target.</param>
/// <param name="Steps">Empty if the target is reached already; every possible gain if it cannot be reached.</param>
public sealed record ImprovementPlan(Band Target, Outcome? Now, bool Reachable, IReadOnlyList<Improvement> Steps);

/// <summary>
/// Finds the improvements that lift a unit into a band. The gains of indicators simply add up, because missing and inapplicable observations
/// are left out both before and after; so taking the largest first needs the fewest.
/// </summary>
public static class Improvements
{
    /// <param name="target">A zone or a category of the instrument; otherwise <see cref="ScoringErrors.UnknownTarget"/> is thrown.</param>
    public static ImprovementPlan Find(ScoreSheet sheet, string target)
    {
        var band = TargetOf(sheet.Instrument, target);
        var card = ScoreCalculator.Explain(sheet);

        if (card.Figures.Outcome is not { } now)
        {
            return new(band, null, Reachable: false, []);
        }

        var steps = new List<Improvement>();
        var tallies = ScoreCalculator.TalliesOf(sheet);
        var reached = now.Score.Value >= band.From;

        foreach (var (indicator, best, gain) in Gains(card).TakeWhile(_ => !reached))
        {
            var after = Improve(sheet, tallies, indicator.Indicator);
            steps.Add(new(indicator.Indicator, indicator.Achievement!.Value, best, gain, after));
            reached = after.Value >= band.From;
        }

        return new(band, now, reached, steps);
    }

    /// <summary>The score with every answered observation of an indicator at its best.</summary>
    private static Score Improve(ScoreSheet sheet, Tally[] tallies, Indicator indicator)
    {
        ref var tally = ref tallies[sheet.Instrument.PositionOf(indicator.Code)!.Value];
        tally = tally with { RawScore = tally.Subjects * indicator.BestRawScore };
        var weighing = Weighting.Of(sheet, tallies, MissingAssumption.LeftOut);

        return weighing.Rounded(weighing.Total());
    }

    /// <summary>Returns the lowest band of a zone, or the band of a category.</summary>
    private static Band TargetOf(Instrument instrument, string target)
    {
        var band = instrument.Zones.FirstOrDefault(each => each.Zone.Code == target)?.LowestBand
            ?? instrument.Bands.FirstOrDefault(each => each.Category == target);
        Rule.Require(band is not null, ScoringErrors.UnknownTarget(instrument.Bands));

        return band;
    }

    /// <remarks>
    /// Compares achievements, not points: if weights do not divide evenly, an indicator at its
    /// best can miss its best points by a last digit, which is not a gain.
    /// </remarks>
    private static IEnumerable<(IndicatorScore Indicator, decimal Best, decimal Gain)> Gains(ScoreCard card) =>
        card.Dimensions
            .SelectMany(dimension => dimension.Variables)
            .SelectMany(variable => variable.Indicators)
            .Select(indicator => (Indicator: indicator, Best: indicator.Indicator.Kind.Best / indicator.Indicator.Kind.Full))
            .Where(pair => pair.Indicator.Achievement < pair.Best)
            .Select(pair => (pair.Indicator, pair.Best, Gain: (pair.Indicator.Node.EffectiveWeight * pair.Best) - pair.Indicator.Node.Points!.Value))
            .Where(each => each.Gain > 0)
            .OrderByDescending(each => each.Gain);
}
