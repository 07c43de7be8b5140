using System.Globalization;
using Compliance.LongRun.Tests.FieldWork;
using MimeKit;

namespace Compliance.LongRun.Tests.Reminders;

/// <summary>
/// A program that is killed after the mail server has a message and before that is noted. It cannot know whether the server has it, so it
/// sends it again: at least once, and under the same id.
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class KilledSenderTests(string provider) : ApiTests(provider)
{
    private const string Institution = "/api/v1/institutions/14.04";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task What_it_had_sent_and_not_noted_goes_out_again_as_the_same_message()
    {
        using var server = await MailServer.StartOrSkip();
        await server.Become(MailMood.Hold);
        await using var program = await ServedProgram.Start(Provider, SettingsOf(server));
        await GivenSomethingDueTomorrow(program);
        await Waiting.Until(async () => (await server.Taken()).Count == 1, () => "The server has no message.", Patience);

        await program.Kill();
        (await Outbox(program)).Should().Equal(("Waiting", 1L));
        await server.Become(MailMood.Accept);
        await BecomeDue(program);
        program.Launch();
        await program.BecomeReady();
        await Waiting.Until(async () => (await Outbox(program))[0].State == "Sent", () => "The message was not sent again.", Patience);

        (await Outbox(program)).Should().Equal(("Sent", 2L));
        var copies = await server.Taken();
        copies.Should().HaveCount(2);
        copies[1].Raw.Should().Equal(copies[0].Raw, "both are one message, byte for byte");
        MessageIdOf(copies[0]).Should().MatchRegex("^[0-9a-f]{32}@ombudsman\\.example$");
    }

    private static Dictionary<string, string> SettingsOf(MailServer server) => new()
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["Smtp:From"] = "Kepatuhan <kepatuhan@ombudsman.example>",
        ["Smtp:UseTls"] = "false",
        ["Reminders:EverySeconds"] = "0.2",
        ["Reminders:SendEverySeconds"] = "0.2",
    };

    /// <summary>By the clock of the machine, which is that of a program of its own.</summary>
    private static async Task GivenSomethingDueTomorrow(ServedProgram program)
    {
        using var client = new FieldClient(program.Address);
        client.Resume();
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).DateTime);
        var contacts = new { contacts = new[] { new { post = "personInCharge", title = "Kepala DPMPTSP", email = "dpmptsp@inhil.example" } } };
        (await client.Send("liaison.14.04", HttpMethod.Put, $"{Institution}/contacts", JsonSerializer.Serialize(contacts), ifMatch: "\"v1\""))!.Ok();
        var demand = new
        {
            kind = "correctiveAction",
            document = new { number = "B/12/LM.21/I/2024", date = "2024-01-22" },
            indicator = "input.facilities.accessibility",
            title = "Pasang jalur landai di pintu masuk.",
            dueOn = $"{today.AddDays(1):yyyy-MM-dd}",
        };
        (await client.Send("head.riau", HttpMethod.Post, $"{Institution}/corrective-actions", JsonSerializer.Serialize(demand)))!.Ok(HttpStatusCode.Created);
    }

    private static async Task<IReadOnlyList<(string State, long Attempts)>> Outbox(ServedProgram program)
    {
        await using var raw = await program.OpenRaw();

        return [.. (await raw.Query("SELECT state, attempts FROM outbox_messages")).Select(row => (row.Text("state"), Convert.ToInt64(row["attempts"], CultureInfo.InvariantCulture)))];
    }

    /// <summary>The pause after the first attempt is over.</summary>
    private static async Task BecomeDue(ServedProgram program)
    {
        await using var raw = await program.OpenRaw();
        (await raw.Execute("UPDATE outbox_messages SET next_attempt_at = created_at")).Should().Be(1);
    }

    private static string MessageIdOf(TakenMail mail)
    {
        using var raw = new MemoryStream(mail.Raw);

        return MimeMessage.Load(raw).MessageId!;
    }
}
