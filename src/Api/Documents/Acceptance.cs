using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>The client accepts none of the media types that there are.</summary>
internal sealed class NotAcceptableException(IReadOnlyList<string> mediaTypes) : Exception("Accept cannot be met.")
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}

/// <summary>Whether a client accepts a media type (RFC 9110, 12.5.1).</summary>
internal static class Acceptance
{
    private const string Everything = "*/*";

    /// <summary>
    /// Of several ranges the most specific one decides, and its <c>q=0</c> refuses. Parameters are not compared, because no response comes in several
    /// forms that they could tell apart. A malformed header counts as absent.
    /// </summary>
    public static bool Accepts(this HttpRequest request, IReadOnlyList<string> mediaTypes)
    {
        var accepted = request.Headers.Accept;

        // The usual cases, which must not allocate.
        return accepted.Count == 0 || mediaTypes.Count == 0 || accepted.Equals(Everything) || accepted.Equals(mediaTypes[0])
            || !MediaTypeHeaderValue.TryParseStrictList(accepted, out var ranges)
            || mediaTypes.Any(mediaType => Accepts(ranges, mediaType));
    }

    private static bool Accepts(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var offered = new MediaTypeHeaderValue(mediaType);
        var best = ranges.Where(range => Covers(range, offered)).MaxBy(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2);

        return best is { Quality: null or > 0 };
    }

    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue offered) =>
        range.MatchesAllTypes || (Same(range.Type, offered.Type) && (range.MatchesAllSubTypes || Same(range.SubType, offered.SubType)));

    private static bool Same(StringSegment one, StringSegment other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
