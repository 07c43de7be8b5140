using System.Buffers;
using System.Globalization;
using System.Text;

namespace Compliance.Domain.Audit;

/// <summary>Writes texts and numbers in canonical JSON.</summary>
internal static class CanonicalTokens
{
    // Without a limit, a short token could expand to a very long text.
    private const int HighestExponent = 1000;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    public static StringBuilder AppendJsonText(this StringBuilder text, string value)
    {
        text.Append('"');
        var rest = value.AsSpan();

        for (var index = rest.IndexOfAny(Escaped); index >= 0; index = rest.IndexOfAny(Escaped))
        {
            text.Append(rest[..index]).AppendEscaped(rest[index]);
            rest = rest[(index + 1)..];
        }

        return text.Append(rest).Append('"');
    }

    /// <summary>Writes the number without exponent, trailing zeros, and the sign of zero.</summary>
    /// <param name="raw">A JSON number.</param>
    public static void AppendJsonNumber(this StringBuilder text, string raw)
    {
        if (raw.AsSpan().IndexOfAny(".eE") < 0)
        {
            text.Append(raw == "-0" ? "0" : raw);
            return;
        }

        var (digits, scale) = Parts(raw);

        if (digits.Length > 0)
        {
            text.Append(raw[0] == '-' ? "-" : "").Append(Plain(digits, scale));
        }
        else
        {
            text.Append('0');
        }
    }

    private static void AppendEscaped(this StringBuilder text, char character) => _ = character switch
    {
        '"' or '\\' => text.Append('\\').Append(character),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };

    /// <summary>Returns the significant digits (from the first to the last that is not 0), and how many of them are decimals.</summary>
    private static (string Digits, int Scale) Parts(string raw)
    {
        var end = raw.AsSpan().IndexOfAny('e', 'E');
        var mantissa = (end < 0 ? raw : raw[..end]).TrimStart('-');
        var exponent = end < 0 ? 0 : ExponentOf(raw[(end + 1)..]);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimEnd('0');

        return (significant.TrimStart('0'), (point < 0 ? 0 : digits.Length - point) - exponent - (digits.Length - significant.Length));
    }

    private static int ExponentOf(string exponent) =>
        int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -HighestExponent and <= HighestExponent
            ? value
            : throw new ArgumentException($"A number has the exponent {exponent}.", nameof(exponent));

    private static string Plain(string digits, int scale) =>
        scale <= 0 ? digits.PadRight(digits.Length - scale, '0') : digits.PadLeft(scale + 1, '0').Insert(Math.Max(digits.Length, scale + 1) - scale, ".");
}
