using System.Text.Json.Serialization;
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

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/users").WithTags("Users");
        users.MapGet("", List).WithName("listUsers").Sends<ListUsers>()
            .WithSummary("List the user accounts")
            .Takes("email", "The e-mail address of the account.")
            .TakesOneOf<AccountStatus>("status", "The status of the account");
        users.MapPost("", Invite).WithName("inviteUser").Sends<InviteUser>()
            .WithSummary("Invite a user")
            .WithDescription("The one-time link is shown in this answer only.")
            .TakesJson()
            .Refuses(AccessErrors.EmailTaken, ConcurrencyErrors.IdTaken)
            .Refuses(AccessErrors.GrantsRefused)
            .TakesIdempotencyKey();
        var user = users.MapGroup("/{id:guid}").Takes("id", "The id of the user account.").Refuses(HttpRefusals.NotFound);
        user.MapGet("", Get).WithName("getUser").Sends<GetUser>().WithSummary("Read a user account");
        user.MapPut("", Change).WithName("changeUser").Sends<ChangeUser>().WithoutReserve()
            .WithSummary("Change the name, roles and status of a user account")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.Erased)
            .Refuses(AccessErrors.GrantsRefused, AccessErrors.OwnAccess);
        user.MapPost("/invitation", InviteAgain).WithName("inviteUserAgain").Sends<InviteUserAgain>()
            .WithSummary("Renew the invitation of a user account")
            .WithDescription("For a lost password or phone; the one-time link is shown in this answer only.")
            .Refuses(AccessErrors.Erased, AccessErrors.Disabled)
            .Refuses(AccessErrors.NoPassword)
            .TakesIdempotencyKey();
        user.MapDelete("/sessions", EndSessions).WithName("endUserSessions").Sends<EndUserSessions>().WithoutReserve()
            .WithSummary("End all sessions of a user account")
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
    }

    private static async Task<Document<Page<UserDetails>>> List(
        string? email, string? status, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListUsers(query.Text(nameof(email), email), query.OneOf<AccountStatus>(nameof(status), status), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<UserInvited>> Invite(InviteBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var invited = await mediator.Send(new InviteUser(body.Id, body.Email, body.Name, body.Grants), cancellationToken);

        return TypedResults.Created($"/api/v1/users/{invited.User.Id}", invited);
    }

    private static async Task<Document<UserDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        var user = await mediator.Send(new GetUser(id), cancellationToken);

        return Document.Versioned(user, user.Version);
    }

    private static async Task<Document<UserDetails>> Change(Guid id, ChangeUserBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var user = await mediator.Send(
            new ChangeUser(id, http.ExpectedVersions(), body.Name, body.Grants, body.Disabled ?? false, body.Reason), cancellationToken);

        return Document.Versioned(user, user.Version);
    }

    private static async Task<Ok<UserInvited>> InviteAgain(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(await mediator.Send(new InviteUserAgain(id), cancellationToken));
    }

    private static async Task<Ok<SessionsEnded>> EndSessions(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new EndUserSessions(id), cancellationToken));
}

internal sealed record InviteBody(Guid? Id, [property: JsonConverter(typeof(TextAsSent))] string? Email, string? Name, IReadOnlyList<Grant>? Grants);

internal sealed record ChangeUserBody(string? Name, IReadOnlyList<Grant>? Grants, bool? Disabled, string? Reason);
