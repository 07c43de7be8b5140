using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Api.Callers;

/// <summary>
/// The request that an operation sends. Its access rule, declared in Application, is checked before the body is
/// read, and documents who may call; the mediator checks it again before the use case runs.
/// </summary>
internal sealed record SentRequest(Type Type)
{
    public AccessRuleAttribute Rule { get; } = AccessRuleAttribute.Of(Type);
}

internal static class Access
{
    public static RouteHandlerBuilder Sends<TRequest>(this RouteHandlerBuilder endpoint)
    {
        var sent = new SentRequest(typeof(TRequest));
        endpoint.WithMetadata(sent).Refuses(AccessErrors.CredentialsInvalid).Refuses(HttpRefusals.TooManyRequests).Refuses(HttpRefusals.Busy);
        endpoint.Finally(made =>
        {
            if (DiskReserve.Writes([.. made.Metadata]))
            {
                made.Metadata.Add(HttpRefusals.Of(DiskErrors.StorageFull));
            }
        });

        return sent.Rule switch
        {
            ForEveryoneAttribute => endpoint,
            ForTheSignedInAttribute => endpoint.Refuses(AccessErrors.CredentialsNeeded),
            ForAccountsAttribute => endpoint.Refuses(AccessErrors.CredentialsNeeded).Refuses(AccessErrors.AccountsOnly),
            _ => endpoint.Refuses(AccessErrors.CredentialsNeeded).Refuses(AccessErrors.NotAllowed, AccessErrors.SecondFactorNeeded),
        };
    }

    public static void UseAccess(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<SentRequest>() is { } sent
            && sent.Rule.Refuse(http.RequestServices.GetRequiredService<RequestContext>().Caller) is { } refusal)
        {
            throw new DomainException(refusal);
        }

        return next(http);
    });
}
