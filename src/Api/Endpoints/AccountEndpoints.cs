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

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup("").WithTags("Signing in").WithSignInRateLimit();
        door.MapPost("/tokens", IssueTokens).WithName("issueTokens").Sends<SignIn>().WithoutReserve()
            .WithSummary("Sign in or renew the tokens of a session")
            .TakesJson()
            .Refuses(AccessErrors.SignInRefused, AccessErrors.OtpNeeded, AccessErrors.RefreshRefused)
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
        door.MapPost("/invitations/acceptance", Accept).WithName("acceptInvitation").Sends<AcceptInvitation>()
            .WithSummary("Set the password of an invited account")
            .TakesJson()
            .Refuses(ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(AccessErrors.InvitationInvalid, AccessErrors.PasswordRefused);
        var me = routes.MapGroup("/me").WithTags("Me");
        me.MapGet("", GetMe).WithName("getMe").Sends<GetMe>().WithSummary("Read your own roles and permissions");
        me.MapGet("/sessions", ListSessions).WithName("listMySessions").Sends<ListMySessions>().WithSummary("List your own sessions");
        me.MapDelete("/sessions/{id:guid}", EndSession).WithName("endMySession").Sends<EndMySession>().WithoutReserve()
            .WithSummary("End one of your own sessions")
            .Takes("id", "The id of the session.")
            .Refuses(HttpRefusals.NotFound)
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
        me.MapPut("/password", ChangePassword).WithName("changePassword").Sends<ChangePassword>().WithoutReserve()
            .WithSummary("Change your own password")
            .WithDescription("All other sessions end.")
            .WithSignInRateLimit().TakesJson()
            .Refuses(ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(AccessErrors.PasswordRefused, AccessErrors.PasswordWrong);
        me.MapPost("/authenticator", Enrol).WithName("enrolAuthenticator").Sends<EnrolAuthenticator>()
            .WithSummary("Begin the enrolment of an authenticator app")
            .WithSignInRateLimit().TakesJson()
            .Refuses(AccessErrors.AuthenticatorEnrolled, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(AccessErrors.PasswordWrong);
        me.MapPut("/authenticator", Confirm).WithName("confirmAuthenticator").Sends<ConfirmAuthenticator>()
            .WithSummary("Confirm an authenticator app with its first code")
            .WithSignInRateLimit().TakesJson()
            .Refuses(AccessErrors.AuthenticatorNotBegun, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(AccessErrors.OtpWrong);
    }

    private static async Task<Ok<TokensIssued>> IssueTokens(TokensBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(await mediator.Send<TokensIssued>(
            body.RefreshToken is null ? new SignIn(body.Email, body.Password, body.Otp) : new RefreshTokens(body.RefreshToken), cancellationToken));
    }

    private static async Task<Ok<InvitationAccepted>> Accept(AcceptanceBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AcceptInvitation(body.Token, body.Password), cancellationToken));

    private static async Task<Document<Me>> GetMe(IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetMe(), cancellationToken));

    private static async Task<Document<Page<SessionLine>>> ListSessions(IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListMySessions(), cancellationToken));

    private static async Task<Ok<SessionsEnded>> EndSession(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new EndMySession(id), cancellationToken));

    private static async Task<Ok<PasswordChanged>> ChangePassword(PasswordBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ChangePassword(body.Current, body.Next), cancellationToken));

    private static async Task<Ok<AuthenticatorBegun>> Enrol(EnrolBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(await mediator.Send(new EnrolAuthenticator(body.Password), cancellationToken));
    }

    private static async Task<Ok<Me>> Confirm(OtpBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ConfirmAuthenticator(body.Otp), cancellationToken));
}

/// <summary>Either a refresh token, or e-mail address, password and, if an authenticator is enrolled, its code.</summary>
internal sealed record TokensBody(
    [property: JsonConverter(typeof(TextAsSent))] string? Email,
    [property: JsonConverter(typeof(TextAsSent))] string? Password,
    [property: JsonConverter(typeof(TextAsSent))] string? Otp,
    [property: JsonConverter(typeof(TextAsSent))] string? RefreshToken);

internal sealed record AcceptanceBody(
    [property: JsonConverter(typeof(TextAsSent))] string? Token,
    [property: JsonConverter(typeof(TextAsSent))] string? Password);

internal sealed record PasswordBody(
    [property: JsonConverter(typeof(TextAsSent))] string? Current,
    [property: JsonConverter(typeof(TextAsSent))] string? Next);

internal sealed record EnrolBody([property: JsonConverter(typeof(TextAsSent))] string? Password);

internal sealed record OtpBody([property: JsonConverter(typeof(TextAsSent))] string? Otp);
