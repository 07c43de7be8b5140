using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compliance.Domain.Audit;

/// <summary>
/// One text for one value, after RFC 8785 (JCS): members sorted by their UTF-16 code units, nothing
/// between tokens, only those characters escaped that must be. Numbers are exact decimals, written plainly
/// without trailing zeros. They equal those of JCS for up to 15 digits between 0.000001 and 1e21; beyond,
/// JCS rounds them or writes an exponent.
/// </summary>
public static class CanonicalJson
{
    // As deep as Utf8JsonWriter writes by default.
    private const int Depth = 1000;

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">
    /// A member comes twice, a text holds half of a surrogate pair, or a number has an exponent beyond ±1000.
    /// </exception>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();

        try
        {
            Write(text, value);
        }
        catch (InvalidOperationException undefined)
        {
            // So the runtime calls half of a surrogate pair, and an element that never was one.
            throw new ArgumentException("The value has no canonical form.", nameof(value), undefined);
        }

        return text.ToString();
    }

    /// <inheritdoc cref="Of(JsonElement)"/>
    public static string Of(JsonNode? value)
    {
        if (value is null)
        {
            return "null";
        }

        var bytes = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(bytes, Unescaped))
        {
            value.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory, new() { MaxDepth = Depth });

        return Of(document.RootElement);
    }

    /// <summary>The document of a text that is canonical to the byte, or nothing.</summary>
    /// <param name="bytes">The text in UTF-8.</param>
    internal static JsonDocument? Read(string text, ReadOnlyMemory<byte> bytes)
    {
        JsonDocument? document = null;

        try
        {
            // One deeper than what is recorded: a payload holds its content as a member.
            document = JsonDocument.Parse(bytes, new() { MaxDepth = Depth + 1 });

            if (Of(document.RootElement) == text)
            {
                return document;
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Whoever reads what may have been tampered with wants an answer, not a throw.
        }

        document?.Dispose();

        return null;
    }

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(text, value);
                break;
            case JsonValueKind.Array:
                WriteItems(text, value);
                break;
            case JsonValueKind.String:
                text.AppendJsonText(value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.AppendJsonNumber(value.GetRawText());
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteMembers(StringBuilder text, JsonElement value)
    {
        var separator = '{';
        string? last = null;

        foreach (var (name, member) in value.EnumerateObject().Select(each => (each.Name, each.Value)).OrderBy(each => each.Name, StringComparer.Ordinal))
        {
            if (name == last)
            {
                throw new ArgumentException($"The member '{name}' comes twice.", nameof(value));
            }

            text.Append(separator).AppendJsonText(name).Append(':');
            Write(text, member);
            (separator, last) = (',', name);
        }

        text.Append(last is null ? "{}" : "}");
    }

    private static void WriteItems(StringBuilder text, JsonElement value)
    {
        text.Append('[');

        foreach (var (place, item) in value.EnumerateArray().Index())
        {
            Write(place == 0 ? text : text.Append(','), item);
        }

        text.Append(']');
    }
}
