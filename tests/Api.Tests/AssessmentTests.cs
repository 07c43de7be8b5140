namespace Compliance.Api.Tests;

/// <summary>A form is filled in batches; every item answers for itself.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AssessmentTests(string provider) : ApiTests(provider)
{
    private const string Cost = "process.standard.cost";
    private const string Toilet = "input.facilities.toilet";

    [Test]
    public async Task A_form_holds_all_218_observations_with_all_a_client_needs()
    {
        await using var host = await Fresh();
        var items = await host.FormItems(await host.GivenAssessment());

        items.Should().HaveCount(218);
        items.Select(item => (item.Text("indicator"), item.Text("subject"))).Should().OnlyHaveUniqueItems();
        items.Should().OnlyContain(item => item.Flag("required") && item.Absent("answer"));
        items.Select(item => item.Text("kind")).Distinct().Should().BeEquivalentTo("level", "number", "checklist");
        items.Select(item => item.Text("evidence")).Distinct().Should().BeEquivalentTo("none", "optional", "required");
        items.Where(item => item.Text("kind") == "level").Should().OnlyContain(item => item.Number("lowest") == 0 && item.Number("highest") >= 4);
        var ikm = items.Single(item => item.Text("kind") == "number");
        (ikm.Text("indicator"), ikm.Number("lowest"), ikm.Number("highest")).Should().Be(("output.ikm", 25, 100));
        items.Single(item => item.Text("kind") == "checklist").Items("options").Should().HaveCount(5).And.OnlyContain(option => option.Text("label") != "");
        items.Where(item => item.Text("indicator") == Toilet).Should().OnlyContain(item => item.Flag("notApplicable"));
    }

    [Test]
    public async Task An_answer_is_stored_shown_and_counted()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var sent = Sheets.Sent(Sheets.Level(Cost, "product:1", 3));
        sent["observedAt"] = "2026-05-04T03:02:01Z";
        sent["device"] = "tablet 7";

        (await host.PutAnswers(assessment, sent)).Outcomes().Should().Equal("stored 1");

        var line = (await host.Get($"{assessment}/answers")).Ok().Items().Should().ContainSingle().Subject;
        (line.Text("indicator"), line.Text("subject"), line.Number("answer/level"), line.Number("answer/version")).Should().Be((Cost, "product:1", 3, 1));
        (line.Text("observedAt"), line.Text("device")).Should().Be(("2026-05-04T03:02:01Z", "tablet 7"));
        (await host.FormItems(assessment)).Single(item => !item.Absent("answer")).Number("answer/level").Should().Be(3);
        var details = (await host.Get(assessment)).Ok();
        (details.Number("completeness/answered"), details.Number("completeness/required"), details.Text("status")).Should().Be((1, 218, "collecting"));
    }

    [Test]
    public async Task The_same_batch_again_changes_nothing()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        JsonObject[] batch = [Sheets.Sent(Sheets.Level(Cost, "product:1", 3)), Sheets.Sent(Sheets.Level(Cost, "product:2", 4))];
        (await host.PutAnswers(assessment, batch.Select(Copy))).Outcomes().Should().Equal("stored 1", "stored 1");
        var before = (await host.Get(assessment)).ETag;

        (await host.PutAnswers(assessment, batch.Select(Copy))).Outcomes().Should().Equal("unchanged 1", "unchanged 1");
        (await host.Get(assessment)).ETag.Should().Be(before);

        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 3)))).Outcomes().Should().Equal("unchanged 1");
        (await host.Get($"{assessment}/answers")).Ok().Items().Should().HaveCount(2).And.OnlyContain(line => line.Number("answer/version") == 1);
    }

    [Test]
    public async Task A_change_names_the_version_it_has_seen()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 3)))).Outcomes().Should().Equal("stored 1");

        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 4), baseVersion: 1))).Outcomes().Should().Equal("stored 2");
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 1), baseVersion: 7))).Outcomes()
            .Should().Equal("rejected 422 baseVersionAhead /answers/0/baseVersion");
        var conflict = await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 2), baseVersion: 1));

        conflict.Outcomes().Should().Equal("conflict 409 answerChanged /answers/0/baseVersion");
        (conflict.Json.Number("items/0/standing/level"), conflict.Json.Number("items/0/version")).Should().Be((4, 2));
    }

    [Test]
    public async Task A_wrong_item_never_blocks_another()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var id = Guid.CreateVersion7();
        var unreadable = Sheets.Sent(Sheets.Level(Cost, "product:1", 1));
        unreadable["level"] = "three";
        var nameless = Sheets.Sent(Sheets.Level(Cost, "product:1", 1));
        nameless.Remove("id");
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Toilet, "unit", 4), id))).Outcomes().Should().Equal("stored 1");

        var put = await host.PutAnswers(
            assessment,
            Sheets.Sent(Sheets.Level(Cost, "product:1", 9)),
            Sheets.Sent(Sheets.Level("input.nothing", "unit", 1)),
            unreadable,
            nameless,
            Sheets.Sent(Sheets.Level("input.facilities.counter", "unit", 1), id),
            Sheets.Sent(Sheets.NotApplicable("process.standard.duration", "product:1")),
            Sheets.Sent(Sheets.Level(Cost, "product:2", 4)));

        put.Outcomes().Should().Equal(
            "rejected 422 levelOutOfRange /answers/0/level",
            "rejected 422 unknownIndicator /answers/1/indicator",
            "rejected 400 malformedValue /answers/2/level",
            "rejected 400 required /answers/3/id",
            "rejected 409 idTaken /answers/4/id",
            "rejected 422 notApplicableNotAllowed /answers/5/notApplicable",
            "stored 1");
        put.Json.Number("score/completeness/answered").Should().Be(2);
    }

    [Test]
    public async Task Two_answers_to_one_observation_in_one_batch_are_both_rejected()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();

        var put = await host.PutAnswers(
            assessment,
            Sheets.Sent(Sheets.Level(Cost, "product:1", 1)),
            Sheets.Sent(Sheets.Level(Cost, "product:2", 2)),
            Sheets.Sent(Sheets.Level(Cost, "product:1", 3)));

        put.Outcomes().Should().Equal("rejected 422 duplicateAnswer /answers/0", "stored 1", "rejected 422 duplicateAnswer /answers/2");
    }

    [Test]
    public async Task The_history_shows_everything_that_was_sent()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 1)))).Ok();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 9)))).Ok();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 2)))).Ok();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 3), baseVersion: 1))).Ok();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:2", 4)))).Ok();

        var history = (await host.Get($"{assessment}/answers/{Cost}/product:1/history")).Ok();

        history.Items().Select(each => (each.Text("outcome"), each.Number("answer/level"))).Should().Equal(
            ("stored", 1m), ("rejected", 9m), ("conflict", 2m), ("stored", 3m));
    }

    [Test]
    public async Task The_score_is_live_and_what_is_within_reach_only_shrinks()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var (lowest, highest) = (0m, 100m);

        foreach (var batch in (await host.FormItems(assessment)).Select(item => Sheets.Sent(Sheets.BestOfItem(item))).Chunk(44))
        {
            var score = (await host.PutAnswers(assessment, batch)).Ok().At("score");
            score.Text("zone/code").Should().Be("green", "all answers so far are at their best");
            score.Number("range/lowest").Should().BeGreaterThanOrEqualTo(lowest);
            score.Number("range/highest").Should().BeLessThanOrEqualTo(highest);
            (lowest, highest) = (score.Number("range/lowest")!.Value, score.Number("range/highest")!.Value);
            var live = (await host.Get($"{assessment}/score")).Ok();
            (live.Number("score"), live.Number("completeness/answered")).Should().Be((score.Number("score"), score.Number("completeness/answered")));
        }

        var final = (await host.Get($"{assessment}/score?trace=true")).Ok();
        (final.Number("score"), final.Flag("complete"), lowest, highest).Should().Be((100m, true, 100m, 100m));
        final.Items("trace").Should().NotBeEmpty();
    }

    [Test]
    public async Task A_batch_that_cannot_be_read_is_refused_whole()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var answer = Sheets.Sent(Sheets.Level(Cost, "product:1", 1));

        (await host.Put($"{assessment}/answers", new { })).Errors(400, "invalidRequest").Should().Equal("/answers required");
        (await host.Put($"{assessment}/answers", new { answers = "none" })).Errors(400, "malformedRequest").Should().Equal("/answers malformedValue");
        (await host.PutAnswers(assessment, Enumerable.Range(0, 10_001).Select(_ => Copy(answer)))).Errors(400, "invalidRequest").Should().Equal("/answers tooMany");
        (await host.PutAnswers($"{Api}/assessments/{Guid.CreateVersion7()}", answer)).Problem(404, "notFound");
        (await host.Get(assessment)).Ok().Number("completeness/answered").Should().Be(0);
    }

    [Test]
    public async Task Texts_with_NUL_are_items_rejected_not_failures_of_ours()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var device = Sheets.Sent(Sheets.Level(Cost, "product:1", 1));
        device["device"] = "a\0b";

        (await host.PutAnswers(assessment, device, Sheets.Sent(Sheets.NotApplicable(Toilet, "unit", "a\0b")))).Outcomes()
            .Should().HaveCount(2).And.OnlyContain(outcome => outcome.StartsWith("rejected", StringComparison.Ordinal));
    }

    [TestCase("""{ "id": "\ud800" }""", "/answers/0/id")]
    [TestCase("""{ "device": "\ud800" }""", "/answers/0/device")]
    [TestCase("""{ "\ud800": 0 }""", "/answers/0")]
    public async Task Halves_of_letters_are_items_rejected_not_failures_of_ours(string item, string pointer)
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();

        var put = await host.Send(HttpMethod.Put, $"{assessment}/answers", ApiCalls.Bytes(System.Text.Encoding.UTF8.GetBytes($$"""{ "answers": [{{item}}] }""")));

        put.Outcomes().Should().ContainSingle().Which.Should().StartWith("rejected 400").And.EndWith(pointer);
    }

    private static JsonObject Copy(JsonObject item) => (JsonObject)item.DeepClone();
}
