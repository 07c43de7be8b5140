using Compliance.Application.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Compliance.Api.Requests;

/// <summary>Bodies that are too large for memory: they are limited by their readers and streamed to their destination.</summary>
internal static class BodyBytes
{
    /// <summary>Disables the general limit of bodies, because the operation has its own.</summary>
    public static void TakeLargeBody(this HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
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
