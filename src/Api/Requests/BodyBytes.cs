using Compliance.Application.Evidence;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Compliance.Api.Requests;

/// <summary>Bodies that are too large for memory: they are limited by their readers and streamed to their destination.</summary>
internal static class BodyBytes
{
    /// <summary>What a body may contain besides its file, in bytes: the other fields of a form, and the frames of chunked encoding.</summary>
    private const long MostAround = 1024 * 1024;

    /// <summary>
    /// Reads a body with a file, under a limit of its own instead of the general one. The server enforces it, whether the length of the body was
    /// declared or not.
    /// </summary>
    /// <param name="maxBytes">The maximum size of the file.</param>
    public static async Task<T> ReadLargeBody<T>(this HttpContext http, long maxBytes, Func<Task<T>> read)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + MostAround;
        }

        try
        {
            return await read();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new DomainException(EvidenceErrors.FileTooLarge(maxBytes));
        }
    }

    /// <summary>Routing accepts requests without a Content-Type, so it is checked here.</summary>
    public static void RequireMediaType(this HttpRequest request, string mediaType)
    {
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new BadHttpRequestException($"This operation takes {mediaType}.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    /// <summary>A broken connection is an error of the client, not of the server.</summary>
    public static ByteSource Of(Stream body) => async (buffer, cancellationToken) =>
        await FromClient(async () => await body.ReadAsync(buffer, cancellationToken));

    /// <summary>Returns the next part of a form; null at its end.</summary>
    public static Task<MultipartSection?> NextSection(this MultipartReader reader, CancellationToken cancellationToken) =>
        FromClient(() => reader.ReadNextSectionAsync(cancellationToken));

    private static async Task<T> FromClient<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body cannot be read to its end.", problem);
        }
    }
}
