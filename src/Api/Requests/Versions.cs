using System.Globalization;

namespace Compliance.Api.Requests;

/// <summary>The version of a mutable resource as its ETag, and as what an update expects.</summary>
internal static class Versions
{
    public static string ToETag(int version) => FormattableString.Invariant($"\"v{version}\"");

    /// <summary>What <c>If-Match</c> names; a text that is no version of ours matches none. Refuses where the header is missing.</summary>
    public static int ExpectedVersion(this HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString();

        return header.Length == 0 ? throw new IfMatchMissingException()
            : header.StartsWith("\"v", StringComparison.Ordinal)
                && header.EndsWith('"')
                && int.TryParse(header.AsSpan(2, header.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : 0;
    }
}

/// <summary>An update without the version it was made from.</summary>
internal sealed class IfMatchMissingException() : Exception("If-Match is missing.");
