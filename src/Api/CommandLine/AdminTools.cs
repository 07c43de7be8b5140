using System.Globalization;
using Compliance.Application.Accounts;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using MediatR;

namespace Compliance.Api.CommandLine;

internal static class AdminTools
{
    /// <summary>There is no registration, so somebody at the machine makes the first administrator.</summary>
    public static Func<IMediator, CancellationToken, Task<string>> Create(ToolOptions options)
    {
        var request = new InviteUser(null, options.Needed("email"), options.Find("name"), [new Grant(Role.Administrator)]);

        return async (mediator, cancellationToken) =>
        {
            var invited = await mediator.Send(request, cancellationToken);

            return $"""
                Invited {invited.User.Email} as administrator, until {invited.Invitation!.ExpiresAt:u}.
                Link:  {invited.Invitation.Link}
                Or:    POST /api/v1/invitations/acceptance with this token and a password of 15 characters or more
                Token: {invited.Invitation.Token}
                The role counts once an authenticator is enrolled at /api/v1/me/authenticator.
                """;
        };
    }

    public static Func<IMediator, CancellationToken, Task<string>> Erase(ToolOptions options)
    {
        var request = new EraseAccount(options.Needed("email"), options.Needed("reason"));

        return async (mediator, cancellationToken) =>
        {
            var erased = await mediator.Send(request, cancellationToken);

            return $"Erased account {erased.Id} and the personal data of {erased.AuditRows} entries of the audit.";
        };
    }

    public static Func<IMediator, CancellationToken, Task<string>> PurgeOrigins(ToolOptions options)
    {
        var request = DateOnly.TryParseExact(options.Needed("before"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new PurgeOrigins(new(day, TimeOnly.MinValue, TimeSpan.Zero), options.Find("reason"))
            : throw new OptionMissingException("before YYYY-MM-DD");

        return async (mediator, cancellationToken) =>
            $"Forgot the origins of {(await mediator.Send(request, cancellationToken)).AuditRows} entries of the audit.";
    }
}
