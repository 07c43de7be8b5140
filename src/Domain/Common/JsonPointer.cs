namespace Compliance.Domain.Common;

/// <summary>JSON pointers (RFC 6901), which name a place in a request.</summary>
public static class JsonPointer
{
    /// <param name="segments">Names of members and positions in lists, from the outermost to the innermost.</param>
    public static string Of(IEnumerable<string> segments) => string.Concat(segments.Select(segment => $"/{Escape(segment)}"));

    public static string Escape(string segment) => segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string segment) => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
