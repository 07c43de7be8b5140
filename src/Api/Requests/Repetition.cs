using System.Security.Cryptography;
using System.Text;
using Compliance.Api.Errors;
using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Domain.Common;
using Compliance.Domain.Results;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Api.Requests;

/// <summary>
/// Creating is safe to repeat: under an <c>Idempotency-Key</c> the same request gets the answer it got
/// before, and another request is refused. Only answers of success are kept. A key belongs to its caller: what one
/// was answered is shown to nobody else.
/// </summary>
internal static class Repetition
{
    private const string Header = "Idempotency-Key";

    private static readonly DomainError keyReused = new RepeatableAnswer("", "", 0, null, [], default).OtherContent("");

    /// <summary>Marks an operation as one that takes the header. Two requests at once under one key are a race, too.</summary>
    public static TBuilder SafeToRepeat<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SafelyRepeated()).Refuses(ResultErrors.ChangedMeanwhile, keyReused);

    public static void UseRepetition(this WebApplication app) => app.Use((http, next) =>
        http.Request.Headers.TryGetValue(Header, out var key) && http.GetEndpoint()?.Metadata.GetMetadata<SafelyRepeated>() is not null
            ? AnswerOnce(http, key.ToString(), next)
            : next(http));

    private static async Task AnswerOnce(HttpContext http, string key, RequestDelegate next)
    {
        if (key.Length == 0 || PlainText.Check(key, RepeatableAnswer.KeyLength) is not null)
        {
            throw new InvalidRequestException([RequestErrors.BadIdempotencyKey.At($"/{Header}")]);
        }

        key = OfCaller(http, key);
        var cancellationToken = http.RequestAborted;
        var db = http.RequestServices.GetRequiredService<IComplianceDb>();
        var sha256 = await HashOf(http.Request, cancellationToken);
        var before = await db.RepeatableAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.Key == key, cancellationToken);

        if (before is null)
        {
            await AnswerAndKeep(http, key, sha256, next);

            return;
        }

        Rule.Require(before.ContentSha256 == sha256, before.OtherContent(sha256));
        http.Response.StatusCode = before.Status;
        http.Response.Headers.Location = before.Location;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(before.Body, cancellationToken);
    }

    /// <summary>Hashed, so that it fits beside the caller into the column, however long it is.</summary>
    private static string OfCaller(HttpContext http, string key)
    {
        var caller = http.RequestServices.GetRequiredService<Call>().Caller;

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Kind}/{caller.Id}/{key}")));
    }

    private static async Task AnswerAndKeep(HttpContext http, string key, string sha256, RequestDelegate next)
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

        if (http.Response.StatusCode is >= 200 and < 300)
        {
            var db = http.RequestServices.GetRequiredService<IComplianceDb>();
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

            // What the request left unsaved, as a dry run does, is not to be saved with the key.
            db.Forget();
            db.RepeatableAnswers.Add(new(key, sha256, http.Response.StatusCode, http.Response.Headers.Location, inside.ToArray(), now));
            await db.SaveChangesAsync(http.RequestAborted);
        }

        inside.Position = 0;
        await inside.CopyToAsync(outside, http.RequestAborted);
    }

    private static async Task<string> HashOf(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        hash.AppendData(body.ToArray());
        request.Body.Position = 0;

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal sealed record SafelyRepeated;
}
