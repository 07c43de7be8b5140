using Compliance.Api.Refusals;
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
    private readonly FileStreamHttpResult file = TypedResults.Stream(
        bytes, mediaType, fileName, lastModified: null, new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = cacheControl;
        await file.ExecuteAsync(httpContext);

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
