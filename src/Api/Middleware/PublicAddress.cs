using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Domain.Common;
using Microsoft.Extensions.Primitives;

namespace Compliance.Api.Middleware;

/// <summary>
/// Under which names the program is reached (<c>AllowedHosts</c>, <c>PublicUrl</c>), and that it is reached over https outside Development. The header
/// <c>Host</c> comes from the caller, so a redirect only leads to a configured name.
/// </summary>
internal static class PublicAddress
{
    private const string Health = "/health";
    private const string AllNames = "*";

    private static readonly TimeSpan aYear = TimeSpan.FromDays(365);

    /// <summary>Monitors and load balancers reach the program under other names.</summary>
    private static readonly string[] loopback = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly LocalizedText httpsRequired = new("Gunakan https untuk alamat ini.", "Use https for this address.");

    private static readonly LocalizedText unknownHost = new("Layanan ini tidak tersedia pada nama tersebut.", "The service is not available under that name.");

    public static void AddPublicAddress(this WebApplicationBuilder builder)
    {
        builder.Services.AddHsts(options => options.MaxAge = aYear);

        // The framework's own filter stands before everything: it refuses monitors as well, and without a problem document.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = [AllNames]);
    }

    /// <summary>Outside Development: HSTS for a year over https, and no plain http if there is an https port.</summary>
    public static void UsePublicAddress(this WebApplication app)
    {
        app.RequireKnownName();

        if (app.Environment.IsDevelopment())
        {
            return;
        }

        app.UseHsts();

        if (HasHttpsPort(app.Configuration))
        {
            var publicUrl = PublicUrlOf(app.Configuration);
            var isNameKnown = NamesOf(app.Configuration).Count > 0;
            app.Use((http, next) => http.Request.IsHttps || IsHealth(http) ? next(http)
                : publicUrl is null && !isNameKnown ? Problem.Of(http, HttpRefusals.HttpsRequired, httpsRequired).WriteTo(http)
                : Redirect(http, publicUrl?.GetLeftPart(UriPartial.Authority) ?? $"https://{http.Request.Host.Host}{PortOf(app.Configuration)}"));
        }
    }

    private static void RequireKnownName(this WebApplication app)
    {
        if (NamesOf(app.Configuration) is not { Count: > 0 } names)
        {
            return;
        }

        List<StringSegment> allowed = [.. names, .. loopback];
        app.Use((http, next) => IsHealth(http) || HostString.MatchesAny(http.Request.Host.Host, allowed)
            ? next(http)
            : Problem.Of(http, HttpRefusals.UnknownHost, unknownHost).WriteTo(http));
    }

    /// <summary>The method and the body are kept.</summary>
    private static Task Redirect(HttpContext http, string origin)
    {
        http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        http.Response.Headers.Location = $"{origin}{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}";

        return Task.CompletedTask;
    }

    private static bool IsHealth(HttpContext http) => http.Request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase);

    private static bool HasHttpsPort(IConfiguration configuration) =>
        HttpsPort(configuration) is not null || configuration["urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true;

    private static string? HttpsPort(IConfiguration configuration) =>
        configuration["HTTPS_PORT"] is { Length: > 0 } port ? port
        : configuration["ASPNETCORE_HTTPS_PORT"] is { Length: > 0 } other ? other
        : null;

    private static string PortOf(IConfiguration configuration) => HttpsPort(configuration) is { } port and not "443" ? $":{port}" : "";

    /// <summary>The configured names, of which the public address is one; empty if none is configured.</summary>
    private static List<string> NamesOf(IConfiguration configuration)
    {
        List<string> names = [.. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => name != AllNames)];

        if (PublicUrlOf(configuration) is { } address)
        {
            names.Add(address.Host);
        }

        return names;
    }

    private static Uri? PublicUrlOf(IConfiguration configuration) => configuration["PublicUrl"] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address
        : throw new InvalidOperationException($"PublicUrl is '{text}'; it must be an address such as https://kepatuhan.example.go.id.");
}
