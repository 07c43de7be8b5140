using System.Globalization;
using System.Net.Sockets;
using Compliance.Application.Reminders;
using Compliance.Domain.Common;
using Compliance.Domain.Reminders;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Hands messages to a mail server, each in a connection of its own: they are few, and one that fails stops no other.</summary>
internal sealed class SmtpNotifier(SmtpSettings settings) : INotifier
{
    private const int ImplicitTlsPort = 465;

    /// <summary>Shorter than the first pause between attempts, so that no two of them overlap.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(40);

    public bool Sends => true;

    public async Task<string?> Send(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var mail = MailOf(message);
        using var client = new SmtpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);

        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security, limit.Token);

            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", limit.Token);
            }

            await client.SendAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{settings.Host} did not answer within {patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.";
        }
        catch (Exception problem) when (IsOfTheServer(problem))
        {
            return problem.Message;
        }

        await Leave(client, limit.Token);

        return null;
    }

    private SecureSocketOptions Security => !settings.UseTls ? SecureSocketOptions.None
        : settings.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    /// <summary>The message is taken already; how the server says goodbye changes nothing.</summary>
    private static async Task Leave(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception problem) when (IsOfTheServer(problem) || problem is OperationCanceledException)
        {
            // Sent all the same.
        }
    }

    private static bool IsOfTheServer(Exception problem) =>
        problem is CommandException or ProtocolException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException
            or SocketException or IOException or NotSupportedException;

    /// <summary>Its id and its date follow from the row, so that a second copy is known for one.</summary>
    private MimeMessage MailOf(OutboxMessage message)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Body = new TextPart("plain") { Text = message.Body },
            Date = message.CreatedAt.ToOffset(TimeSpan.FromHours((int)IndonesianZone.Wib)),
            MessageId = $"{message.Id.Value:N}@{settings.From.Domain}",
        };
        mail.From.Add(settings.From);
        mail.To.Add(new MailboxAddress(null, message.Address));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Body.Headers.Add(HeaderId.ContentLanguage, message.Language == Language.English ? "en" : "id");

        return mail;
    }
}
