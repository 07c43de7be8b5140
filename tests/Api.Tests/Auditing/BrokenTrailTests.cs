namespace Compliance.Api.Tests.Auditing;

/// <summary>What is told of a trail that somebody changed; that every change is found, the tests at random look at.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class BrokenTrailTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Over_http_the_first_broken_place_is_named()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        await raw.DropTriggers();
        (await raw.Execute("UPDATE audit_entries SET actor = 'account:somebody' WHERE resource = 'cycles/2026' AND sequence = 1")).Should().Be(1);

        var verified = await host.VerifyAudit();

        verified.Flag("intact").Should().BeFalse();
        (verified.Text("firstBroken/code"), verified.Text("firstBroken/resource"), verified.Number("firstBroken/sequence"))
            .Should().Be(("columnDiffers", "cycles/2026", 1));
    }
}
