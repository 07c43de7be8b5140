using System.IO.Compression;
using System.Reflection;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace Compliance.Api.Documents;

/// <summary>The response to a GET: JSON with a strong ETag, or 304 if the client has the current version.</summary>
internal sealed class Document<T>(T value, bool isPublished, bool keep, DateTimeOffset? lastModified, Func<string, string>? toETag = null) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<ResponseJson>();
        var place = keep ? httpContext.Features.Get<PublishedPlace>() : null;
        var document = new StoredDocument(
            json.Write(value),
            httpContext.ReaderLanguage(),
            isPublished,
            lastModified,
            LinkTo(httpContext),
            toETag,
            level: place is null ? CompressionLevel.Fastest : CompressionLevel.Optimal);
        place?.Keep(document);

        return document.WriteTo(httpContext);
    }

    private string? LinkTo(HttpContext http)
    {
        if (value is not IPage { Next: { } next })
        {
            return null;
        }

        var query = http.Request.Query.Where(parameter => parameter.Key != "cursor")
            .Append(new("cursor", next))
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value.ToString())}");

        return $"<{http.Request.Path}?{string.Join('&', query)}>; rel=\"next\"";
    }
}

internal static class Document
{
    /// <summary>A resource that can change at any time.</summary>
    public static Document<T> Of<T>(T value) => new(value, isPublished: false, keep: false, null);

    /// <summary>A resource that is changed with <c>If-Match</c>: its version is its ETag.</summary>
    public static Document<T> Versioned<T>(T value, int version) => new(value, isPublished: false, keep: false, null, _ => Versions.ToETag(version));

    /// <summary>A versioned resource whose response also contains data that change without the version.</summary>
    public static Document<T> Changing<T>(T value, int version) =>
        new(value, isPublished: false, keep: false, null, content => Versions.ToETag(version, content));

    /// <summary>An announced resource.</summary>
    /// <param name="keep">
    /// Whether its bytes are cached until the next publication: only for reads with few parameters, since an
    /// instant or a cursor makes every address unique.
    /// </param>
    public static Document<T> Published<T>(T value, DateTimeOffset? lastModified, bool keep) => new(value, isPublished: true, keep, lastModified);
}
