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

internal sealed class RateLimits(RateSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly LocalizedText tooMany = new(
        "Terlalu banyak permintaan dalam satu menit; tunggu selama jumlah detik dalam Retry-After.",
        "Too many requests in one minute; wait for the number of seconds in Retry-After.");

    private readonly PartitionedRateLimiter<Counted> limiter =
        PartitionedRateLimiter.Create<Counted, Counted>(request =>
            RateLimitPartition.GetFixedWindowLimiter(request, _ => new()
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
        var (window, left) = CurrentWindow();
        var counted = new Counted(name, quota, isSignIn || caller.Id is null ? NetworkOf(http.Connection.RemoteIpAddress) : $"{caller.Id}", window);
        using var lease = limiter.AttemptAcquire(counted);
        AddHeaders(http, name, quota, limiter.GetStatistics(counted)?.CurrentAvailablePermits ?? 0, left);

        if (lease.IsAcquired)
        {
            await next(http);

            return;
        }

        http.Response.Headers.RetryAfter = left.ToString(CultureInfo.InvariantCulture);
        await Problem.Of(http, HttpRefusals.TooManyRequests, tooMany).WriteTo(http);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Windows begin at the full minute, so that a response can tell when the next one begins.</summary>
    /// <returns>The number of the window, and the seconds until it ends: at least 1.</returns>
    private (long Number, int SecondsLeft) CurrentWindow()
    {
        var ticks = clock.GetUtcNow().UtcTicks;
        var number = ticks / RateSettings.Window.Ticks;

        return (number, (int)Math.Ceiling(TimeSpan.FromTicks(((number + 1) * RateSettings.Window.Ticks) - ticks).TotalSeconds));
    }

    /// <summary>A household or office usually has a whole /64 of IPv6, so that counts as one address.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    /// <summary>Set when the response starts, because an error response clears headers that were set earlier.</summary>
    private static void AddHeaders(HttpContext http, string name, int quota, long remaining, int secondsLeft) => http.Response.OnStarting(() =>
    {
        var seconds = RateSettings.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = $"\"{name}\";q={quota};w={seconds}";
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={remaining};t={secondsLeft}");

        return Task.CompletedTask;
    });

    /// <summary>One count: of a caller, in one window.</summary>
    private readonly record struct Counted(string Name, int Quota, string Who, long Window);
}

internal static class RateLimitServices
{
    public static TBuilder WithSignInRateLimit<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new LimitedLikeSignIn());

    public static TBuilder WithoutRateLimit<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ExemptFromRateLimits());

    public static void AddRateLimits(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(provider => new RateLimits(RateSettings.Of(builder.Configuration), provider.GetRequiredService<TimeProvider>()));

    public static void UseRateLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();

        app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<ExemptFromRateLimits>() is null ? limits.Count(http, next) : next(http));
    }
}
