using Compliance.Api.Middleware;
using Compliance.Application.Access;
using Compliance.Application.Calendars;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Microsoft.Extensions.Primitives;

namespace Compliance.Api.Callers;

/// <summary>
/// Identifies the caller before anything else happens. Invalid credentials are refused on every operation, even public ones,
/// so that a client learns of them at its first request.
/// </summary>
internal static class CallerAuthentication
{
    private const string ApiKeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";
    private const int LongestName = 200;

    private const string FeedParameter = "feed";

    /// <summary>Accepts the secret of a calendar feed on an endpoint, for programs that send no headers.</summary>
    public static RouteHandlerBuilder AcceptsFeedSecret(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new FeedSecretAccepted());

    public static void UseCallers(this WebApplication app) => app.Use(async (http, next) =>
    {
        var headers = http.Request.Headers;
        var context = http.RequestServices.GetRequiredService<RequestContext>();
        context.SetCaller(Caller.Anonymous, OriginOf(http));

        if (headers.Authorization.Count == 0 && !headers.ContainsKey(ApiKeyHeader) && FeedOf(http).Count == 0)
        {
            await next(http);
        }
        else if (await Read(http) is { } caller)
        {
            context.ReplaceCaller(caller);
            await next(http);
        }
        else
        {
            // Attempts with invalid credentials are rate-limited like anonymous requests.
            context.ReplaceCaller(Caller.Anonymous);
            await http.RequestServices.GetRequiredService<RateLimits>().Count(http, _ => throw new DomainException(AccessErrors.CredentialsInvalid));
        }
    });

    private static async ValueTask<Caller?> Read(HttpContext http)
    {
        var (authorization, key, feed) = (http.Request.Headers.Authorization, http.Request.Headers[ApiKeyHeader], FeedOf(http));

        // Two credentials could belong to two callers, and the audit needs exactly one.
        if (authorization.Count + key.Count + feed.Count != 1)
        {
            return null;
        }

        if (feed.Count == 1)
        {
            return await http.RequestServices.GetRequiredService<CalendarFeedLookup>().OwnerOf(feed.ToString(), http.RequestAborted);
        }

        var lookup = http.RequestServices.GetRequiredService<CallerLookup>();

        return key.Count == 1 ? await lookup.OfApiKey(key.ToString(), http.RequestAborted)
            : TokenOf(authorization) is not { } token ? null
            : http.RequestServices.GetRequiredService<OutsideIssuers>().IsFromOutside(token) ? await OutsideIssuers.Read(http, lookup)
            : await lookup.OfAccessToken(token, http.RequestAborted);
    }

    private static StringValues FeedOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<FeedSecretAccepted>() is null ? StringValues.Empty : http.Request.Query[FeedParameter];

    private static string? TokenOf(StringValues authorization) =>
        authorization.ToString() is var text && text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? text[Bearer.Length..].Trim() : null;

    private static Origin OriginOf(HttpContext http) => new(http.Connection.RemoteIpAddress?.ToString(), Plain(http.Request.Headers.UserAgent.ToString()));

    private static string? Plain(string name)
    {
        var plain = new string([.. name.Where(sign => char.IsAscii(sign) && !char.IsControl(sign)).Take(LongestName)]);

        return plain.Length == 0 ? null : plain;
    }

    private sealed record FeedSecretAccepted;
}
