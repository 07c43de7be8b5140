namespace Compliance.Domain.Common;

/// <summary>Rounds figures half away from zero, as the published results do (docs/domain.md).</summary>
public static class Rounding
{
    public static decimal HalfAwayFromZero(decimal value, int places) => decimal.Round(value, places, MidpointRounding.AwayFromZero);

    /// <returns>Null if there is no value.</returns>
    public static decimal? HalfAwayFromZero(decimal? value, int places) => value is { } known ? HalfAwayFromZero(known, places) : null;
}
