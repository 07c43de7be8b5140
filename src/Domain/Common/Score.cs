using System.Globalization;

namespace Compliance.Domain.Common;

/// <summary>A score from 0.00 to 100.00 points, always with two decimals.</summary>
public readonly record struct Score : IComparable<Score>
{
    public const decimal Highest = 100m;

    /// <summary>The difference of two neighbouring scores.</summary>
    public const decimal Step = 0.01m;

    public const int Places = 2;

    /// <summary>
    /// The distance from a tie (x.xx5) within which a computed value is not trusted to round correctly. Computing a
    /// score loses decimals only far behind this digit (decision 0010).
    /// </summary>
    private const decimal Doubt = 0.000_000_000_000_1m;

    private Score(decimal value) => Value = value;

    public decimal Value { get; }

    /// <summary>The score as a whole number of hundredths, the form in which databases store it.</summary>
    public int Hundredths => (int)(Value * 100);

    /// <summary>Rounds half away from zero, as the published results do: 77.995 is 78.00.</summary>
    public static Score Of(decimal value)
    {
        Rule.Require(value is >= 0m and <= Highest, ScoreErrors.OutOfRange);

        return new(Rounding.HalfAwayFromZero(value, Places));
    }

    /// <summary>
    /// Rounds a value that was computed with truncated quotients to the same score as its exact counterpart:
    /// near a tie, the exact value decides.
    /// </summary>
    internal static Score Of(decimal computed, Func<Fraction> exact)
    {
        var hundredths = computed * 100;
        var distance = Math.Abs(hundredths - decimal.Floor(hundredths) - 0.5m);

        // Stryker disable once Equality,Block,Statement: the exact value gives the same score everywhere, only more slowly.
        if (distance >= Doubt)
        {
            return Of(Math.Clamp(computed, 0m, Highest));
        }

        return OfHundredths((int)(exact() * 100m).Rounded());
    }

    public static Score OfHundredths(int hundredths) => Of(hundredths / 100m);

    /// <summary>Whether a value is a score without rounding.</summary>
    public static bool IsExact(decimal value) => Rounding.HasAtMost(Places, value);

    public int CompareTo(Score other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);

    public static bool operator <(Score left, Score right) => left.Value < right.Value;

    public static bool operator >(Score left, Score right) => left.Value > right.Value;

    public static bool operator <=(Score left, Score right) => left.Value <= right.Value;

    public static bool operator >=(Score left, Score right) => left.Value >= right.Value;
}
