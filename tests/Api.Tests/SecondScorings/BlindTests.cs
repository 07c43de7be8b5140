using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;

namespace Compliance.Api.Tests.SecondScorings;

/// <summary>While a second scoring is open its scorer reads nothing of the first one; afterwards everything again.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class BlindTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task No_read_of_the_assessment_answers_its_second_scorer_until_it_is_completed()
    {
        await using var host = await Fresh();
        var (scoring, assessment) = await host.GivenSampled();
        var reads = await ReadsOf(host, assessment);
        reads.Should().HaveCountGreaterThan(10).And.Contain(assessment);
        (await Seen(host, reads)).Should().HaveCountGreaterThan(8, "whoever has not claimed it sees it");

        (await host.Claim(scoring)).Ok();

        (await Seen(host, reads)).Should().BeEmpty();
        (await host.SendAs("verifier", HttpMethod.Get, $"{Api}/assessments?cycle=2026")).Ok().Items().Should().BeEmpty();
        (await host.SendAs("verifier", HttpMethod.Get, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(0);
        (await host.SendAs("verifier", HttpMethod.Get, $"{Api}/cycles/2026/progress")).Ok().Number("total/assessments").Should().Be(0);
        (await host.Verify(assessment)).Problem(404, "notFound");
        (await host.Read(assessment, "auditor")).Ok();

        (await host.PutSecond(scoring, 2, (await host.Items(scoring)).Select(Sheets.BestOfItem))).Ok();
        (await Seen(host, reads)).Should().BeEmpty();
        (await host.Complete(scoring, 3)).Ok().Text("state").Should().Be("completed");
        (await Seen(host, reads)).Should().HaveCountGreaterThan(8);
        (await host.Verify(assessment)).Ok();
    }

    [Test]
    public async Task The_form_of_the_next_year_tells_its_second_scorer_nothing_of_this_year()
    {
        await using var host = await Fresh();
        var (scoring, assessment) = await host.GivenSampled();
        var unit = (await host.Read(assessment, "admin")).Ok().Text("unit/id");
        (await host.Post($"{Api}/cycles", new { year = 2027, instrument = "2024", opensOn = "2027-03-01", closesOn = "2027-10-31" })).Ok(HttpStatusCode.Created);
        var next = (await host.Post($"{Api}/cycles/2027/assessments", new { units = new[] { unit } })).Ok().Text("items/0/id");
        (await LastYear()).Should().Be(2026);

        (await host.Claim(scoring)).Ok();

        (await LastYear()).Should().NotBe(2026);

        async Task<decimal?> LastYear() =>
            (await host.SendAs("verifier", HttpMethod.Get, $"{Api}/assessments/{next}/form")).Ok().At("lastYear") is { ValueKind: JsonValueKind.Object } known
                ? known.Number("year") : null;
    }

    [Test]
    public async Task The_second_scorer_gets_the_evidence_without_what_was_said_of_it()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenCollecting()).Single();
        var piece = (await host.AddEvidence(assessment, new() { File = Samples.Jpeg(1), FileName = "papan.jpg" })).Ok(HttpStatusCode.Created).Text("id");
        (await host.SendAs(
            "head.riau", HttpMethod.Put, $"{assessment}/evidence/{piece}/review", JsonContent.Create(new { verdict = "rejected", reason = "Kabur." }), ("If-Match", "\"v1\""))).Ok();
        (await host.Change(assessment, "submission", null)).Ok();
        (await host.Draw(1, "undian")).Ok();
        var scoring = $"{Api}/second-scorings/{(await host.SendAs("verifier", HttpMethod.Get, $"{Api}/second-scorings")).Ok().Text("items/0/id")}";
        (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/evidence/{piece}/content")).Problem(403, "notTheScorer");
        (await host.Claim(scoring)).Ok();

        var evidence = (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/form")).Ok().Items("evidence").Should().ContainSingle().Which;

        (evidence.Text("id"), evidence.Text("fileName"), evidence.Text("mediaType"), evidence.Text("observations/0/indicator"))
            .Should().Be((piece, "papan.jpg", "image/jpeg", "process.standard.cost"));
        evidence.ToString().Should().NotContain("rejected").And.NotContain("Kabur").And.NotContain("demo.example");
        (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/evidence/{piece}/content")).Status.Should().Be(HttpStatusCode.OK);
        (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/evidence/{Guid.CreateVersion7()}/content")).Problem(404, "notFound");
    }

    [Test]
    public async Task Whoever_worked_on_the_assessment_or_reads_the_audit_scores_nothing_a_second_time()
    {
        await using var host = await Fresh();
        host.Clock.Set(host.Clock.GetUtcNow());
        var (scoring, assessment) = await host.GivenSampled();
        var auditing = await host.GivenVerifier(new { role = "auditor" });
        (await host.As(auditing, HttpMethod.Put, $"{scoring}/claim")).Problem(422, "scorerInvolved");
        (await Assign(auditing.Email)).Problem(422, "scorerInvolved");

        (await host.Verify(assessment)).Ok();
        (await host.Claim(scoring)).Problem(422, "scorerInvolved");
        (await Assign("verifier@demo.example")).Problem(422, "scorerInvolved");
        (await Assign("assessor.riau@demo.example")).Errors(422, "unknownScorer").Should().Equal("/scorer unknownScorer");

        Task<Reply> Assign(string scorer) => host.SendAs(
            "admin", HttpMethod.Put, $"{scoring}/assignment", JsonContent.Create(new { scorer }), ("If-Match", "\"v1\""));
    }

    /// <summary>Every GET below an assessment that the program says it has.</summary>
    private static async Task<IReadOnlyList<string>> ReadsOf(ApiHost host, string assessment) =>
    [
        .. (await host.Get("/swagger/v1/swagger.json")).Ok().GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith($"{Api}/assessments/{{id}}", StringComparison.Ordinal) && path.Value.TryGetProperty("get", out _))
            .Select(path => path.Name
                .Replace($"{Api}/assessments/{{id}}", assessment, StringComparison.Ordinal)
                .Replace("{indicator}", "process.standard.cost", StringComparison.Ordinal)
                .Replace("{subject}", "product:1", StringComparison.Ordinal)
                .Replace("improvements", "improvements?target=green", StringComparison.Ordinal)
                .Replace("{evidenceId}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{uploadId}", Guid.Empty.ToString(), StringComparison.Ordinal)),
    ];

    private static async Task<IReadOnlyList<string>> Seen(ApiHost host, IReadOnlyList<string> reads)
    {
        var seen = new List<string>();

        foreach (var read in reads)
        {
            if ((await host.SendAs("verifier", HttpMethod.Get, read)).Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
            {
                seen.Add(read);
            }
        }

        return seen;
    }
}
