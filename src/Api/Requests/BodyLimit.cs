using Compliance.Domain.Common;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Compliance.Api.Requests;

/// <summary>The limit of a request's body in bytes. Routing sets it before anything is read.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    private const long Kilobyte = 1024;

    /// <summary>Sets the limit of this request to a lower one.</summary>
    public static void Lower(HttpContext http, long most)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && !(limit.MaxRequestBodySize <= most))
        {
            limit.MaxRequestBodySize = most;
        }
    }

    /// <summary>The detail of a refusal, with the limit.</summary>
    public static LocalizedText Exceeded(HttpContext http)
    {
        var kilobytes = (http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0) / Kilobyte;

        return new($"Isi permintaan melebihi batas {Figures.Indonesian(kilobytes)} KB.", $"The request body exceeds the limit of {Figures.English(kilobytes)} KB.");
    }
}
