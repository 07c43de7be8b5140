using Microsoft.AspNetCore.Http.Timeouts;

namespace Compliance.Api.Middleware;

/// <summary>Limits how long a request may run; reading the whole audit has a higher limit.</summary>
internal static class TimeLimits
{
    private static readonly TimeSpan usual = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan patient = TimeSpan.FromMinutes(30);

    public static TBuilder WithLongTimeout<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequestTimeoutAttribute((int)patient.TotalMilliseconds));

    public static void AddTimeLimits(this IServiceCollection services) =>
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = usual });
}
