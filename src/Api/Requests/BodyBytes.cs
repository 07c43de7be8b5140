using Compliance.Application.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Compliance.Api.Requests;

/// <summary>Bodies that are too large for the memory: whoever reads them limits them, and they go where they belong as they come.</summary>
internal static class BodyBytes
{
    /// <summary>Lifts the limit of every body, since another one holds here.</summary>
    public static void TakeLargeBody(this HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }

    /// <summary>The routing lets a request without a Content-Type through.</summary>
    public static void RequireMediaType(this HttpRequest request, string mediaType)
    {
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new BadHttpRequestException($"This operation takes {mediaType}.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    /// <summary>What breaks off on the way is the client's, not ours.</summary>
    public static ByteSource Of(Stream body) => async (buffer, cancellationToken) =>
        await FromClient(async () => await body.ReadAsync(buffer, cancellationToken));

    /// <summary>The next part of a form, or nothing at its end.</summary>
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
