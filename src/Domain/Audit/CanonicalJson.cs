using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compliance.Domain.Audit;

/// <summary>
/// Canonical JSON, one text for one value, after RFC 8785 (JCS): members sorted by their UTF-16 code units, no white space
/// between tokens, only the required characters escaped. Numbers are exact decimals without exponent or
/// trailing zeros. They equal those of JCS for up to 15 digits between 0.000001 and 1e21; beyond that,
/// JCS rounds them or writes an exponent.
/// </summary>
public static class CanonicalJson
{
    // The default maximum depth of Utf8JsonWriter.
    internal const int Depth = 1000;

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">
    /// A member is duplicated, a text contains an unpaired surrogate, or a number has an exponent beyond ±1000.
    /// </exception>
    public static string Of(JsonElement value) => Refusing(() =>
    {
        var text = new StringBuilder();
        Write(text, value);

        return text.ToString();
    });

    /// <summary>As above, except that an unpaired surrogate in a text that was set in code becomes U+FFFD, as the runtime writes it.</summary>
    /// <inheritdoc cref="Of(JsonElement)" path="/exception"/>
    public static string Of(JsonNode? value) => Refusing(() =>
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
    });

    private static string Refusing(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (InvalidOperationException undefined)
        {
            // The exception of the runtime for an unpaired surrogate, for nesting beyond its depth, and for an undefined element.
            throw new ArgumentException("The value has no canonical form.", undefined);
        }
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

        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            Write(index == 0 ? text : text.Append(','), item);
        }

        text.Append(']');
    }
}
