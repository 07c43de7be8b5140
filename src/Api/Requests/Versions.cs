using System.Globalization;
using Compliance.Api.Refusals;
using Compliance.Domain.Common;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>The version of a mutable resource as its ETag, and as what an update expects.</summary>
internal static class Versions
{
    private const string Usual = "Send If-Match with the ETag of the last read.";

    /// <summary>For an operation that changes a version which the caller has read; its handler asks for <see cref="ExpectedVersion"/>.</summary>
    /// <param name="when">When the header is needed, for the documentation.</param>
    public static TBuilder TakesIfMatch<TBuilder>(this TBuilder endpoint, string when = Usual)
        where TBuilder : IEndpointConventionBuilder => endpoint
            .WithMetadata(new ComparedVersion(when))
            .Refuses(ConcurrencyErrors.ChangedMeanwhile, ConcurrencyErrors.VersionDiffers(0))
            .Refuses(HttpRefusals.IfMatchMissing);

    public static string ToETag(int version) => FormattableString.Invariant($"\"v{version}\"");

    /// <summary>
    /// For what also shows things that change without its version, as the progress of an assessment: behind the version
    /// stands what the content is hashed to, so that the tag is strong, and <c>If-Match</c> looks at the version alone.
    /// </summary>
    public static string ToETag(int version, string content) => FormattableString.Invariant($"\"v{version}.{content}\"");

    /// <summary>
    /// The version that <c>If-Match</c> names; a request takes one. 0, which none has, where the header names none of ours or several: <c>*</c> names no
    /// version, weak tags never match (RFC 9110, 13.1.1), and a malformed header promises nothing. Refuses where the header is missing.
    /// </summary>
    public static int ExpectedVersion(this HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComparedVersion>() is null)
        {
            throw new InvalidOperationException("An operation that reads If-Match declares it with TakesIfMatch.");
        }

        var header = http.Request.Headers.IfMatch;

        if (header.ToString().Length == 0)
        {
            throw new IfMatchMissingException();
        }

        return EntityTagHeaderValue.TryParseStrictList(header, out var tags)
            && tags.Where(tag => !tag.IsWeak).Select(tag => VersionOf(tag.Tag)).Where(version => version > 0).Distinct().ToList() is [var named]
            ? named
            : 0;
    }

    private static int VersionOf(StringSegment tag)
    {
        var text = tag.AsSpan().Trim('"');
        var dot = text.IndexOf('.');
        var number = text.StartsWith('v') ? text[1..(dot < 0 ? text.Length : dot)] : [];

        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}

/// <summary>Marks an operation that compares <c>If-Match</c> with the version that stands.</summary>
internal sealed record ComparedVersion(string Description);

/// <summary>An update without the version it was made from.</summary>
internal sealed class IfMatchMissingException() : Exception("If-Match is missing.");
