namespace Compliance.Api.Tests;

/// <summary>An instrument that combines interview and documents in one of its indicators, which four officials are asked about.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class TechniquesTests(string provider) : ApiTests(provider)
{
    private const string Combined = "input.competence.standardComponents";

    [Test]
    public async Task Techniques_that_are_combined_are_scored_apart_and_flagged_where_they_disagree()
    {
        await using var host = await Fresh();
        await Publish(host);

        var card = (await host.Post($"{Api}/scores?trace=true", Sheets.Body("2031", [By("interview", 1, 4), By("document", 1, 2), By("document", 2, 3)]))).Ok();

        (card.Number("score"), card.Number("completeness/answered"), card.Number("completeness/required")).Should().Be((75m, 3, 222));
        var indicator = card.Items("dimensions")[0].Items("variables")[0].Items("indicators")[0];
        (indicator.Number("achievement"), indicator.Number("observations"), indicator.Number("missing")).Should().Be((0.75m, 3, 5));
        var divergence = indicator.Items("divergences").Should().ContainSingle().Subject;
        divergence.Text("subject").Should().Be("official:1");
        (divergence.Text("lowest/technique"), divergence.Number("lowest/achievement")).Should().Be(("document", 0.5m));
        (divergence.Text("highest/technique"), divergence.Number("highest/achievement")).Should().Be(("interview", 1m));
        card.Items("dimensions")[0].Items("variables")[0].Items("indicators")[1].Items("divergences").Should().BeEmpty();
        card.Items("trace")[0].Text("working").Should().StartWith("official:1: mean(interview 4, document 2) = 3; official:2: mean(document 3) = 3; (3 + 3) / (2 x 4)");
    }

    [Test]
    public async Task Each_answer_names_its_technique()
    {
        await using var host = await Fresh();
        await Publish(host);

        (await host.Post($"{Api}/scores", Sheets.Body("2031", [Sheets.Level(Combined, "official:1", 4), By("survey", 1, 4)]))).Errors(422, "answersRefused")
            .Should().Equal("/answers/0/technique techniqueNeeded", "/answers/1/technique unknownTechnique");
        (await host.Post($"{Api}/scores", Sheets.Body("2031", [By("gossip", 1, 4)]))).Problem(400, "malformedRequest");
    }

    [Test]
    public async Task A_form_asks_for_every_technique_and_shows_each_answer_at_its_own()
    {
        await using var host = await Fresh();
        await Publish(host);
        var assessment = await GivenAssessment(host);

        (await host.PutAnswers(assessment, Sheets.Sent(By("interview", 1, 4)))).Outcomes().Should().Equal("stored 1");
        (await host.PutAnswers(assessment, Sheets.Sent(By("document", 1, 2)))).Outcomes().Should().Equal("stored 1");
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Combined, "official:2", 2)))).Outcomes()
            .Should().Equal("rejected 422 techniqueNeeded /answers/0/technique");

        var items = await host.FormItems(assessment);
        items.Should().HaveCount(222);
        items.Where(item => item.Text("indicator") != Combined).Should().OnlyContain(item => item.Absent("technique"));
        items.Where(item => item.Text("indicator") == Combined)
            .Select(item => (item.Text("subject"), item.Text("technique"), item.Absent("answer") ? null : item.Text("answer/technique")))
            .Take(3).Should().Equal(("official:1", "interview", "interview"), ("official:1", "document", "document"), ("official:2", "interview", null));
        (await host.Get($"{assessment}/score")).Ok().Number("score").Should().Be(75m);
        (await host.Get($"{assessment}/answers/{Combined}/official:1/history")).Ok().Texts("items", "answer/technique").Should().Equal("interview", "document");
    }

    private static JsonObject By(string technique, int official, int level)
    {
        var answer = Sheets.Level(Combined, $"official:{official}", level);
        answer["technique"] = technique;

        return answer;
    }

    private static async Task Publish(ApiHost host)
    {
        var copy = Instruments.Copy((await host.Get($"{Api}/instruments/2024")).Ok(), "2031");
        var indicator = copy["dimensions"]![0]!["variables"]![0]!["indicators"]![0]!;
        indicator["code"]!.GetValue<string>().Should().Be(Combined);
        indicator["techniques"] = new JsonArray("interview", "document");
        indicator["combination"] = new JsonObject { ["rule"] = "mean", ["divergence"] = 0.5m };

        (await host.Post($"{Api}/instruments", copy)).Ok(HttpStatusCode.Created);
    }

    private static async Task<string> GivenAssessment(ApiHost host)
    {
        (await host.Post($"{Api}/cycles", new { year = 2026, instrument = "2031", opensOn = "2026-03-01", closesOn = "2026-10-31" })).Ok(HttpStatusCode.Created);
        var unit = (await host.UnitsOfIndragiriHilir())[0];
        var planned = (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit }, assessor = "assessor.riau@demo.example" })).Ok();

        return $"{Api}/assessments/{planned.Text("items/0/id")}";
    }
}
