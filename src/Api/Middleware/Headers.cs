using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Middleware;

/// <summary>Headers that keep a browser from doing more with an answer than reading it.</summary>
internal static class Headers
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Swagger's page brings its own scripts and writes its styles inline.</summary>
    private const string Swagger = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>For bytes of others, should a browser show them after all: as a page of nobody, without scripts.</summary>
    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Marks an operation that answers with bytes that somebody brought.</summary>
    public static TBuilder Sandboxed<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SandboxedBytes());

    /// <summary>Set when the answer starts, since a refusal throws away what was set before it.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Apply, http);

        return next(http);
    });

    private static Task Apply(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // What a shared cache keeps says which page may read it.
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/swagger") ? Swagger
            : http.GetEndpoint()?.Metadata.GetMetadata<SandboxedBytes>() is not null ? Sandbox
            : Nothing;

        return Task.CompletedTask;
    }

    /// <summary>Outside Development a browser that came by https comes by https for a year; plain http is sent there where there is an https port.</summary>
    public static void UseHttpsOutsideDevelopment(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        app.UseHsts();

        if (app.Configuration["HTTPS_PORT"] is { Length: > 0 } || app.Configuration["ASPNETCORE_HTTPS_PORT"] is { Length: > 0 }
            || app.Configuration["urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true)
        {
            app.UseHttpsRedirection();
        }
    }

    private sealed record SandboxedBytes;
}
