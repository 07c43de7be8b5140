namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>What the server refuses before any line of the product runs: with a bare status, and without a problem document.</summary>
internal static class BelowTheProduct
{
    /// <summary>Kestrel's own limits, of which the product changes none.</summary>
    private const int LongestRequestLine = 8 * 1024;
    private const int LongestHeaders = 32 * 1024;

    public static bool Refuses(FuzzRequest request, Reply reply) => IsBare(reply) && reply.Status switch
    {
        HttpStatusCode.BadRequest => HasMalformedPath(request) || HasMalformedHeader(request),
        HttpStatusCode.RequestUriTooLong => HasTooLongLine(request),
        HttpStatusCode.RequestHeaderFieldsTooLarge => HasTooLongHeaders(request),
        _ => false,
    };

    /// <summary>The server answers such requests and hangs up while the client may still be sending, so that the answer can be lost.</summary>
    public static bool MayHangUp(FuzzRequest request) => HasTooLongLine(request) || HasTooLongHeaders(request);

    private static bool IsBare(Reply reply) => reply.Text.Length == 0 && reply.ContentHeaders.ContentType is null && reply.Headers.ConnectionClose == true;

    /// <summary>NUL has no place in a path.</summary>
    private static bool HasMalformedPath(FuzzRequest request) => request.PathOnly.Contains("%00", StringComparison.Ordinal);

    /// <summary>Headers are read as UTF-8 and sent as Latin-1, so any other letter is malformed.</summary>
    private static bool HasMalformedHeader(FuzzRequest request) => request.Headers.Any(header => !header.Value.All(char.IsAscii));

    private static bool HasTooLongLine(FuzzRequest request) => request.Method.Length + request.Target.Length + " HTTP/1.1\r\n".Length >= LongestRequestLine;

    private static bool HasTooLongHeaders(FuzzRequest request) => request.Headers.Sum(header => header.Name.Length + header.Value.Length) > LongestHeaders;
}
