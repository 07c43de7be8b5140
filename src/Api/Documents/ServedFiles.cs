using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>
/// A file as a response: with ranges, and the SHA-256 of its bytes as strong ETag. What it was made from is closed by then, so that a client
/// that reads slowly holds nothing but the file.
/// </summary>
/// <param name="cacheControl">Who may keep the file.</param>
/// <param name="fileName">The name under which browsers store it, as an attachment; null if none is suggested.</param>
internal sealed class ServedFile(Stream bytes, string sha256, string mediaType, string cacheControl, string? fileName = null) : IResult
{
    private readonly string tag = $"\"{sha256}\"";

    /// <summary>The framework does not know that the tags of compressed responses name the same content; it is asked about the content itself.</summary>
    private readonly FileStreamHttpResult file = TypedResults.Stream(
        bytes, mediaType, fileName, lastModified: null, new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);

        if (!request.Accepts([mediaType]))
        {
            await bytes.DisposeAsync();

            throw new NotAcceptableException([mediaType]);
        }

        var known = EntityTags.NameIn(request.Headers.IfNoneMatch, tag, weakly: true);
        request.Headers.IfNoneMatch = known is null ? request.Headers.IfNoneMatch : tag;
        request.Headers.IfMatch = EntityTags.NameIn(request.Headers.IfMatch, tag, weakly: false) is null ? request.Headers.IfMatch : tag;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        await file.ExecuteAsync(httpContext);

        if (response.StatusCode == StatusCodes.Status304NotModified)
        {
            response.Headers.ETag = known;
        }

        if (response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted)
        {
            // The framework refuses a precondition or a range with the headers of the file; a problem document follows instead.
            response.ContentType = null;
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentDisposition);
        }
    }
}

internal static class ServedFiles
{
    /// <summary>Declares an operation that returns a file.</summary>
    /// <typeparam name="T">What the documentation shows: <c>string</c> for text, <see cref="Stream"/> for anything else.</typeparam>
    public static RouteHandlerBuilder ServesFile<T>(this RouteHandlerBuilder endpoint, params string[] mediaTypes) => endpoint
        .Produces<T>(StatusCodes.Status200OK, mediaTypes[0], mediaTypes[1..])
        .Produces<T>(StatusCodes.Status206PartialContent, mediaTypes[0], mediaTypes[1..])
        .Produces(StatusCodes.Status304NotModified)
        .Refuses(HttpRefusals.PreconditionFailed)
        .Refuses(HttpRefusals.RangeNotSatisfiable);
}
