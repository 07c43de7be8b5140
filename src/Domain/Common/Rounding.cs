namespace Compliance.Domain.Common;

/// <summary>Rounds figures half away from zero, as the published results do (docs/domain.md).</summary>
public static class Rounding
{
    public static decimal HalfAwayFromZero(decimal value, int places) => decimal.Round(value, places, MidpointRounding.AwayFromZero);

    /// <summary>Whether a value has no more decimal places than that, apart from zeros at its end.</summary>
    public static bool HasAtMost(int places, decimal value) => decimal.Round(value, places, MidpointRounding.ToZero) == value;

    /// <returns>Null if there is no value.</returns>
    public static decimal? HalfAwayFromZero(decimal? value, int places) => value is { } known ? HalfAwayFromZero(known, places) : null;
}
