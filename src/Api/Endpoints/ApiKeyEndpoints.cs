using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Requests;
using Compliance.Application.Accounts;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Results;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/api-keys").WithTags("API keys");
        keys.MapGet("", List).WithName("listApiKeys").WithSummary("The API keys, without their secrets").Sends<ListApiKeys>();
        keys.MapPost("", Make).WithName("makeApiKey")
            .WithSummary("Make an API key; its secret is shown once")
            .Sends<MakeApiKey>().TakesJson()
            .Refuses(AccessErrors.IdTaken, ResultErrors.ChangedMeanwhile)
            .Refuses(AccessErrors.ScopeNotForKeys, AccessErrors.KeyExpiry);
        var key = keys.MapGroup("/{id:guid}").Refuses(HttpRefusals.NotFound);
        key.MapPost("/rotation", Rotate).WithName("rotateApiKey")
            .WithSummary("A new secret; the old one stays valid for an overlap")
            .Sends<RotateApiKey>().TakesJson()
            .Refuses(AccessErrors.KeyRevoked, AccessErrors.KeyExpired, ResultErrors.ChangedMeanwhile)
            .Refuses(AccessErrors.OverlapTooLong, AccessErrors.KeyExpiry);
        key.MapDelete("", Revoke).WithName("revokeApiKey")
            .WithSummary("End a key for good")
            .Sends<RevokeApiKey>()
            .Refuses(ResultErrors.ChangedMeanwhile);
    }

    private static async Task<Document<Page<ApiKeyDetails>>> List(string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryReading();
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
