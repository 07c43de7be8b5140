using System.Globalization;
using System.Text;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Percent-encoding of any text. Halves of surrogate pairs, which no encoder takes, become the three bytes that would be theirs.</summary>
internal static class Percent
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);

        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsAsciiLetterOrDigit(text[place]) || text[place] is '-' or '.' or '_' or '~' or ':')
            {
                encoded.Append(text[place]);
            }
            else if (char.IsSurrogatePair(text, place))
            {
                Append(encoded, Encoding.UTF8.GetBytes(text.Substring(place++, 2)));
            }
            else if (char.IsSurrogate(text[place]))
            {
                Append(encoded, [0xED, (byte)(0x80 | ((text[place] >> 6) & 0x3F)), (byte)(0x80 | (text[place] & 0x3F))]);
            }
            else
            {
                Append(encoded, Encoding.UTF8.GetBytes(text[place].ToString()));
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
