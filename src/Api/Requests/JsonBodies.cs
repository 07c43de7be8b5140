using Compliance.Api.Refusals;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>Rules for all JSON bodies.</summary>
internal static class JsonBodies
{
    private const string Utf8 = "utf-8";

    /// <summary>Declares the refusals of a body that is not the expected JSON.</summary>
    public static TBuilder TakesJson<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint
            .Refuses(HttpRefusals.MalformedRequest)
            .Refuses(HttpRefusals.BodyTooLarge)
            .Refuses(HttpRefusals.UnsupportedMediaType);

    /// <summary>
    /// JSON is UTF-8 (RFC 8259). The framework fails on an unknown charset and on one in quotation
    /// marks, so the charset is removed.
    /// </summary>
    public static void UseJsonInUtf8(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null && http.Request.HasJsonContentType()
            && http.Request.GetTypedHeaders().ContentType is { Charset.Length: > 0 } type)
        {
            if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals(Utf8, StringComparison.OrdinalIgnoreCase))
            {
                throw new BadHttpRequestException("JSON is taken in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
            }

            http.Request.ContentType = type.MediaType.Value;
        }

        return next(http);
    });
}
