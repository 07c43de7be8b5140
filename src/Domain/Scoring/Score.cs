using System.Globalization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Scoring;

/// <summary>A result from 0.00 to 100.00 points, always held at two decimal places.</summary>
public readonly record struct Score : IComparable<Score>
{
    public const decimal Highest = 100m;

    /// <summary>The distance between two neighbouring scores.</summary>
    public const decimal Step = 0.01m;

    public const int Places = 2;

    /// <summary>
    /// A quotient such as 1/3 is cut off at decimal's 28th digit. Rounding there first makes a value
    /// that is mathematically a tie a tie again, before the tie is rounded away from zero.
    /// Decision 0010 shows that no weight or count of an instrument comes near this digit otherwise.
    /// </summary>
    private const int GuardPlaces = 20;

    private Score(decimal value) => Value = value;

    public decimal Value { get; }

    /// <summary>The same as a whole number of hundredths, as databases keep it.</summary>
    public int Hundredths => (int)(Value * 100);

    /// <summary>Rounds halves away from zero, as the published results do: 77.995 is 78.00.</summary>
    public static Score Of(decimal value)
    {
        var guarded = decimal.Round(value, GuardPlaces);
        Rule.Require(guarded is >= 0m and <= Highest, ScoringErrors.ScoreOutOfRange);

        return new(decimal.Round(guarded, Places, MidpointRounding.AwayFromZero));
    }

    public static Score OfHundredths(int hundredths) => Of(hundredths / 100m);

    /// <summary>Whether a value needs no rounding to be a score.</summary>
    public static bool IsExact(decimal value) => decimal.Round(value, Places) == value;

    public int CompareTo(Score other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);

    public static bool operator <(Score left, Score right) => left.Value < right.Value;

    public static bool operator >(Score left, Score right) => left.Value > right.Value;

    public static bool operator <=(Score left, Score right) => left.Value <= right.Value;

    public static bool operator >=(Score left, Score right) => left.Value >= right.Value;
}
