using System.CommandLine;
using System.CommandLine.Parsing;
using Compliance.Application.Accounts;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Api.CommandLine;

internal static class AdminCommands
{
    public static Command All() => new("admin", "Manage accounts and personal data at the machine itself.") { Create(), Erase(), PurgeOrigins() };

    /// <summary>Nobody can register without an invitation, so the first administrator is created at the command line.</summary>
    private static Command Create()
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "ADDRESS", Description = "Whom to invite." };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "The person's name." };
        var command = new Command("create", "Invite the first administrator.") { email, name };
        command.SetAction((given, cancellationToken) => OnDatabase.Run(
            async mediator =>
            {
                var invited = await mediator.Send(
                    new InviteUser(null, given.GetRequiredValue(email), given.GetValue(name), [new Grant(Role.Administrator)]), cancellationToken);

                return $"""
                    Invited {invited.User.Email} as administrator, until {invited.Invitation!.ExpiresAt:u}.
                    Link:  {invited.Invitation.Link}
                    Or:    POST /api/v1/invitations/acceptance with this token and a password of 15 characters or more
                    Token: {invited.Invitation.Token}
                    The role counts once an authenticator is enrolled at /api/v1/me/authenticator.
                    """;
            },
            cancellationToken));

        return command;
    }

    private static Command Erase()
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "ADDRESS", Description = "Whose account it is." };
        var reason = new Option<string>("--reason") { Required = true, HelpName = "TEXT", Description = "Why, for the audit." };
        var command = new Command("erase", "Erase what names a person (UU 27/2022).") { email, reason };
        command.SetAction((given, cancellationToken) => OnDatabase.Run(
            async mediator =>
            {
                var erased = await mediator.Send(new EraseAccount(given.GetRequiredValue(email), given.GetRequiredValue(reason)), cancellationToken);

                return $"Erased account {erased.Id} and the personal data of {erased.AuditRows} entries of the audit.";
            },
            cancellationToken));

        return command;
    }

    private static Command PurgeOrigins()
    {
        var before = new Option<DateOnly>("--before") { Required = true, HelpName = "YYYY-MM-DD", Description = "The first day to keep, in UTC.", CustomParser = Day };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why, for the audit." };
        var command = new Command("purge-origins", "Erase network addresses of unknown callers.") { before, reason };
        command.SetAction((given, cancellationToken) => OnDatabase.Run(
            async mediator =>
            {
                var request = new PurgeOrigins(new(given.GetRequiredValue(before), TimeOnly.MinValue, TimeSpan.Zero), given.GetValue(reason));

                return $"Forgot the origins of {(await mediator.Send(request, cancellationToken)).AuditRows} entries of the audit.";
            },
            cancellationToken));

        return command;
    }

    private static DateOnly Day(ArgumentResult given)
    {
        if (DateInput.ReadDay(given.Tokens.Single().Value, out var day) is not null)
        {
            given.AddError($"'{given.Tokens.Single().Value}' is not a day such as 2026-08-01.");
        }

        return day;
    }
}
