using Compliance.Domain.Common;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>A response as bytes, with the headers that follow from its content.</summary>
/// <param name="toETag">Makes the ETag from the hash of the content; null if the hash alone is the ETag.</param>
internal sealed class StoredDocument(
    byte[] bytes, Language language, bool isPublished, DateTimeOffset? lastModified, string? link, Func<string, string>? toETag,
    string contentType = "application/json; charset=utf-8")
{
    private const int TagLength = 32;

    private readonly StringValues lastModifiedText = lastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
    private readonly StringValues linkText = link;

    public int Length => bytes.Length;

    /// <summary>A strong ETag: the same for the same bytes, on every instance and after every restart.</summary>
    public string ETag { get; } = TagOf(Digest.Of(bytes)[..TagLength], toETag);

    public Task WriteTo(HttpContext http)
    {
        var response = http.Response;
        var headers = response.Headers;
        headers.ETag = ETag;
        headers.Vary = "Accept-Language";
        headers.CacheControl = isPublished ? "public, no-cache" : "private, no-cache";
        headers.LastModified = lastModifiedText;
        headers.Link = linkText;

        if (IsNamedBy(http.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;

            return Task.CompletedTask;
        }

        headers.ContentLanguage = language.Tag();
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;

        return response.Body.WriteAsync(bytes, 0, bytes.Length, http.RequestAborted);
    }

    private static string TagOf(string content, Func<string, string>? toETag) => toETag?.Invoke(content) ?? $"\"{content}\"";

    /// <summary>
    /// Compares weakly, as RFC 9110 (13.1.2) requires for <c>If-None-Match</c>. A malformed header matches nothing: the document is then sent
    /// unnecessarily, but no client keeps an outdated one.
    /// </summary>
    private bool IsNamedBy(StringValues ifNoneMatch)
    {
        // The usual case, which must not allocate.
        if (ifNoneMatch.Equals(ETag))
        {
            return true;
        }

        return ifNoneMatch.Count > 0
            && EntityTagHeaderValue.TryParseStrictList(ifNoneMatch, out var tags)
            && (tags.Contains(EntityTagHeaderValue.Any) ? tags.Count == 1 : tags.Any(tag => tag.Tag.Equals(ETag, StringComparison.Ordinal)));
    }
}
