using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>
/// Compresses responses to reading requests. Others may hold secrets beside what somebody else has sent, whose length would reveal them (BREACH),
/// and are small.
/// </summary>
internal static class ContentEncodings
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    /// <summary>Below this length, in bytes, a response fits into one packet anyway.</summary>
    public const int LeastLength = 1024;

    /// <summary>Clients send few different headers; what somebody else makes up is parsed each time.</summary>
    private const int MostKnown = 256;
    private const int LongestKnown = 200;

    private static readonly ConcurrentDictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The encoding for this client, or null for none: Brotli, if it accepts both equally.</summary>
    public static string? Choose(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;

        // A range counts the bytes as they are.
        if (accepted.Count == 0 || request.Headers.Range.Count > 0 || !IsRead(request))
        {
            return null;
        }

        if (accepted.Count > 1 || accepted[0] is not { Length: <= LongestKnown } text)
        {
            return Parse(accepted);
        }

        if (known.TryGetValue(text, out var chosen))
        {
            return chosen;
        }

        chosen = Parse(accepted);

        if (known.Count < MostKnown)
        {
            known.TryAdd(text, chosen);
        }

        return chosen;
    }

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    public static byte[] Compress(byte[] content, string encoding, CompressionLevel level)
    {
        using var compressed = new MemoryStream(content.Length / 4);

        using (Stream stream = encoding == Brotli ? new BrotliStream(compressed, level) : new GZipStream(compressed, level))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }

    private static string? Parse(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var encodings))
        {
            return null;
        }

        double? QualityOf(string name) =>
            encodings.FirstOrDefault(each => each.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Quality ?? 1 : null;

        var any = QualityOf("*") ?? 0;
        var (brotli, gzip, none) = (QualityOf(Brotli) ?? any, QualityOf(Gzip) ?? any, QualityOf("identity") ?? 0);
        var best = Math.Max(brotli, gzip);

        return best <= 0 || best < none ? null : brotli >= gzip ? Brotli : Gzip;
    }
}
