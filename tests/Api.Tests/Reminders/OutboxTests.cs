using System.Globalization;
using System.Text;
using MimeKit;

namespace Compliance.Api.Tests.Reminders;

/// <summary>One message for a recipient and day, to a real mail server, until it has taken it.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OutboxTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task The_digests_of_a_day_arrive_with_what_is_due_in_the_language_of_each()
    {
        using var server = await MailServer.StartOrSkip();
        await using var host = await HostOf(server, ("Smtp:User", "kepatuhan"), ("Smtp:Password", "rahasia"));
        await GivenTwoThingsDue(host);

        (await host.SendWhatWaits()).Should().Be(2);
        var taken = (await server.Taken()).ToDictionary(mail => mail.To.Single(), mail => (mail.User, Mail: Read(mail)));
        var (user, mail) = taken["dpmptsp@inhil.example"];
        (user, mail.Subject, mail.From.ToString()).Should().Be(("kepatuhan", "Pengingat tindak lanjut 30 Maret 2024: 2 hal", "\"Kepatuhan – Ombudsman\" <kepatuhan@ombudsman.example>"));
        mail.Body!.Headers["Content-Language"].Should().Be("id");
        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");
        mail.TextBody.Should().Contain("Pasang jalur landai di pintu masuk. (Kabupaten Indragiri Hilir), 31 Maret 2024, 1 hari lagi.").And.Contain("Umumkan tarif – sekarang juga");
        taken["bupati@inhil.example"].Mail.Subject.Should().Be("Follow-up reminder for 30 March 2024: 2 items");
        Encoding.Latin1.GetString((await server.Taken())[0].Raw).Split("\r\n\r\n")[0].Should().Match(head => head.All(char.IsAscii), "headers are encoded");
        (await host.OutboxOf()).Select(each => (each.Text("state"), each.Number("attempts"))).Should().Equal(("sent", 1), ("sent", 1));
    }

    [Test]
    public async Task A_server_that_says_later_is_asked_later_and_given_up_in_the_end()
    {
        using var server = await MailServer.StartOrSkip();
        await using var host = await HostOf(server);
        await GivenTwoThingsDue(host);
        await server.Become(MailMood.Refuse);
        var now = host.Clock.GetUtcNow();

        foreach (var minutes in new[] { 0, 1, 5, 30, 120, 720 })
        {
            now = now.AddMinutes(minutes);
            host.Clock.Set(now.AddSeconds(-1));
            (await host.SendWhatWaits()).Should().Be(0);
            host.Clock.Set(now);
            (await host.SendWhatWaits()).Should().Be(0);
        }

        var lines = (await host.SendAs("admin", HttpMethod.Get, $"{Reminding.Outbox}?state=failed")).Ok().Items();
        lines.Select(each => (each.Number("attempts"), each.Absent("nextAttemptAt"))).Should().Equal((6, true), (6, true));
        lines[0].Text("lastError").Should().Contain("Try again later");
        (await server.Taken()).Should().BeEmpty();
    }

    [Test]
    public async Task What_a_server_took_without_saying_so_comes_again_under_the_same_id_and_counts_once()
    {
        using var server = await MailServer.StartOrSkip();
        await using var host = await HostOf(server);
        await GivenTwoThingsDue(host);
        await server.Become(MailMood.Cut);
        (await host.SendWhatWaits()).Should().Be(0);
        (await host.OutboxOf()).Select(each => each.Text("state")).Should().Equal("waiting", "waiting");

        await server.Become(MailMood.Accept);
        host.Clock.Set(host.Clock.GetUtcNow().AddMinutes(1));
        (await host.SendWhatWaits()).Should().Be(2);
        (await host.SendWhatWaits()).Should().Be(0);

        var copies = (await server.Taken()).GroupBy(mail => mail.To.Single(), mail => Read(mail).MessageId).ToList();
        copies.Should().HaveCount(2).And.OnlyContain(group => group.Count() == 2 && group.Distinct().Count() == 1);
        (await host.OutboxOf()).Select(each => each.Text("id")!.Replace("-", "", StringComparison.Ordinal) + "@ombudsman.example")
            .Should().BeEquivalentTo(copies.Select(group => group.First()));
        (await host.OutboxOf()).Select(each => (each.Text("state"), each.Number("attempts"))).Should().Equal(("sent", 2), ("sent", 2));
    }

    [Test]
    public async Task What_waits_outlives_the_server()
    {
        using var first = await MailServer.StartOrSkip();
        await using var host = await HostOf(first);
        await GivenTwoThingsDue(host);
        first.Dispose();
        (await host.SendWhatWaits()).Should().Be(0);
        (await host.OutboxOf()).Should().OnlyContain(each => each.Text("lastError") != null);

        using var second = (await MailServer.Start(first.Port))!;
        host.Clock.Set(host.Clock.GetUtcNow().AddMinutes(1));
        (await host.SendWhatWaits()).Should().Be(2);
        (await second.Taken()).Should().HaveCount(2);
    }

    [Test]
    public async Task Nothing_is_told_to_a_server_whose_certificate_nobody_vouches_for()
    {
        using var server = await MailServer.StartOrSkip();
        await using var host = await HostOf(server, ("Smtp:UseTls", "true"));
        await GivenTwoThingsDue(host);

        (await host.SendWhatWaits()).Should().Be(0);
        (await host.OutboxOf())[0].Text("lastError").Should().Contain("certificate");
        (await server.Taken()).Should().BeEmpty();
    }

    [Test]
    public async Task Instances_that_send_at_once_send_each_message_once()
    {
        using var server = await MailServer.StartOrSkip();
        await using var host = await HostOf(server);
        await GivenTwoThingsDue(host);

        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.SendWhatWaits()))).Sum().Should().Be(2);
        (await server.Taken()).Should().HaveCount(2);
    }

    [Test]
    public async Task A_recipient_has_one_message_a_day_and_the_rest_the_next_day()
    {
        await using var host = await Fresh();
        await GivenTwoThingsDue(host);
        await host.GivenCorrectiveAction(FollowingUp.Demand with { Title = "Datang belakangan.", DueOn = "2024-04-05" });
        (await host.Remind()).Should().Be(0, "today's message is written");

        host.BeginDay("2024-03-31");
        (await host.Remind()).Should().Be(1);
        (await host.OutboxOf()).Select(each => (each.Text("address"), each.Text("day"))).Should().BeEquivalentTo(new[]
        {
            ("dpmptsp@inhil.example", "2024-03-31"), ("dpmptsp@inhil.example", "2024-03-30"), ("bupati@inhil.example", "2024-03-30"),
        });
    }

    [Test]
    public async Task Without_a_mail_server_the_notifications_tell_it_and_nothing_fails()
    {
        await using var host = await Fresh();
        await GivenTwoThingsDue(host);

        (await host.SendWhatWaits()).Should().Be(0);
        (await host.OutboxOf()).Select(each => (each.Text("state"), each.Absent("lastError"))).Should().Equal(("notSent", true), ("notSent", true));
        (await host.NotificationsOf("liaison.14.04")).Should().HaveCount(4);
    }

    /// <summary>On the day before both are due, which the person in charge and the head of the agency hear of.</summary>
    private static async Task GivenTwoThingsDue(ApiHost host)
    {
        host.BeginDay("2024-03-30");
        await host.GivenContacts();
        await host.GivenCorrectiveAction();
        await host.GivenCorrectiveAction(FollowingUp.Demand with { Title = "Umumkan tarif – sekarang juga." });
        (await host.Remind()).Should().Be(4);
    }

    private Task<ApiHost> HostOf(MailServer server, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Smtp:From"] = "Kepatuhan – Ombudsman <kepatuhan@ombudsman.example>",
            ["Smtp:UseTls"] = "false",
        };

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return Fresh(settings: all);
    }

    private static MimeMessage Read(TakenMail mail)
    {
        using var raw = new MemoryStream(mail.Raw);

        return MimeMessage.Load(raw);
    }
}
