using System.Globalization;
using System.Text;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Percent-encoding of any text. Halves of surrogate pairs, which no encoder takes, become the three bytes that would be theirs.</summary>
internal static class Percent
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);

        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsAsciiLetterOrDigit(text[index]) || text[index] is '-' or '.' or '_' or '~' or ':')
            {
                encoded.Append(text[index]);
            }
            else if (char.IsSurrogatePair(text, index))
            {
                Append(encoded, Encoding.UTF8.GetBytes(text.Substring(index++, 2)));
            }
            else if (char.IsSurrogate(text[index]))
            {
                Append(encoded, [0xED, (byte)(0x80 | ((text[index] >> 6) & 0x3F)), (byte)(0x80 | (text[index] & 0x3F))]);
            }
            else
            {
                Append(encoded, Encoding.UTF8.GetBytes(text[index].ToString()));
            }
        }

        return encoded.ToString();
    }

    private static void Append(StringBuilder encoded, byte[] bytes)
    {
        foreach (var each in bytes)
        {
            encoded.Append(CultureInfo.InvariantCulture, $"%{each:X2}");
        }
    }
}
