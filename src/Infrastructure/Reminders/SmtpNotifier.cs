using System.Globalization;
using Compliance.Application.Common;
using Compliance.Application.Reminders;
using Compliance.Domain.Common;
using Compliance.Domain.Reminders;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Sends messages by SMTP, each over its own connection: they are few, and a failure of one does not affect the others.</summary>
internal sealed class SmtpNotifier(SmtpSettings settings) : INotifier
{
    private const int ImplicitTlsPort = 465;

    /// <summary>Shorter than the first delay between attempts, so that two attempts never overlap.</summary>
    private static readonly TimeSpan timeout = TimeSpan.FromSeconds(40);

    public bool Sends => true;

    public async Task<DeliveryProblem?> Send(OutboxMessage message, CancellationToken cancellationToken)
    {
        // Addresses that were stored before they were checked as strictly as today.
        if (EmailAddress.Of(message.Address) is not { } address)
        {
            return new("The address is not valid.", IsFinal: true);
        }

        using var client = new SmtpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);

        try
        {
            using var mail = MailOf(message, address);
            await Deliver(client, mail, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new($"{settings.Host} did not answer within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Whatever it is, it concerns this message or this connection only.
            return new(problem.Message);
        }

        await Disconnect(client, limit.Token);

        return null;
    }

    private async Task Deliver(SmtpClient client, MimeMessage mail, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(settings.Host, settings.Port, Security, cancellationToken);

        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
        }

        await client.SendAsync(mail, cancellationToken);
    }

    private SecureSocketOptions Security => !settings.UseTls ? SecureSocketOptions.None
        : settings.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    /// <summary>The server has accepted the message, so a failure of QUIT does not matter.</summary>
    private static async Task Disconnect(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception)
        {
            // The message was sent.
        }
    }

    /// <summary>Message id and date are derived from the row, so that mail programs recognise a duplicate.</summary>
    private MimeMessage MailOf(OutboxMessage message, EmailAddress to)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Body = new TextPart("plain") { Text = message.Body },
            Date = message.CreatedAt.ToOffset(TimeSpan.FromHours((int)IndonesianZone.Wib)),
            MessageId = $"{message.Id.Value:N}@{settings.From.Domain}",
        };
        mail.From.Add(settings.From);
        mail.To.Add(new MailboxAddress(null, to.Text));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Body.Headers.Add(HeaderId.ContentLanguage, message.Language == Language.English ? "en" : "id");

        return mail;
    }
}
