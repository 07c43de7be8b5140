using Compliance.Api.Refusals;
using Compliance.Application.Common;
using Compliance.Application.Idempotency;
using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

/// <summary>Marks an operation as one that takes an <c>Idempotency-Key</c>.</summary>
internal sealed record IdempotentOperation;

/// <summary>The HTTP header <c>Idempotency-Key</c>: buffers the body for the comparison, and repeats the stored response.</summary>
internal static class IdempotencyHeader
{
    private const string Header = "Idempotency-Key";

    private static readonly DomainError keyReused = new IdempotencyRecord("", "", 0, null, [], default).OtherContent("");

    /// <summary>Two concurrent requests under one key can conflict as well.</summary>
    public static TBuilder TakesIdempotencyKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new IdempotentOperation()).Refuses(ConcurrencyErrors.ChangedMeanwhile, keyReused);

    public static void UseIdempotency(this WebApplication app) => app.Use((http, next) =>
        http.Request.Headers.TryGetValue(Header, out var key) && http.GetEndpoint()?.Metadata.GetMetadata<IdempotentOperation>() is not null
            ? AnswerOnce(http, key.ToString(), next)
            : next(http));

    private static async Task AnswerOnce(HttpContext http, string key, RequestDelegate next)
    {
        if (!IdempotencyKeys.IsKey(key))
        {
            throw new InvalidRequestException([RequestErrors.BadIdempotencyKey.At($"/{Header}")]);
        }

        var keys = http.RequestServices.GetRequiredService<IdempotencyKeys>();
        var request = await Read(http.Request, key, http.RequestAborted);

        if (await keys.Find(request, http.RequestAborted) is { } before)
        {
            await Repeat(before, http);
        }
        else
        {
            await AnswerAndKeep(http, keys, request, next);
        }
    }

    private static async Task<IdempotentRequest> Read(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        request.Body.Position = 0;

        return new(key, request.Method, $"{request.Path}{request.QueryString}", body.ToArray());
    }

    private static async Task Repeat(IdempotencyRecord before, HttpContext http)
    {
        http.Response.StatusCode = before.Status;
        http.Response.Headers.Location = before.Location;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(before.Body, http.RequestAborted);
    }

    private static async Task AnswerAndKeep(HttpContext http, IdempotencyKeys keys, IdempotentRequest request, RequestDelegate next)
    {
        var outside = http.Response.Body;
        using var inside = new MemoryStream();
        http.Response.Body = inside;

        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outside;
        }

        await keys.Keep(request, http.Response.StatusCode, http.Response.Headers.Location, inside.ToArray(), http.RequestAborted);
        inside.Position = 0;
        await inside.CopyToAsync(outside, http.RequestAborted);
    }
}
