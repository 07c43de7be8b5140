using System.Globalization;
using System.Text;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Requests as shell commands that repeat them byte by byte, NUL and broken UTF-8 included.</summary>
internal static class Curl
{
    /// <summary>Where the program listens when it is started for development.</summary>
    private const string Address = "http://127.0.0.1:5080";

    public static string Of(FuzzRequest request)
    {
        var method = request.Method == "HEAD" ? "-I" : $"-X {request.Method}";
        var headers = string.Concat(request.Headers.Select(header => $" -H {Quoted(HeaderLine(header))}"));
        var command = $"curl -sSi -g --path-as-is {method}{headers}";

        return request.Body is { } body
            ? $"printf -- {Printable(body.Span)} | {command} --data-binary @- {Quoted(Address + request.Target)}"
            : $"{command} {Quoted(Address + request.Target)}";
    }

    /// <summary>curl leaves out a header without a value unless it ends in a semicolon.</summary>
    private static string HeaderLine((string Name, string Value) header) => header.Value.Length == 0 ? $"{header.Name};" : $"{header.Name}: {header.Value}";

    private static string Quoted(string text)
    {
        if (text.All(IsPlain))
        {
            return $"'{text}'";
        }

        var quoted = new StringBuilder("$'");

        foreach (var letter in text)
        {
            quoted.Append(IsPlain(letter) && letter != '\\' ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}"));
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>As a format of printf, whose octal escapes are the only ones that can say NUL.</summary>
    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        var format = new StringBuilder("'");

        foreach (var each in bytes)
        {
            format.Append(each switch
            {
                (byte)'%' => "%%",
                (byte)'\\' => "\\\\",
                _ when IsPlain((char)each) => ((char)each).ToString(),
                _ => "\\" + Convert.ToString(each, 8).PadLeft(3, '0'),
            });
        }

        return format.Append('\'').ToString();
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~' and not '\'';
}
