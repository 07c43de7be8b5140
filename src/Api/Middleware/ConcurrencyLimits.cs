using System.Threading.RateLimiting;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Api.Middleware;

/// <summary>How many requests are worked on at the same moment (<c>ConcurrentRequests</c>): of one caller, and of all callers of a class.</summary>
/// <param name="OneCaller">Of an account, an API key, or a network address without credentials.</param>
internal sealed record ConcurrencySettings(int OneCaller, int Anonymous, int Account, int ApiKey)
{
    public static ConcurrencySettings Of(IConfiguration configuration)
    {
        int Read(string name, int usual) => configuration.GetValue<int?>($"ConcurrentRequests:{name}") switch
        {
            null => usual,
            > 0 and { } number => number,
            { } number => throw new InvalidOperationException($"ConcurrentRequests:{name} is {number}; it must be a positive number of requests."),
        };

        return new(Read("OneCaller", 32), Read("Anonymous", 64), Read("Account", 128), Read("ApiKey", 64));
    }

    public int Of(CallerKind kind) => kind switch
    {
        CallerKind.Anonymous => Anonymous,
        CallerKind.ApiKey => ApiKey,
        _ => Account,
    };
}

/// <summary>
/// Keeps one caller, or one class of callers, from taking the memory and the database connections of all others. A request counts until its response
/// is sent.
/// </summary>
internal sealed class ConcurrencyLimits(ConcurrencySettings settings) : IDisposable
{
    private const string RetryAfterSeconds = "1";

    private static readonly LocalizedText ofCaller = new(
        "Terlalu banyak permintaan yang berjalan bersamaan; kirim berikutnya setelah salah satunya selesai.",
        "Too many requests at the same time; send the next one when one of them has finished.");

    private static readonly LocalizedText ofAll = new(
        "Layanan sedang melayani permintaan sebanyak batasnya; coba lagi sebentar.", "The service is at its limit of simultaneous requests; try again in a moment.");

    private readonly PartitionedRateLimiter<(CallerKind Kind, string Who)> callers =
        PartitionedRateLimiter.Create<(CallerKind Kind, string Who), (CallerKind, string)>(caller =>
            RateLimitPartition.GetConcurrencyLimiter(caller, _ => new() { PermitLimit = settings.OneCaller, QueueLimit = 0 }));

    private readonly PartitionedRateLimiter<CallerKind> classes = PartitionedRateLimiter.Create<CallerKind, CallerKind>(kind =>
        RateLimitPartition.GetConcurrencyLimiter(kind, each => new() { PermitLimit = settings.Of(each), QueueLimit = 0 }));

    public async Task Run(HttpContext http, RequestDelegate next)
    {
        var caller = http.RequestServices.GetRequiredService<RequestContext>().Caller;
        using var own = callers.AttemptAcquire((caller.Kind, caller.Id?.ToString() ?? RateLimits.NetworkOf(http.Connection.RemoteIpAddress)));

        if (!own.IsAcquired)
        {
            await Refuse(http, HttpRefusals.TooManyRequests, ofCaller);

            return;
        }

        using var shared = classes.AttemptAcquire(caller.Kind);
        await (shared.IsAcquired ? next(http) : Refuse(http, HttpRefusals.Busy, ofAll));
    }

    public void Dispose()
    {
        callers.Dispose();
        classes.Dispose();
    }

    private static Task Refuse(HttpContext http, HttpRefusal refusal, LocalizedText detail)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;

        return Problem.Of(http, refusal, detail).WriteTo(http);
    }
}

internal static class ConcurrencyLimitServices
{
    public static void AddConcurrencyLimits(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(_ => new ConcurrencyLimits(ConcurrencySettings.Of(builder.Configuration)));

    public static void UseConcurrencyLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<ConcurrencyLimits>();

        app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<ExemptFromRateLimits>() is null ? limits.Run(http, next) : next(http));
    }
}
