using System.IO.Pipelines;
using Compliance.Api.Refusals;
using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>Rules for all JSON bodies.</summary>
internal static class JsonBodies
{
    /// <summary>The limit of a body, unless its operation has another one.</summary>
    public const long UsualBytes = 1024 * 1024;

    /// <summary>For operations that take many long texts, or many answers.</summary>
    public const long ManyBytes = 10 * UsualBytes;

    /// <summary>Callers without credentials send shorter lists, and not more bytes than usual.</summary>
    private const int MostAnonymousElements = 2_000;

    private const string Utf8 = "utf-8";

    /// <summary>Declares an operation that takes JSON, its limit, and the refusals of a body that is not as expected.</summary>
    public static TBuilder TakesJson<TBuilder>(this TBuilder endpoint, long mostBytes = UsualBytes)
        where TBuilder : IEndpointConventionBuilder => endpoint
            .WithMetadata(new BodyLimit(mostBytes))
            .Refuses(HttpRefusals.MalformedRequest)
            .Refuses(HttpRefusals.BodyTooLarge)
            .Refuses(HttpRefusals.UnsupportedMediaType);

    /// <summary>
    /// Reads the whole body of an operation that takes JSON, and refuses it by its structure (<see cref="BodyScan"/>) before the operation creates anything
    /// from it.
    /// </summary>
    public static void UseJsonBodies(this WebApplication app)
    {
        var json = app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

        app.Use(async (http, next) =>
        {
            if (TypeOfJson(http) is { } type)
            {
                RequireUtf8(http.Request);
                var isAnonymous = http.RequestServices.GetRequiredService<RequestContext>().Caller.Kind == CallerKind.Anonymous;
                BodyLimit.Lower(http, isAnonymous ? UsualBytes : ManyBytes);
                var body = await Read(http);
                var faults = BodyScan.Check(body, json.GetTypeInfo(type), isAnonymous ? MostAnonymousElements : int.MaxValue);

                if (faults.Count > 0)
                {
                    throw faults[^1].Error == InputErrors.TooMany ? new InvalidRequestException([faults[^1]]) : new MalformedBodyException(faults);
                }
            }

            await next(http);
        });
    }

    /// <summary>The type that the operation reads from a JSON body; null if it takes none, or got none.</summary>
    private static Type? TypeOfJson(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
            && accepts.ContentTypes.Contains("application/json") && http.Request.ContentType is not null ? type : null;

    /// <summary>
    /// JSON is UTF-8 (RFC 8259). The framework fails on an unknown charset and on one in quotation
    /// marks, so the charset is removed.
    /// </summary>
    private static void RequireUtf8(HttpRequest request)
    {
        // A parameter has a value (RFC 9110, 5.6.6), although the parser accepts an empty one.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.Parameters.Any(parameter => parameter.Value.Length == 0)
            || (type.Charset.Length > 0 && !HeaderUtilities.RemoveQuotes(type.Charset).Equals(Utf8, StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadHttpRequestException("JSON is taken in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }

        request.ContentType = type.MediaType.Value;
    }

    /// <summary>Afterwards the body can be read again, from memory.</summary>
    private static async Task<byte[]> Read(HttpContext http)
    {
        using var received = new MemoryStream();
        await http.Request.Body.CopyToAsync(received, http.RequestAborted);
        var body = received.ToArray();
        http.Request.Body = new MemoryStream(body, writable: false);
        http.Features.Set<IRequestBodyPipeFeature>(new BodyInMemory(PipeReader.Create(new(body))));

        return body;
    }

    private sealed record BodyInMemory(PipeReader Reader) : IRequestBodyPipeFeature;
}
