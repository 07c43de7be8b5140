using System.Globalization;
using Compliance.Api.Tests.Decisions;
using Compliance.Api.Tests.Reminders;
using Compliance.Application.Audit;
using Compliance.Application.Decisions;
using Compliance.Application.Evidence;
using Compliance.Application.Reminders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Compliance.Api.Tests.Hosting;

/// <summary>
/// Everything that the program does by itself again and again, with a row that fails: it goes on with the next, says what failed, and does the rest when the row
/// is mended. A job without such a test fails here.
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PoisonedRowTests(string provider) : ApiTests(provider)
{
    private static readonly string[] tested = [nameof(PublishDue), nameof(RemindDue), nameof(SendDue), nameof(SealAudit), nameof(SweepEvidence)];

    /// <summary>Deletes all it deletes by one statement, so there is no row that another could wait behind.</summary>
    private const string WithoutRows = "ForgetResponses";

    [Test]
    public void Every_recurring_job_has_such_a_test() => Shared.Services.GetServices<IHostedService>()
        .Where(service => service.GetType().Name == "RecurringWork")
        .Select(service => (string)service.GetType().GetProperty("Name")!.GetValue(service)!)
        .Should().BeEquivalentTo([.. tested, WithoutRows]);

    [Test]
    public async Task Sending_goes_on_after_an_address_that_is_none_and_a_message_that_cannot_be_read()
    {
        using var server = await MailServer.StartOrSkip();
        await using var host = await Fresh(settings: new Dictionary<string, string>
        {
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Smtp:From"] = "kepatuhan@ombudsman.example",
            ["Smtp:UseTls"] = "false",
        });
        host.BeginDay("2024-03-30");
        await host.GivenContacts(
            posts: [.. "abcd".Select(each => new { post = "personInCharge", email = $"{each}@inhil.example" })]);
        await host.GivenCorrectiveAction();
        (await host.Remind()).Should().Be(2);
        await using var raw = await host.OpenRaw();
        await raw.Execute("UPDATE outbox_messages SET address = 'Kepala <a@inhil.example>' WHERE address = 'a@inhil.example'");
        await raw.Execute("UPDATE outbox_messages SET address = 'b@inhil.example> SIZE=1' WHERE address = 'b@inhil.example'");
        await raw.Execute("UPDATE outbox_messages SET language = 'klingon' WHERE address = 'c@inhil.example'");

        await host.Failing(new SendDue());

        (await server.Taken()).SelectMany(mail => mail.To).Should().Equal("d@inhil.example");
        (await raw.Query("SELECT address, state, last_error, attempts FROM outbox_messages ORDER BY address"))
            .Select(row => (row.Text("address"), row.Text("state"), row.Text("last_error").Length > 0, row.Text("attempts"))).Should().Equal(
                ("Kepala <a@inhil.example>", "Failed", true, "1"), ("b@inhil.example> SIZE=1", "Failed", true, "1"), ("c@inhil.example", "Waiting", true, "0"),
                ("d@inhil.example", "Sent", false, "1"));
        (await host.Run(new SendDue())).Should().Be(0, "what cannot be read waits behind the others");

        await raw.Execute("UPDATE outbox_messages SET language = 'Indonesian' WHERE address = 'c@inhil.example'");
        host.Clock.Set(host.Clock.GetUtcNow().AddDays(1));
        (await host.Run(new SendDue())).Should().Be(1);
    }

    [TestCase("UPDATE address_books SET contacts = '{}' WHERE side = 'institutions/14.04'", "UPDATE address_books SET contacts = '[]' WHERE side = 'institutions/14.04'")]
    [TestCase("UPDATE corrective_actions SET kind = 'x' WHERE due_on = '2024-03-31'", "UPDATE corrective_actions SET kind = 'CorrectiveAction' WHERE due_on = '2024-03-31'")]
    public async Task Reminding_goes_on_with_what_others_owe(string poison, string mend)
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-30");
        await host.GivenContacts();
        await host.GivenCorrectiveAction();
        await host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = "2024-04-01" }, "/api/v1/institutions/14.01");
        await host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = "2024-04-02" }, "/api/v1/institutions/14.02");
        await using var raw = await host.OpenRaw();
        await raw.Execute(poison);

        await host.Failing(new RemindDue());

        (await raw.Query("SELECT DISTINCT side FROM reminders")).Select(row => row.Text("side")).Should().BeEquivalentTo("institutions/14.01", "institutions/14.02");
        await raw.Execute(mend);
        (await host.Remind()).Should().BePositive();
        (await raw.Query("SELECT DISTINCT side FROM reminders")).Should().HaveCount(3);
    }

    [Test]
    public async Task Publishing_goes_on_with_the_decisions_of_other_years()
    {
        await using var host = await Fresh();
        await host.GivenDecided();
        (await host.Announce(host.Clock.GetUtcNow().AddHours(1))).Ok();
        await using var raw = await host.OpenRaw();
        await raw.DropTriggers();
        await Copy(raw, 2027);
        var text = (await raw.Query("SELECT text FROM decided_institutions"))[0].Text("text");
        await raw.Execute("UPDATE decided_institutions SET text = '{'");
        host.Clock.Set(host.Clock.GetUtcNow().AddHours(2));

        await host.Failing(new PublishDue());

        (await Announced(raw)).Should().Equal("2027");
        await raw.Execute("UPDATE decided_institutions SET text = @p0", text);
        (await host.PublishDue()).Should().Be(1);
        (await Announced(raw)).Should().Equal("2026", "2027");
    }

    [Test]
    public async Task Sealing_goes_on_with_the_other_chains()
    {
        await using var host = await Fresh();
        await host.SealAudit();
        var assessment = await host.GivenAssessment();
        await host.GivenCorrectiveAction();
        await host.GivenEvidence(assessment, Offering.Photo());
        await using var raw = await host.OpenRaw();
        var open = await raw.Query("SELECT resource, head FROM audit_chains WHERE length > sealed_length ORDER BY resource");
        open.Count.Should().BeGreaterThan(3);
        var poisoned = open[1];
        await raw.DropTriggers();
        await raw.Execute("UPDATE audit_entries SET hash = 'x' WHERE hash = @p0", poisoned["head"]);

        var sealing = await host.Run(new SealAudit());

        sealing.Chains.Should().Be(open.Count - 1);
        sealing.Refused.Should().ContainSingle().Which.Resource.Should().Be(poisoned.Text("resource"));
        (await raw.Query("SELECT resource FROM audit_chains WHERE length > sealed_length")).Select(row => row.Text("resource")).Should().Equal(poisoned.Text("resource"));
        await raw.Execute("UPDATE audit_entries SET hash = @p0 WHERE hash = 'x'", poisoned["head"]);
        (await host.Run(new SealAudit())).Chains.Should().Be(1);
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task Sweeping_goes_on_with_the_other_files()
    {
        await using var clamd = FakeClamd.OnTcp();
        clamd.Mood = ClamdMood.Refusing;
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["Evidence:ClamAv"] = clamd.Address, ["Evidence:ClamAvSeconds"] = "20" });
        var assessment = await host.GivenAssessment();
        var lost = await host.GivenEvidence(assessment, Offering.Photo(1));
        var file = host.Stored("blobs").Single();
        var other = await host.GivenEvidence(assessment, Offering.Photo(2));
        var expired = (await host.SendAs("assessor.riau", HttpMethod.Post, $"{assessment}/uploads", JsonContent.Create(new { fileName = "a.jpg", size = 10 })))
            .Ok(HttpStatusCode.Created).Text("id")!;
        var kept = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        clamd.Mood = ClamdMood.Scanning;
        host.Clock.Set(host.Clock.GetUtcNow().AddDays(20));

        // A folder in the place of a part cannot be deleted as a file.
        Directory.CreateDirectory(Path.Combine(host.Folder, "evidence", "uploads", Guid.Parse(expired).ToString("N")));
        await host.Failing(new SweepEvidence(WithFiles: true));

        (await host.Get(other)).Ok().Text("file/scan").Should().Be("clean");
        (await host.Get(lost)).Ok().Text("file/scan").Should().Be("pending");
        await File.WriteAllBytesAsync(file, kept);
        (await host.Run(new SweepEvidence(WithFiles: false))).Scanned.Should().Be(1);
    }

    private static async Task<IEnumerable<string>> Announced(RawDatabase raw) => (await raw.Query(
        "SELECT decisions.year FROM decisions JOIN announcements ON announcements.decision_id = decisions.id WHERE publication IS NOT NULL AND year > 2025 ORDER BY decisions.year"))
        .Select(row => row.Text("year"));

    /// <summary>The cycle, decision and announcement of 2026 again for another year, without institutions.</summary>
    private async Task Copy(RawDatabase raw, int year)
    {
        var (cycle, decision) = (Key(), Key());
        var before = (await raw.Query("SELECT * FROM decisions WHERE year = 2026"))[0];
        await raw.Exchange("cycles", ["id"], [], [(await raw.Query("SELECT * FROM cycles WHERE year = 2026"))[0].With("id", cycle).With("year", year)]);
        await raw.Exchange("decisions", ["id"], [], [before.With("id", decision).With("cycle_id", cycle).With("year", year).With("number", "1/2027")]);
        await raw.Exchange("announcements", ["decision_id"], [], [(await raw.Query("SELECT * FROM announcements WHERE decision_id = @p0", before["id"]))[0].With("decision_id", decision)]);

        object Key() => Provider == "sqlite" ? Guid.NewGuid().ToString().ToUpperInvariant() : Guid.NewGuid();
    }
}

internal static class FailingJobs
{
    /// <summary>Runs a job that is expected to say that rows failed.</summary>
    public static async Task Failing<TAnswer>(this ApiHost host, MediatR.IRequest<TAnswer> job) =>
        await FluentActions.Awaiting(() => host.Run(job)).Should().ThrowAsync<AggregateException>();
}
