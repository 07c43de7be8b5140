using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Api.Middleware;

/// <summary>
/// How many requests a caller may send per minute, by class of caller (<c>RateLimits</c>). Cached published responses
/// are cheaper than counting and are not counted.
/// </summary>
internal sealed record RateSettings(int Anonymous, int SignIn, int Account, int ApiKey)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateSettings Of(IConfiguration configuration)
    {
        int Read(string name, int usual) => configuration.GetValue<int?>($"RateLimits:{name}") switch
        {
            null => usual,
            > 0 and { } number => number,
            { } number => throw new InvalidOperationException($"RateLimits:{name} is {number}; it must be a positive number of requests a minute."),
        };

        return new(Read("Anonymous", 300), Read("SignIn", 20), Read("Account", 1200), Read("ApiKey", 3000));
    }

    public (string Name, int Quota) Of(Caller caller, bool isSignIn) => caller.Kind switch
    {
        _ when isSignIn => ("signIn", SignIn),
        CallerKind.Anonymous => ("anonymous", Anonymous),
        CallerKind.ApiKey => ("apiKey", ApiKey),
        _ => ("account", Account),
    };
}

/// <summary>Marks operations that take passwords or one-time links: they are counted separately, by network address.</summary>
internal sealed record LimitedLikeSignIn;

/// <summary>Marks operations that monitoring calls constantly.</summary>
internal sealed record ExemptFromRateLimits;

internal sealed class RateLimits(RateSettings settings) : IDisposable
{
    private static readonly LocalizedText tooMany = new(
        "Terlalu banyak permintaan dalam satu menit; tunggu selama jumlah detik dalam Retry-After.",
        "Too many requests in one minute; wait for the number of seconds in Retry-After.");

    private readonly PartitionedRateLimiter<(string Name, int Quota, string Who)> limiter =
        PartitionedRateLimiter.Create<(string Name, int Quota, string Who), string>(request =>
            RateLimitPartition.GetFixedWindowLimiter($"{request.Name} {request.Who}", _ => new()
            {
                PermitLimit = request.Quota,
                Window = RateSettings.Window,
                QueueLimit = 0,
            }));

    /// <summary>Continues while the caller has quota left; else responds with 429.</summary>
    public async Task Count(HttpContext http, RequestDelegate next)
    {
        var caller = http.RequestServices.GetRequiredService<RequestContext>().Caller;
        var isSignIn = http.GetEndpoint()?.Metadata.GetMetadata<LimitedLikeSignIn>() is not null;
        var (name, quota) = settings.Of(caller, isSignIn);
        var who = isSignIn || caller.Id is null ? NetworkOf(http.Connection.RemoteIpAddress) : caller.Id.Value.ToString();
        using var lease = limiter.AttemptAcquire((name, quota, who));
        AddHeaders(http, name, quota, limiter.GetStatistics((name, quota, who))?.CurrentAvailablePermits ?? 0);

        if (lease.IsAcquired)
        {
            await next(http);

            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : RateSettings.Window;
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problem.Of(http, HttpRefusals.TooManyRequests, tooMany).WriteTo(http);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>A household or office usually has a whole /64 of IPv6, so that counts as one address.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    /// <summary>Set when the response starts, because an error response clears headers that were set earlier.</summary>
    private static void AddHeaders(HttpContext http, string name, int quota, long left) => http.Response.OnStarting(() =>
    {
        var seconds = RateSettings.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = $"\"{name}\";q={quota};w={seconds}";
        http.Response.Headers["RateLimit"] = $"\"{name}\";r={left};t={seconds}";

        return Task.CompletedTask;
    });
}

internal static class RateLimitServices
{
    public static TBuilder WithSignInRateLimit<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new LimitedLikeSignIn());

    public static TBuilder WithoutRateLimit<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ExemptFromRateLimits());

    public static void AddRateLimits(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(_ => new RateLimits(RateSettings.Of(builder.Configuration)));

    public static void UseRateLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();

        app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<ExemptFromRateLimits>() is null ? limits.Count(http, next) : next(http));
    }
}
