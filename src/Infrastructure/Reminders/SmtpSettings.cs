using Compliance.Application.Common;
using MimeKit;

namespace Compliance.Infrastructure.Reminders;

/// <summary>The mail server, checked once at startup.</summary>
/// <param name="User">Null to connect without authentication.</param>
/// <param name="From">The sender, as <c>Name &lt;address&gt;</c> or an address.</param>
/// <param name="UseTls">Whether TLS is required: from the first byte on port 465, after STARTTLS on any other.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, MailboxAddress From, bool UseTls)
{
    private const int Submission = 587;

    /// <summary>Returns null if nothing is configured. Refuses invalid settings, and names the setting.</summary>
    public static SmtpSettings? Of(string? host, int? port, string? user, string? password, string? from, bool? useTls) =>
        string.IsNullOrWhiteSpace(host) ? null : new(
            host,
            port is null or (> 0 and <= ushort.MaxValue) ? port ?? Submission : throw new InvalidOperationException($"Smtp:Port is {port}; it must be a port number."),
            string.IsNullOrEmpty(user) ? null : user,
            password,
            MailboxAddress.TryParse(from, out var mailbox) && EmailAddress.Of(mailbox.Address) is not null
                ? mailbox
                : throw new InvalidOperationException($"Smtp:From is '{from}'; it must be an address such as 'Kepatuhan <kepatuhan@example.go.id>'."),
            useTls ?? true);
}
