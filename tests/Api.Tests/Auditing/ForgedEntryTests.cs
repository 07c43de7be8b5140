namespace Compliance.Api.Tests.Auditing;

/// <summary>Whoever can write SQL but does not have the key can add entries that fit in every way but one; none is ever sealed.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ForgedEntryTests(string provider) : ApiTests(provider)
{
    private const string Chain = "cycles/2026";
    private const string Other = "cycles/2031";

    [Test]
    public async Task A_forged_entry_is_found_before_the_next_seal_and_is_never_sealed()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        var sequence = await raw.ForgeEntry(Chain, await ForgedAuthenticator(raw));
        await ShouldBeFound(host, sequence);

        (await host.Post("/api/v1/cycles", new { year = 2031, instrument = "2024", opensOn = "2031-03-01", closesOn = "2031-10-31" })).Ok(HttpStatusCode.Created);
        var seal = await host.SealAudit();

        seal.Number("chains").Should().Be(1, "chains beside the forged one are sealed as ever");
        seal.Items("refused").Should().ContainSingle().Which.Should().Match<JsonElement>(
            refused => refused.Text("resource") == Chain && refused.Number("sequence") == sequence && refused.Text("code") == "authenticatorInvalid");
        host.Log.Text.Should().Contain($"entry {sequence} of {Chain}: authenticatorInvalid");
        (await SealedLength(raw, Other)).Should().Be(1);
        (await SealedLength(raw, Chain)).Should().Be(sequence - 1);
        await ShouldBeFound(host, sequence);
    }

    [Test]
    public async Task An_entry_without_an_authenticator_is_found_whether_it_was_added_or_had_one()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        var sequence = await raw.ForgeEntry(Chain, null);
        await ShouldBeFound(host, sequence);
        await raw.DropTriggers();
        await raw.Execute("UPDATE audit_entries SET authenticator = NULL WHERE resource = @p0 AND sequence = 1", Chain);

        await ShouldBeFound(host, 1);
    }

    [Test]
    public async Task A_forged_entry_that_is_passed_off_as_sealed_is_found_after_the_next_seal()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        var account = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users?email=verifier@demo.example")).Ok().Text("items/0/id");
        var sequence = await raw.ForgeEntry($"accounts/{account}", await ForgedAuthenticator(raw));
        await raw.Execute("UPDATE audit_chains SET sealed_length = length WHERE resource = @p0", $"accounts/{account}");
        (await host.SendAs(null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "verifier@demo.example", password = "Kepatuhan-Demo-2023" }))).Ok();

        (await host.SealAudit()).Number("chains").Should().Be(1);

        (await host.VerifyAudit()).Items("broken").Should().Contain(place => place.Text("code") == "authenticatorInvalid" && place.Number("sequence") == sequence);
    }

    [Test]
    public async Task Rewriting_everything_since_an_earlier_checkpoint_convinces_the_program_no_more()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        await raw.DropTriggers();
        await raw.Execute("DELETE FROM audit_checkpoints");
        await raw.Execute("UPDATE audit_chains SET sealed_length = 0");
        var sequence = await raw.ForgeEntry(Chain, await ForgedAuthenticator(raw));

        (await host.SealAudit()).Number("chains").Should().BePositive();

        await ShouldBeFound(host, sequence);
        (await SealedLength(raw, Chain)).Should().Be(sequence - 1);
    }

    [Test]
    public async Task With_public_keys_alone_unsealed_entries_are_counted_as_not_verified()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        await raw.ForgeEntry(Chain, await ForgedAuthenticator(raw));
        var (file, key) = (Path.Combine(host.Folder, "trail.ndjson"), Path.Combine(host.Folder, "public.pem"));
        await File.WriteAllTextAsync(file, await host.ExportAudit());
        await File.WriteAllTextAsync(key, (await host.PublicKeys()).Single());

        var withPublic = await ProgramProcess.Run(new Dictionary<string, string>(), ["audit", "verify", "--from", file, "--key", key]);
        var withPrivate = await ProgramProcess.Run(new Dictionary<string, string>(), ["audit", "verify", "--from", file, "--key", Path.Combine(host.Folder, "audit-key.pem")]);

        withPublic.ExitCode.Should().Be(0, "{0}", withPublic);
        withPublic.Output.Should().Contain(" 1 entries not sealed yet").And.Contain("1 of them could not be verified");
        withPrivate.ExitCode.Should().Be(1, "{0}", withPrivate);
        withPrivate.Output.Should().Contain($"BROKEN {Chain}").And.Contain("authenticatorInvalid");
    }

    private static async Task ShouldBeFound(ApiHost host, int sequence)
    {
        var verified = await host.VerifyAudit();
        verified.Flag("intact").Should().BeFalse();
        (verified.Text("firstBroken/code"), verified.Text("firstBroken/resource"), verified.Number("firstBroken/sequence"))
            .Should().Be(("authenticatorInvalid", Chain, sequence));
    }

    /// <summary>The id of the right key, and what an intruder has to guess.</summary>
    private static async Task<string> ForgedAuthenticator(RawDatabase raw) =>
        $"{(await raw.Query("SELECT authenticator FROM audit_entries LIMIT 1"))[0].Text("authenticator")[..16]}:{new string('0', 64)}";

    private static async Task<int> SealedLength(RawDatabase raw, string resource) =>
        int.Parse((await raw.Query("SELECT sealed_length FROM audit_chains WHERE resource = @p0", resource))[0].Text("sealed_length"), System.Globalization.CultureInfo.InvariantCulture);
}
