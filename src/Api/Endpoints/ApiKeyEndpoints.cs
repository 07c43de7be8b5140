using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Accounts;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/api-keys").WithTags("API keys");
        keys.MapGet("", List).WithName("listApiKeys").Sends<ListApiKeys>().WithSummary("List the API keys");
        keys.MapPost("", Make).WithName("makeApiKey").Sends<MakeApiKey>()
            .WithSummary("Create an API key")
            .WithDescription("The secret is shown in this answer only.")
            .TakesJson()
            .Refuses(ConcurrencyErrors.IdTaken)
            .Refuses(AccessErrors.ScopeNotForKeys, AccessErrors.KeyExpiry)
            .TakesIdempotencyKey();
        var key = keys.MapGroup("/{id:guid}").Takes("id", "The id of the API key.").Refuses(HttpRefusals.NotFound);
        key.MapPost("/rotation", Rotate).WithName("rotateApiKey").Sends<RotateApiKey>()
            .WithSummary("Rotate the secret of an API key")
            .WithDescription("The new secret is shown in this answer only; the old one stays valid for the overlap.")
            .TakesJson()
            .Refuses(AccessErrors.KeyRevoked, AccessErrors.KeyExpired)
            .Refuses(AccessErrors.OverlapTooLong, AccessErrors.KeyExpiry)
            .TakesIdempotencyKey();
        key.MapDelete("", Revoke).WithName("revokeApiKey").Sends<RevokeApiKey>().WithoutReserve()
            .WithSummary("Revoke an API key")
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
    }

    private static async Task<Document<Page<ApiKeyDetails>>> List(string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListApiKeys(query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<ApiKeyMade>> Make(ApiKeyBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var made = await mediator.Send(new MakeApiKey(body.Id, body.Holder, body.Scopes, body.ExpiresAt), cancellationToken);

        return TypedResults.Created((string?)null, made);
    }

    private static async Task<Ok<ApiKeyMade>> Rotate(Guid id, RotationBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(await mediator.Send(new RotateApiKey(id, body.OverlapHours, body.ExpiresAt), cancellationToken));
    }

    private static async Task<Ok<ApiKeyDetails>> Revoke(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RevokeApiKey(id), cancellationToken));
}

internal sealed record ApiKeyBody(Guid? Id, string? Holder, IReadOnlyList<Permission>? Scopes, DateTimeOffset? ExpiresAt);

internal sealed record RotationBody(int? OverlapHours, DateTimeOffset? ExpiresAt);
