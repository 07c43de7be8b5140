using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Application.Common;

/// <summary>Enum values as the contract defines them: lowerCamelCase, never a number.</summary>
public sealed class EnumNames() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>A value of a request that has the right JSON type, but is refused; carries the error instead of "not valid".</summary>
public sealed class RefusedValueException(DomainError error) : JsonException(error.Message.En)
{
    public DomainError Error { get; } = error;
}

/// <summary>Reads text as it is kept and compared, also where it is the name of a member: <see cref="PlainText.Normalise"/>.</summary>
public sealed class NormalisedText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainText.Normalise(reader.GetString()!);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainText.Normalise(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads text exactly as it was sent: for secrets, which are compared by their bytes, and for addresses of people, whose parser decides.</summary>
public sealed class TextAsSent : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads days as <see cref="DateInput"/> does.</summary>
public sealed class Days : JsonConverter<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateInput.ReadDay(reader.GetString()!, out var day) is { } error ? throw new RefusedValueException(error) : day;

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}

/// <summary>Reads instants as <see cref="DateInput"/> does, where System.Text.Json would take one without an offset for local time.</summary>
public class StrictInstants : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateInput.ReadInstant(reader.GetString()!, out var instant) is { } error ? throw new RefusedValueException(error) : instant;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Writes UTC instants with <c>Z</c>; System.Text.Json would write <c>+00:00</c>.</summary>
public sealed class UtcInstants : StrictInstants
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}

/// <summary>Writes numbers without trailing zeros, so that 88.00 and 88 give the same content and hash.</summary>
public sealed class PlainDecimals : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
}

/// <summary>
/// Reads integers by their value, not by how they are written: JSON does not distinguish 3, 3.0 and 3e0 (RFC 8259, section 6).
/// A text such as "3" is no number.
/// </summary>
public abstract class WholeNumbersOf<T> : JsonConverter<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private static readonly decimal lowest = decimal.CreateChecked(T.MinValue);
    private static readonly decimal highest = decimal.CreateChecked(T.MaxValue);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)
            && number == decimal.Truncate(number) && number >= lowest && number <= highest
                ? T.CreateChecked(number)
                : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));
}

public sealed class WholeNumbers : WholeNumbersOf<int>;

public sealed class LongWholeNumbers : WholeNumbersOf<long>;
