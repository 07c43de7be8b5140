using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Application.Common;

/// <summary>Enum values as the contract defines them: lowerCamelCase, never a number.</summary>
public sealed class EnumNames() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>Writes UTC instants with <c>Z</c>; System.Text.Json would write <c>+00:00</c>.</summary>
public sealed class UtcInstants : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Writes numbers without trailing zeros, so that 88.00 and 88 give the same content and hash.</summary>
public sealed class PlainDecimals : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
}
