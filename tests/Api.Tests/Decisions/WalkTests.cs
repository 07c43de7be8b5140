using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;
using Compliance.Application.Decisions;

namespace Compliance.Api.Tests.Decisions;

/// <summary>The six units of Indragiri Hilir from their plan to an announced and proven result, through the public API alone (docs/deciding.md).</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class WalkTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Six_units_go_from_plan_to_an_announced_and_proven_result()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2026, 12, 14, 3, 0, 0, TimeSpan.Zero));
        var assessments = await host.GivenSubmitted(6);
        await ReturnAndMend(host, assessments[2]);

        foreach (var assessment in assessments)
        {
            (await host.Verify(assessment)).Ok().Text("status").Should().Be("verified");
        }

        (await host.HoldPlenary(new { on = "2026-12-11" })).Ok();
        (await host.Decide(date: "2026-12-14")).Ok().Number("coverage/assessed").Should().Be(6);
        (await host.Announce(host.Clock.GetUtcNow())).Ok().Number("publication").Should().NotBeNull();

        var result = (await host.SendAs(null, HttpMethod.Get, $"{Api}/institutions/14.04/results/2026")).Ok();
        result.Items("units").Should().HaveCount(6).And.OnlyContain(unit => unit.Number("score") == 100m);
        (await host.SendAs(null, HttpMethod.Get, $"{Api}/rankings?year=2026")).Ok().Items().Should().ContainSingle().Which.Number("position").Should().Be(1);
        (await host.Prove()).Should().Be(new ProofVerified(1, 1, 6, null, null));
    }

    private static async Task ReturnAndMend(ApiHost host, string assessment)
    {
        var reason = (await host.Return(assessment, new { pointer = "/process.standard.requirements/product:1", text = "Foto papan persyaratan tidak terbaca." }))
            .Ok(HttpStatusCode.Created).Text("reasons/0/id")!;
        (await host.Change(assessment, "submission", null)).Errors(422, "assessmentIncomplete").Should().Equal($"/returns/{reason} returnReasonOpen");
        (await host.Close(assessment, reason, new { text = "Foto baru diunggah." })).Ok();
        (await host.Change(assessment, "submission", null)).Ok();
    }
}
