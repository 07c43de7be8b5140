using Compliance.Api.Tests.Planning;
using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Verification;

/// <summary>Head office verifies what was submitted, by a second person.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class VerificationTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_submitted_assessment_is_verified_and_the_verification_is_taken_back()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenSubmitted()).Single();
        (await host.SendAs("verifier", HttpMethod.Put, $"{assessment}/verification")).Problem(428, "ifMatchMissing");
        (await host.Change(assessment, "verification", null, 1, "verifier")).Problem(412, "versionDiffers");

        var verified = (await host.Verify(assessment)).Ok();
        (verified.Text("status"), verified.Text("progress/stage"), verified.Number("version")).Should().Be(("verified", "reviewed", 3));
        verified.Actions().Should().Equal("return", "withdrawVerification");
        (await host.Verify(assessment)).Problem(409, "statusForbids");
        (await host.TakeBack(assessment, "submission")).Problem(409, "statusForbids");

        (await host.TakeBack(assessment, "verification", 3, "verifier")).Ok().Text("status").Should().Be("submitted");
        (await host.TakeBack(assessment, "submission", 4)).Ok().Text("status").Should().Be("collecting");
    }

    [Test]
    public async Task Nobody_verifies_what_they_entered_or_submitted_themselves()
    {
        await using var host = await Fresh();
        host.Clock.Set(host.Clock.GetUtcNow());
        var assessment = (await host.GivenCollecting()).Single();
        var both = await host.GivenVerifier(new { role = "assessor", office = "14" });
        var head = await host.GivenVerifier(new { role = "officeHead", office = "14" });
        (await host.Change(assessment, "assignment", new { assessor = both.Email })).Ok();
        var late = Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 1), baseVersion: 1);
        (await With(both, "answers", null, JsonContent.Create(new JsonObject { ["answers"] = new JsonArray(late) }))).Ok();
        (await With(head, "submission", "\"v2\"")).Ok();

        (await With(both, "verification", "\"v3\"")).Problem(422, "verifiedByOneself");
        (await With(head, "verification", "\"v3\"")).Problem(422, "verifiedByOneself");
        (await host.Read(assessment)).Ok().Text("status").Should().Be("submitted");
        (await host.Verify(assessment)).Ok();

        Task<Reply> With(Person person, string what, string? tag, HttpContent? body = null) => host.SendAs(
            null,
            HttpMethod.Put,
            $"{assessment}/{what}",
            body,
            [("Authorization", $"Bearer {person.Access}"), .. tag is null ? Array.Empty<(string, string)>() : [("If-Match", tag)]]);
    }
}
