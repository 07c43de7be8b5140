using System.Globalization;
using System.IO.Compression;
using Compliance.Api.Requests;
using Compliance.Domain.Common;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>A response as bytes, with the headers that follow from its content.</summary>
/// <param name="toETag">Makes the ETag from the hash of the content; null if the hash alone is the ETag.</param>
/// <param name="level">How hard it is compressed: a document that is kept is compressed once for all its readers.</param>
internal sealed class StoredDocument(
    byte[] bytes,
    Language language,
    bool isPublished,
    DateTimeOffset? lastModified,
    string? link,
    Func<string, string>? toETag,
    string contentType = StoredDocument.Json,
    CompressionLevel level = CompressionLevel.Fastest)
{
    private const string Json = "application/json; charset=utf-8";
    private const int TagLength = 32;

    private static readonly StringValues vary = "Accept-Language, Accept-Encoding";

    private readonly Representation plain = new(bytes, TagOf(Digest.Of(bytes)[..TagLength], toETag), null);
    private readonly StringValues lastModifiedText = lastModified?.ToString("R", CultureInfo.InvariantCulture);
    private readonly StringValues linkText = link;
    private Representation? brotli;
    private Representation? gzip;

    /// <summary>The bytes that it occupies at most, with its compressed forms.</summary>
    public int Size => 2 * bytes.Length;

    public Task WriteTo(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var representation = RepresentationFor(request);
        var headers = response.Headers;
        headers.ETag = representation.ETag;
        headers.Vary = vary;
        headers.CacheControl = isPublished ? "public, no-cache" : "private, no-cache";
        headers.LastModified = lastModifiedText;
        headers.Link = linkText;

        if (ContentEncodings.IsRead(request) && IsCurrent(request, representation) is { } current)
        {
            headers.ETag = current;
            response.StatusCode = StatusCodes.Status304NotModified;

            return Task.CompletedTask;
        }

        headers.ContentLanguage = language.Tag();
        headers.ContentEncoding = representation.Encoding;
        response.ContentType = contentType;
        response.ContentLength = representation.Bytes.Length;

        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(representation.Bytes, 0, representation.Bytes.Length, http.RequestAborted);
    }

    private static string TagOf(string content, Func<string, string>? toETag) => toETag?.Invoke(content) ?? $"\"{content}\"";

    private Representation RepresentationFor(HttpRequest request) =>
        bytes.Length < ContentEncodings.LeastLength ? plain
        : ContentEncodings.Choose(request) switch
        {
            ContentEncodings.Brotli => brotli ??= Compress(ContentEncodings.Brotli),
            ContentEncodings.Gzip => gzip ??= Compress(ContentEncodings.Gzip),
            _ => plain,
        };

    private Representation Compress(string encoding) =>
        new(ContentEncodings.Compress(bytes, encoding, level), EntityTags.WithEncoding(plain.ETag, encoding), encoding);

    /// <summary>
    /// The ETag of what the client has, if that is current; null if it is not. <c>If-Modified-Since</c> counts only without <c>If-None-Match</c>
    /// (RFC 9110, 13.1.3). A malformed header matches nothing: the document is then sent unnecessarily, but no client keeps an outdated one.
    /// </summary>
    private string? IsCurrent(HttpRequest request, Representation representation)
    {
        var ifNoneMatch = request.Headers.IfNoneMatch;

        // The usual case, which must not allocate.
        if (ifNoneMatch.Equals(representation.ETag))
        {
            return representation.ETag;
        }

        if (ifNoneMatch.Count > 0)
        {
            return EntityTags.NameIn(ifNoneMatch, plain.ETag, weakly: true);
        }

        // The header counts whole seconds.
        return lastModified is { } changed && HeaderUtilities.TryParseDate(request.Headers.IfModifiedSince.ToString(), out var since)
            && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds() ? representation.ETag : null;
    }

    private sealed record Representation(byte[] Bytes, string ETag, string? Encoding);
}
