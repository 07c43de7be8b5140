using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;

namespace Compliance.Api.Tests.SecondScorings;

/// <summary>The sample follows from its seed, is recorded, and stays once it is being scored.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class DrawTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task The_same_draw_again_changes_nothing_and_another_one_replaces_it_until_it_is_scored()
    {
        await using var host = await Fresh();
        await host.GivenSubmitted(3);

        var drawn = (await host.Draw(2, "undian")).Ok();
        (drawn.Number("size"), drawn.Text("seed"), drawn.Text("drawnBy/name")).Should().Be((2, "undian", "Demo Administrator"));
        drawn.Items("assessments").Should().HaveCount(2);
        (await host.Draw(2, "undian", "verifier")).Text.Should().Be(drawn.ToString());
        (await host.Draw(2, null)).Text.Should().Be(drawn.ToString(), "any seed will do, and one stands");

        var other = (await host.Draw(3, "undian")).Ok();
        other.Items("assessments").Take(2).Select(id => id.GetString()).Should().Equal(drawn.Items("assessments").Select(id => id.GetString()), "a larger sample of one seed holds the smaller");
        var made = (await host.Draw(1, null)).Ok();
        made.Text("seed").Should().HaveLength(16);
        (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/second-scorings")).Ok().Texts("items", "assessment").Should()
            .Equal(made.Items("assessments").Select(id => id.GetString()));

        var scoring = await One(host);
        (await host.Claim(scoring)).Ok();
        (await host.Draw(2, "undian")).Ok().Items("assessments").Should().HaveCount(2, "a claim alone keeps nothing");
        scoring = await One(host);
        (await host.Claim(scoring)).Ok();
        (await host.PutSecond(scoring, 2, [Sheets.BestOfItem((await host.Items(scoring))[0])])).Ok();
        (await host.Draw(1, "lain")).Problem(409, "sampleBegun");
        (await host.Draw(2, "undian")).Ok();
    }

    [Test]
    public async Task Only_what_is_submitted_or_verified_is_drawn()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenCollecting(2);
        (await host.Draw(1, "undian")).Problem(422, "sampleTooLarge");
        (await host.Change(assessments[0], "submission", null)).Ok();

        (await host.Verify(assessments[0])).Ok();
        (await host.Draw(2, "undian")).Problem(422, "sampleTooLarge");
        (await host.Draw(0, "undian")).Problem(422, "sampleSize");
        (await host.Draw(1, "")).Errors(400, "invalidRequest").Should().Equal("/seed required");
        (await host.Draw(1, "undian", "head.riau")).Problem(403, "notAllowed");
        assessments[0].Should().EndWith((await host.Draw(1, "undian")).Ok().At("assessments/0").GetString());
        (await host.SendAs("admin", HttpMethod.Put, $"{Api}/cycles/2031/second-scoring", JsonContent.Create(new { size = 1 }))).Problem(404, "notFound");
    }

    private static async Task<string> One(ApiHost host) =>
        $"{Api}/second-scorings/{(await host.SendAs("verifier", HttpMethod.Get, $"{Api}/second-scorings?cycle=2026")).Ok().Text("items/0/id")}";
}
