using System.Text.Json;

namespace Compliance.Domain.Common;

/// <summary>Names as everybody outside reads them, in JSON, in addresses and in stored texts: lowerCamelCase.</summary>
public static class CamelCase
{
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>A value of a closed set.</summary>
    public static string ToCamelCase<T>(this T value)
        where T : struct, Enum => Of(value.ToString());
}
