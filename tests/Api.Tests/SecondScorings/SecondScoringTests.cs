using Compliance.Api.Tests.Verification;

namespace Compliance.Api.Tests.SecondScorings;

/// <summary>A second scorer answers the same form, the first answers stay as they are, and both are compared.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SecondScoringTests(string provider) : ApiTests(provider)
{
    private const string Cost = "process.standard.cost";

    [Test]
    public async Task What_both_found_is_compared_by_indicator_and_by_assessor()
    {
        await using var host = await Fresh();
        var (scoring, assessment) = await host.GivenSampled();
        var first = (await host.Get($"{assessment}/answers")).Text;
        (await Agreement(host)).Ok().Text("total/undefined").Should().Be("noPairs");
        (await host.Claim(scoring)).Ok();
        var items = await host.Items(scoring);
        items.Should().OnlyContain(item => item.Absent("answer"));

        var answers = items.Select(Sheets.BestOfItem).ToList();
        answers.Single(answer => answer["indicator"]!.GetValue<string>() == Cost)["level"] = 1;
        (await host.PutSecond(scoring, 2, answers.SkipLast(1))).Ok().Number("answered").Should().Be(items.Count - 1);
        (await host.Complete(scoring, 3)).Errors(422, "secondScoringIncomplete").Should().ContainSingle()
            .Which.Should().StartWith("/answers/complaints.handling.").And.EndWith(" answerMissing");
        (await host.PutSecond(scoring, 3, answers.Select(answer => (JsonObject)answer.DeepClone()))).Ok();
        (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/form")).Ok().Items("answers").Should().HaveCount(items.Count);
        (await host.Complete(scoring, 4)).Ok().Text("state").Should().Be("completed");
        (await host.Complete(scoring, 5)).Ok().Number("version").Should().Be(5, "once more changes nothing");
        (await host.PutSecond(scoring, 5, [])).Problem(409, "secondScoringCompleted");

        var agreement = (await Agreement(host)).Ok();
        (agreement.Number("sampled"), agreement.Number("completed"), agreement.Number("total/pairs"), agreement.Number("total/agreed"))
            .Should().Be((1, 1, items.Count, items.Count - 1));
        agreement.Number("total/kappa").Should().BeGreaterThan(0).And.BeLessThan(1);
        var cost = agreement.Items("indicators").Single(each => each.Text("indicator") == Cost).At("figures");
        (cost.Number("pairs"), cost.Number("percentage"), cost.Number("kappa")).Should().Be((1, 0, 0));
        var toilet = agreement.Items("indicators").Single(each => each.Text("indicator") == "input.facilities.toilet").At("figures");
        (toilet.Number("percentage"), toilet.Absent("kappa"), toilet.Text("undefined")).Should().Be((100, true, "oneCategory"));
        agreement.Items("assessors").Should().ContainSingle().Which.Text("assessor/name").Should().Be("Demo Assessor Riau");
        (await host.Get($"{assessment}/answers")).Text.Should().Be(first, "the second answers never change the first");
    }

    [Test]
    public async Task Answers_that_do_not_fit_the_form_are_refused_whole_and_each_is_named()
    {
        await using var host = await Fresh();
        var (scoring, _) = await host.GivenSampled();
        (await host.PutSecond(scoring, 1, [])).Problem(403, "notTheScorer");
        (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/form")).Problem(403, "notTheScorer");
        (await host.Claim(scoring)).Ok();

        (await host.PutSecond(
            scoring,
            2,
            [Sheets.Level(Cost, "product:1", 3), Sheets.Level(Cost, "product:2", 3), Sheets.Level(Cost, "product:1", 9), Sheets.Level(Cost, "product:1", 4)]))
            .Errors(422, "answersRefused").Should().Equal(
                "/answers/1/subject subjectNotPlanned", "/answers/2/level levelOutOfRange", "/answers/3 duplicateAnswer");
        (await host.PutSecond(scoring, 1, [])).Problem(412, "versionDiffers");
        (await host.SendAs("verifier", HttpMethod.Put, $"{scoring}/answers", JsonContent.Create(new { answers = Array.Empty<object>() }))).Problem(428, "ifMatchMissing");
        (await host.SendAs("verifier", HttpMethod.Put, $"{scoring}/answers", JsonContent.Create(new { }), ("If-Match", "\"v2\""))).Errors(400, "invalidRequest")
            .Should().Equal("/answers required");
    }

    [Test]
    public async Task One_scorer_has_it_and_another_is_assigned_until_it_is_begun()
    {
        await using var host = await Fresh();
        host.Clock.Set(host.Clock.GetUtcNow());
        var (scoring, _) = await host.GivenSampled();
        var other = await host.GivenVerifier();
        (await host.Claim(scoring)).Ok().Items("allowedActions").Select(action => action.GetString())
            .Should().Equal("assignSecondScoring", "putSecondAnswers", "completeSecondScoring");
        (await host.Claim(scoring)).Ok().Number("version").Should().Be(2);
        (await host.As(other, HttpMethod.Put, $"{scoring}/claim")).Problem(409, "secondScoringTaken");

        (await host.As(other, HttpMethod.Put, $"{scoring}/assignment", new { scorer = other.Email }, "\"v2\"")).Ok().Text("scorer").Should().Be(other.Email);
        (await host.As(other, HttpMethod.Put, $"{scoring}/answers", new { answers = new[] { new { indicator = Cost, subject = "product:1", level = 2 } } }, "\"v3\""))
            .Ok().Text("state").Should().Be("begun");
        (await host.SendAs("admin", HttpMethod.Put, $"{scoring}/assignment", JsonContent.Create(new { scorer = "verifier@demo.example" }), ("If-Match", "\"v4\"")))
            .Problem(409, "secondScoringTaken");
    }

    private static Task<Reply> Agreement(ApiHost host) => host.SendAs("auditor", HttpMethod.Get, $"{Api}/cycles/2026/agreement");
}
