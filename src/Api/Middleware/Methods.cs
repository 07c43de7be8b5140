using Compliance.Api.Refusals;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Middleware;

/// <summary>Marks an operation that reads.</summary>
/// <param name="MediaTypes">The media types of its responses.</param>
internal sealed record ReadOperation(IReadOnlyList<string> MediaTypes);

/// <summary>What HTTP expects of every resource, whatever it is: HEAD where there is GET, and OPTIONS.</summary>
internal static class Methods
{
    private static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>For a GET beside which HEAD is an operation of its own.</summary>
    public static TBuilder WithoutHead<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OwnHead());

    /// <summary>Answers HEAD like GET, without the content, and refuses to read what the client does not accept.</summary>
    public static RouteGroupBuilder ReadsByHead(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            var metadata = endpoint.Metadata;

            if (metadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods is not { } methods || !methods.Any(reading.Contains))
            {
                return;
            }

            metadata.Add(new ReadOperation(
                [.. metadata.OfType<IProducesResponseTypeMetadata>().Where(response => response.StatusCode == StatusCodes.Status200OK).SelectMany(response => response.ContentTypes).Distinct()]));
            metadata.Add(HttpRefusals.NotAcceptable);

            if (methods.Contains(HttpMethods.Get) && !metadata.OfType<OwnHead>().Any())
            {
                metadata.Add(new HttpMethodMetadata(reading));
            }
        });

        return group;
    }

    /// <summary>Answers OPTIONS with the methods of the address, which routing has put into <c>Allow</c>.</summary>
    public static void UseOptions(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);

        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed && !http.Response.HasStarted)
        {
            Answer(http);
        }
    });

    /// <summary>For documents that are served by GET outside of routing: HEAD is answered like GET, and no other method is.</summary>
    public static void UseReadsOnly(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            // The server sends no content in response to HEAD, whatever is written.
            http.Request.Method = HttpMethods.Get;
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Headers.Vary = HeaderNames.AcceptEncoding;

            return next(http);
        }

        http.Response.Headers.Allow = string.Join(", ", reading);
        Answer(http);

        return Task.CompletedTask;
    });

    private static void Answer(HttpContext http)
    {
        http.Response.StatusCode = HttpMethods.IsOptions(http.Request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Append(HeaderNames.Allow, HttpMethods.Options);
    }

    private sealed record OwnHead;
}
