using Compliance.Application.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace Compliance.Api.Errors;

/// <summary>A request that is being refused: the framework clears its endpoint before the exception is handled.</summary>
internal static class RefusedRequest
{
    public static Endpoint? RequestedEndpoint(this HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint();

    /// <summary>The pattern of the route, which holds no values of the request.</summary>
    public static string RequestedRoute(this HttpContext http) => (http.RequestedEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown address";

    /// <summary>The kind and the id of the caller.</summary>
    public static string CallerForLog(this HttpContext http)
    {
        var caller = http.RequestServices.GetRequiredService<RequestContext>().Caller;

        return caller.Id is { } id ? $"{caller.Kind} {id}" : $"{caller.Kind}";
    }
}
