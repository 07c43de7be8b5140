using System.Globalization;

namespace Compliance.Domain.Common;

/// <summary>Formats numbers for messages: a decimal comma in Indonesian, a point in English, shares to four decimals.</summary>
public static class Figures
{
    private const int SharePlaces = 4;

    /// <returns>Null if the whole is zero.</returns>
    public static decimal? Share(decimal part, decimal whole) => whole == 0 ? null : Share(part / whole);

    public static decimal Share(decimal value) => Rounding.HalfAwayFromZero(value, SharePlaces);

    public static string Indonesian(decimal value) => English(value).Replace('.', ',');

    public static string English(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
