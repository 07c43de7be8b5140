using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Compliance.Api.Middleware;

/// <summary>
/// Any page may read what is public, without credentials. Pages of the origins in <c>Cors:Origins</c> may do what
/// their users may; there are no cookies, so no credentials are sent implicitly.
/// </summary>
internal sealed class CrossOrigin(IReadOnlyList<string> trusted) : ICorsPolicyProvider
{
    private static readonly string[] exposed = ["Accept-Ranges", "Allow", "Content-Disposition", "Content-Range", "ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "Upload-Offset"];
    private static readonly TimeSpan preflightLife = TimeSpan.FromHours(1);

    private readonly CorsPolicy everyone = new CorsPolicyBuilder()
        .AllowAnyOrigin().WithMethods("GET", "HEAD").WithHeaders("Accept", "Accept-Language", "If-Modified-Since", "If-None-Match", "If-Range", "Range")
        .WithExposedHeaders(exposed).SetPreflightMaxAge(preflightLife).Build();

    private readonly CorsPolicy trustedOrigins = new CorsPolicyBuilder([.. trusted])
        .WithMethods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
        .WithHeaders("Accept", "Accept-Language", "Authorization", "Content-Range", "Content-Type", "Idempotency-Key", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "Range", "Upload-Offset", "X-Api-Key")
        .WithExposedHeaders(exposed).SetPreflightMaxAge(preflightLife).Build();

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) =>
        Task.FromResult<CorsPolicy?>(trusted.Contains(context.Request.Headers.Origin.ToString()) ? trustedOrigins : everyone);
}

internal static class CrossOriginServices
{
    public static void AddCrossOrigin(this WebApplicationBuilder builder)
    {
        var origins = builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        builder.Services.AddCors();
        builder.Services.AddSingleton<ICorsPolicyProvider>(new CrossOrigin(origins));
    }
}
