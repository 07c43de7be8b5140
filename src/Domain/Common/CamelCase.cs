using System.Text.Json;

namespace Compliance.Domain.Common;

/// <summary>Converts names to lowerCamelCase, which JSON, URLs and stored texts use.</summary>
public static class CamelCase
{
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Converts an enum value.</summary>
    public static string ToCamelCase<T>(this T value)
        where T : struct, Enum => Of(value.ToString());
}
