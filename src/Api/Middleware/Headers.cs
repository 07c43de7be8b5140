using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Middleware;

/// <summary>The content security policy of a page of the program.</summary>
internal sealed record PagePolicy(string Policy);

/// <summary>Headers that keep a browser from doing more with a response than reading it.</summary>
internal static class Headers
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Swagger's page loads its own scripts and has inline styles.</summary>
    private const string Swagger = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>For uploaded files, in case a browser shows them after all: in a unique origin, without scripts.</summary>
    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Marks an operation that returns uploaded bytes.</summary>
    public static TBuilder Sandboxed<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SandboxedBytes());

    /// <summary>Set when the response starts, because an error response clears headers that were set earlier.</summary>
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

        // The cached CORS headers depend on the origin of the page.
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/swagger") ? Swagger
            : http.GetEndpoint()?.Metadata.GetMetadata<SandboxedBytes>() is not null ? Sandbox
            : http.GetEndpoint()?.Metadata.GetMetadata<PagePolicy>() is { Policy: var policy } ? policy
            : Nothing;

        return Task.CompletedTask;
    }

    private sealed record SandboxedBytes;
}
