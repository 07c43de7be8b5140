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
    internal const int Depth = 1000;

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">
    /// A member comes twice, a text holds half of a surrogate pair, or a number has an exponent beyond ±1000.
    /// </exception>
    public static string Of(JsonElement value) => Refusing(() =>
    {
        var text = new StringBuilder();
        Write(text, value);

        return text.ToString();
    });

    /// <summary>As above; but half a pair in a text that was set in code is U+FFFD, as the runtime writes it.</summary>
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
            // So the runtime calls half of a surrogate pair, nesting beyond its depth, and an element that never was one.
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
