using System.Globalization;
using Compliance.Api.Errors;
using Compliance.Domain.Access;
using Compliance.Domain.Results;

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
            .Refuses(ResultErrors.ChangedMeanwhile, AccessErrors.VersionDiffers(0))
            .Refuses(HttpRefusals.IfMatchMissing);

    public static string ToETag(int version) => FormattableString.Invariant($"\"v{version}\"");

    /// <summary>
    /// For what also shows things that change without its version, as the progress of an assessment: behind the version
    /// stands what the content is hashed to, so that the tag is strong, and <c>If-Match</c> looks at the version alone.
    /// </summary>
    public static string ToETag(int version, string content) => FormattableString.Invariant($"\"v{version}.{content}\"");

    /// <summary>What <c>If-Match</c> names; a text that is no version of ours matches none. Refuses where the header is missing.</summary>
    public static int ExpectedVersion(this HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComparedVersion>() is null)
        {
            throw new InvalidOperationException("An operation that reads If-Match declares it with TakesIfMatch.");
        }

        var header = http.Request.Headers.IfMatch.ToString();

        if (header.Length == 0)
        {
            throw new IfMatchMissingException();
        }

        var dot = header.IndexOf('.', StringComparison.Ordinal);
        var end = dot < 0 ? header.Length - 1 : dot;

        return header.StartsWith("\"v", StringComparison.Ordinal)
            && header.EndsWith('"')
            && end > 2
            && int.TryParse(header.AsSpan(2, end - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
    }
}

/// <summary>Marks an operation that compares <c>If-Match</c> with the version that stands.</summary>
internal sealed record ComparedVersion(string Description);

/// <summary>An update without the version it was made from.</summary>
internal sealed class IfMatchMissingException() : Exception("If-Match is missing.");
