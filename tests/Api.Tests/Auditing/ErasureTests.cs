using Compliance.Application.Accounts;
using Compliance.Application.Audit;

namespace Compliance.Api.Tests.Auditing;

/// <summary>Undang-Undang 27/2022: what names a person goes for good, and the chain of what was done stays verifiable.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ErasureTests(string provider) : ApiTests(provider)
{
    private const string Email = "verifier@demo.example";
    private const string Name = "Demo Verifier";
    private const string Device = "Erasure-Probe-7";

    [Test]
    public async Task Nothing_that_names_an_erased_person_is_left_in_any_column()
    {
        await using var host = await Fresh();
        var id = await GivenDeeds(host);
        await using var raw = await host.OpenRaw();
        (await raw.Search(Email, Name, Device)).Should().NotBeEmpty();
        await host.SealAudit();

        var erased = await host.Run(new EraseAccount(Email, "asked for it"));

        erased.Id.ToString().Should().Be(id);
        erased.AuditRows.Should().BePositive();
        (await raw.Search(Email, Name, Device)).Should().BeEmpty();
        await ShouldBeErased(host, id);
    }

    [Test]
    public async Task The_command_erases_beside_a_running_host()
    {
        await using var host = await Fresh();
        var id = await GivenDeeds(host);

        var run = await ProgramProcess.RunOn(host, "admin", "erase", "--email", Email, "--reason", "asked for it");

        run.ExitCode.Should().Be(0, "{0}", run);
        run.Output.Should().Contain(id).And.NotContain(Email);
        await using var raw = await host.OpenRaw();
        (await raw.Search(Email, Name, Device)).Should().BeEmpty();
        await ShouldBeErased(host, id);
    }

    [Test]
    public async Task Personal_data_that_goes_without_an_erasure_is_missed()
    {
        await using var host = await Fresh();
        var id = await GivenDeeds(host);
        await using var raw = await host.OpenRaw();
        (await raw.Execute("DELETE FROM audit_personal_data WHERE subject = @p0", id)).Should().BePositive();

        var verified = await host.VerifyAudit();

        verified.Flag("intact").Should().BeFalse();
        verified.Items("broken").Should().OnlyContain(place => place.Text("code") == "personalDataMissing");
    }

    [Test]
    public async Task Personal_data_that_no_entry_recorded_is_found()
    {
        await using var host = await Fresh();
        await using var raw = await host.OpenRaw();
        var row = (await raw.Rows("audit_personal_data"))[0];
        await raw.Exchange("audit_personal_data", ["entry_id", "subject"], [], [row.With("entry_id", OtherId(row["entry_id"]))]);

        (await host.VerifyAudit()).Text("firstBroken/code").Should().Be("personalDataUnknown");
    }

    [Test]
    public async Task Origins_of_unknown_callers_are_purged_and_the_trail_stays_intact()
    {
        await using var host = await Fresh();
        (await SignIn(host, "nobody@demo.example", "wrong")).Problem(401, "signInRefused");
        (await SignIn(host, Email, "wrong")).Problem(401, "signInRefused");
        await using var raw = await host.OpenRaw();
        (await raw.Search(Device)).Should().Equal("audit_personal_data.content");

        (await host.Run(new PurgeOrigins(host.Clock.GetUtcNow(), "retention"))).AuditRows.Should().BePositive();

        (await raw.Search(Device)).Should().BeEmpty();
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task Origins_that_go_without_a_purge_are_missed()
    {
        await using var host = await Fresh();
        (await SignIn(host, Email, "wrong")).Problem(401, "signInRefused");
        await using var raw = await host.OpenRaw();
        (await raw.Execute("DELETE FROM audit_personal_data WHERE subject = 'anonymous'")).Should().BePositive();

        (await host.VerifyAudit()).Text("firstBroken/code").Should().Be("personalDataMissing");
    }

    /// <summary>A sign-in from a device with a name, and what somebody else did to the account.</summary>
    private static async Task<string> GivenDeeds(ApiHost host)
    {
        (await SignIn(host, Email, "Kepatuhan-Demo-2023")).Ok();
        var user = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users?email={Email}")).Ok().At("items/0");
        var id = user.Text("id")!;
        (await host.SendAs(
            "admin",
            HttpMethod.Put,
            $"{Api}/users/{id}",
            JsonContent.Create(new { name = $"{Name} II", grants = user.At("grants"), reason = "promoted" }),
            ("If-Match", $"\"v{user.Number("version")}\""))).Ok();

        return id;
    }

    private static Task<Reply> SignIn(ApiHost host, string email, string password) =>
        host.SendAs(null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email, password }), ("User-Agent", Device));

    private static async Task ShouldBeErased(ApiHost host, string id)
    {
        (await SignIn(host, Email, "Kepatuhan-Demo-2023")).Problem(401, "signInRefused");
        await host.ShouldBeIntact();
        var entries = await host.AuditOf($"accounts/{id}");
        entries[0].Text("useCase").Should().Be("eraseAccount");
        entries[0].Text("reason").Should().Be("asked for it");
        entries.Should().Contain(entry => entry.Text("actor") == $"account:{id}", "deeds stay with the id of who did them");
        entries.Where(entry => entry.Text("actor") == $"account:{id}").Should().OnlyContain(entry => entry.Absent("actorEmail"));
        var personal = entries.SelectMany(entry => entry.At("personal").EnumerateObject()).Where(each => each.Name == id);
        personal.Should().NotBeEmpty().And.OnlyContain(each => each.Value.ValueKind == JsonValueKind.Null);
    }

    private static object OtherId(object id) => id is Guid ? Guid.CreateVersion7() : Guid.CreateVersion7().ToString().ToUpperInvariant();
}
