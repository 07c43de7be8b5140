using Compliance.Domain.Common;

namespace Compliance.Domain.Scoring;

/// <summary>An institution's score: the unweighted mean of its assessed units.</summary>
/// <remarks>Source: Maluku Tenggara 2023, whose seven units give the published 60.80.</remarks>
public static class InstitutionScore
{
    /// <param name="units">Scores of units in points; they may have more than two decimals, since only the mean is rounded.</param>
    public static decimal Mean(IReadOnlyCollection<decimal> units)
    {
        Rule.Require(units.Count > 0, ScoringErrors.NothingToScore);
        Rule.Require(units.All(unit => unit is >= 0m and <= Score.Highest), ScoreErrors.OutOfRange);

        return units.Sum() / units.Count;
    }

    /// <summary>The mean, rounded once.</summary>
    public static Score Of(IReadOnlyCollection<decimal> units) =>
        Score.Of(Mean(units), () => units.Aggregate(Fraction.Zero, (sum, unit) => sum + unit) / units.Count);

    public static Score Of(IReadOnlyCollection<Score> units) => Of([.. units.Select(unit => unit.Value)]);
}
