using System.Globalization;

namespace Compliance.Domain.Common;

/// <summary>Numbers as people write them: a decimal comma in Indonesian, a point in English.</summary>
public static class Figures
{
    public static string Indonesian(decimal value) => English(value).Replace('.', ',');

    public static string English(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
