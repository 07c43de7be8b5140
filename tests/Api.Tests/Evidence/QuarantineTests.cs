namespace Compliance.Api.Tests.Evidence;

/// <summary>With a virus scanner nothing is served before it was scanned, and nothing harmful ever.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class QuarantineTests(string provider) : ApiTests(provider)
{
    private static readonly EvidenceOffering harmful = new() { File = Samples.Pdf(1, Samples.Eicar), FileName = "a.pdf" };

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_is_found_is_withheld_and_what_is_clean_is_served(bool overUnixSocket)
    {
        await using var clamd = overUnixSocket ? FakeClamd.OnUnixSocket() : FakeClamd.OnTcp();
        await using var host = await With(clamd);
        var assessment = await host.GivenAssessment();

        var clean = (await host.AddEvidence(assessment, Offering.Photo() with { File = Samples.Jpeg(1, fill: 200_000) })).Ok(HttpStatusCode.Created);
        var infected = (await host.AddEvidence(assessment, harmful)).Ok(HttpStatusCode.Created);

        (clean.Text("state"), clean.Text("file/scan")).Should().Be(("offered", "clean"));
        (infected.Text("state"), infected.Text("file/scan"), infected.Text("file/threat")).Should().Be(("withheld", "infected", "Eicar-Test-Signature"));
        (await host.Get($"{assessment}/evidence/{infected.Text("id")}/content")).Problem(409, "evidenceQuarantined");
        (await host.Get($"{assessment}/evidence/{infected.Text("id")}")).Ok();
        (await host.Change("head.riau", $"{assessment}/evidence/{infected.Text("id")}/review", new { verdict = "accepted" }, 1)).Problem(409, "evidenceQuarantined");
        (await host.AddEvidence(assessment, harmful)).Ok(HttpStatusCode.Created).Text("file/scan").Should().Be("infected");
        clamd.Scans.Should().Be(2, "the same bytes are scanned once");
        (await host.Sweep()).Scanned.Should().Be(0);
    }

    [TestCase(ClamdMood.Hanging)]
    [TestCase(ClamdMood.BreakingOff)]
    [TestCase(ClamdMood.Refusing)]
    public async Task While_the_scanner_does_not_answer_files_are_withheld_and_then_tried_again(ClamdMood mood)
    {
        await using var clamd = FakeClamd.OnTcp();
        await using var host = await With(clamd);
        var assessment = await host.GivenAssessment();
        clamd.Mood = mood;

        var (photo, other) = (await host.GivenEvidence(assessment, Offering.Photo()), await host.GivenEvidence(assessment, harmful));
        var before = (await host.Get(photo)).Ok();
        (before.Text("state"), before.Text("file/scan")).Should().Be(("withheld", "pending"));
        (await host.Get($"{photo}/content")).Problem(409, "evidenceQuarantined");
        (await host.Sweep()).Scanned.Should().Be(0);

        clamd.Mood = ClamdMood.Scanning;
        var scanned = (await host.Sweep()).Scanned;

        // A busy machine may let one of them wait longer than the scanner's patience; then the next sweep has it.
        for (var sweep = 0; sweep < 20 && scanned < 2; sweep++)
        {
            scanned += (await host.Sweep()).Scanned;
        }

        scanned.Should().Be(2);
        var after = await host.Get(photo);
        (after.Ok().Text("state"), after.Ok().Text("file/scan"), after.ETag).Should().Be(("offered", "clean", "\"v2\""), "its reader sees that something changed");
        (await host.Download(photo)).Bytes.Should().Equal(Samples.Jpeg(1));
        (await host.Get(other)).Ok().Text("file/scan").Should().Be("infected");
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task Where_nobody_listens_files_are_withheld()
    {
        string address;

        await using (var gone = FakeClamd.OnTcp())
        {
            address = gone.Address;
        }

        await using var host = await Fresh(settings: Settings(address));
        var assessment = await host.GivenAssessment();

        (await host.AddEvidence(assessment, Offering.Photo())).Ok(HttpStatusCode.Created).Text("file/scan").Should().Be("pending");
        (await host.AddEvidence(assessment, Offering.Link())).Ok(HttpStatusCode.Created).Text("state").Should().Be("offered", "a link has no bytes");
    }

    private Task<ApiHost> With(FakeClamd clamd) => Fresh(settings: Settings(clamd.Address));

    private static Dictionary<string, string> Settings(string address) => new() { ["Evidence:ClamAv"] = address, ["Evidence:ClamAvSeconds"] = "1" };
}
