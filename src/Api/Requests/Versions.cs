using System.Globalization;
using Compliance.Api.Refusals;
using Compliance.Domain.Common;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>The version of a mutable resource as ETag, and as the expected version of an update.</summary>
internal static class Versions
{
    private const string Usual = "Send If-Match with the ETag of the last read.";

    /// <summary>Declares an operation that changes the version that the caller has read; its handler reads <see cref="ExpectedVersions"/>.</summary>
    /// <param name="when">When the header is required, for the documentation.</param>
    public static TBuilder TakesIfMatch<TBuilder>(this TBuilder endpoint, string when = Usual)
        where TBuilder : IEndpointConventionBuilder => endpoint
            .WithMetadata(new ComparedVersion(when))
            .Refuses(ConcurrencyErrors.ChangedMeanwhile, ConcurrencyErrors.VersionDiffers(0))
            .Refuses(HttpRefusals.IfMatchMissing);

    public static string ToETag(int version) => FormattableString.Invariant($"\"v{version}\"");

    /// <summary>
    /// For a response that also contains data that change without the version, such as the progress of an assessment: the hash of the content
    /// follows the version, so that the ETag is strong, and <c>If-Match</c> compares only the version.
    /// </summary>
    public static string ToETag(int version, string content) => FormattableString.Invariant($"\"v{version}.{content}\"");

    /// <summary>
    /// The versions in <c>If-Match</c> (RFC 9110, 13.1.1): <c>*</c> stands for any current one, weak tags never match, and a malformed header
    /// matches nothing. Throws if the header is missing.
    /// </summary>
    public static ExpectedVersions ExpectedVersions(this HttpContext http)
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

        return !EntityTagHeaderValue.TryParseStrictList(header, out var tags) ? Domain.Common.ExpectedVersions.Of()
            : !tags.Contains(EntityTagHeaderValue.Any) ? Domain.Common.ExpectedVersions.Of([.. tags.Where(tag => !tag.IsWeak).Select(tag => VersionOf(tag.Tag)).OfType<int>()])
            : tags.Count == 1 ? Domain.Common.ExpectedVersions.Any
            : Domain.Common.ExpectedVersions.Of();
    }

    private static int? VersionOf(StringSegment tag)
    {
        var text = EntityTags.WithoutEncoding(tag).AsSpan().Trim('"');
        var dot = text.IndexOf('.');
        var number = text.StartsWith('v') ? text[1..(dot < 0 ? text.Length : dot)] : [];

        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}

/// <summary>Marks an operation that compares <c>If-Match</c> with the current version.</summary>
internal sealed record ComparedVersion(string Description);

/// <summary>An update does not name the version that it is based on.</summary>
internal sealed class IfMatchMissingException() : Exception("If-Match is missing.");
