using Compliance.Infrastructure.Reminders;

namespace Compliance.Infrastructure.Tests;

public sealed class SmtpSettingsTests
{
    private const string From = "Kepatuhan <kepatuhan@example.go.id>";

    [Test]
    public void Without_a_host_there_is_no_mail_whatever_else_is_set() => SmtpSettings.Of("", 25, "x", "y", "nonsense", true).Should().BeNull();

    [Test]
    public void A_host_and_a_sender_are_enough()
    {
        var settings = SmtpSettings.Of("mail.example.go.id", null, null, null, From, null)!;

        (settings.Port, settings.User, settings.From.Address, settings.UseTls).Should().Be((587, null, "kepatuhan@example.go.id", true));
    }

    [TestCase(null)]
    [TestCase("Kepatuhan")]
    [TestCase("kepatuhan at example.go.id")]
    [TestCase("Kepatuhan <kepatuhan@[127.0.0.1]>")]
    [TestCase("kepatuhan@example.go.id> SIZE=1")]
    public void A_sender_that_is_no_address_stops_the_start(string? from) =>
        FluentActions.Invoking(() => SmtpSettings.Of("mail.example.go.id", null, null, null, from, null))
            .Should().Throw<InvalidOperationException>().WithMessage("Smtp:From*");

    [TestCase(0)]
    [TestCase(70000)]
    public void A_port_that_is_none_stops_the_start(int port) =>
        FluentActions.Invoking(() => SmtpSettings.Of("mail.example.go.id", port, null, null, From, null))
            .Should().Throw<InvalidOperationException>().WithMessage("Smtp:Port*");
}
