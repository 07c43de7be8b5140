namespace Compliance.Domain.Common;

/// <summary>How figures are rounded: halves go away from zero, as in the published results (docs/domain.md).</summary>
public static class Rounding
{
    public static decimal HalfAwayFromZero(decimal value, int places) => decimal.Round(value, places, MidpointRounding.AwayFromZero);

    /// <summary>Whether a value has no more decimal places than that, apart from zeros at its end.</summary>
    public static bool HasAtMost(int places, decimal value) => decimal.Round(value, places, MidpointRounding.ToZero) == value;

    /// <returns>Null where there is no value.</returns>
    public static decimal? HalfAwayFromZero(decimal? value, int places) => value is { } known ? HalfAwayFromZero(known, places) : null;
}
