using MimeKit;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Where mail is handed over, checked once when the program starts.</summary>
/// <param name="User">Null: without signing in.</param>
/// <param name="From">Whom messages come from, as <c>Name &lt;address&gt;</c> or an address.</param>
/// <param name="UseTls">Whether the server must speak TLS: from the first byte on port 465, after STARTTLS on any other.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, MailboxAddress From, bool UseTls)
{
    private const int Submission = 587;

    /// <summary>Null where nothing is set up. Refuses, with the setting's name, what cannot work.</summary>
    public static SmtpSettings? Of(string? host, int? port, string? user, string? password, string? from, bool? useTls) =>
        string.IsNullOrWhiteSpace(host) ? null : new(
            host,
            port is null or (> 0 and <= ushort.MaxValue) ? port ?? Submission : throw new InvalidOperationException($"Smtp:Port is {port}; it must be a port number."),
            string.IsNullOrEmpty(user) ? null : user,
            password,
            MailboxAddress.TryParse(from, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal)
                ? mailbox
                : throw new InvalidOperationException($"Smtp:From is '{from}'; it must be an address such as 'Kepatuhan <kepatuhan@example.go.id>'."),
            useTls ?? true);
}
