using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>
/// Entity tags of encoded representations. A strong tag may not be shared by different bytes (RFC 9110, 8.8.3.3), so the tag of a compressed
/// response is that of its content with the encoding after it, <c>"5c1f-br"</c>; compressing proxies do the same. All of them name the same content.
/// </summary>
internal static class EntityTags
{
    /// <summary>What this program, Apache and Jetty add.</summary>
    private static readonly string[] endings = ["--gzip\"", "-gzip\"", ";gzip\"", "-br\"", ";br\"", "-zstd\""];

    public static string WithEncoding(string tag, string encoding) => $"{tag.AsSpan(0, tag.Length - 1)}-{encoding}\"";

    /// <summary>The tag of the content, with its quotation marks.</summary>
    public static StringSegment WithoutEncoding(StringSegment tag)
    {
        var ending = Array.Find(endings, each => tag.Length > each.Length && tag.EndsWith(each, StringComparison.OrdinalIgnoreCase));

        return ending is null ? tag : string.Concat(tag.AsSpan()[..^ending.Length], "\"");
    }

    /// <summary>
    /// The tag of a list that names this content, in its strong form: with the encoding that the client has. <c>*</c> names any content. Null if
    /// there is none, or if the header is malformed.
    /// </summary>
    /// <param name="weakly">Whether weak tags count: in <c>If-None-Match</c> they do, in <c>If-Match</c> they do not.</param>
    public static string? NameIn(StringValues header, string tag, bool weakly)
    {
        if (header.Count == 0 || !EntityTagHeaderValue.TryParseStrictList(header, out var tags))
        {
            return null;
        }

        return tags.Contains(EntityTagHeaderValue.Any)
            ? tags.Count == 1 ? tag : null
            : tags.FirstOrDefault(each => (weakly || !each.IsWeak) && WithoutEncoding(each.Tag).Equals(tag, StringComparison.Ordinal))?.Tag.Value;
    }
}
