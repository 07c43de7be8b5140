namespace Compliance.Api.Tests.Planning;

/// <summary>Only what is complete is handed to head office; a refusal names everything that is missing.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SubmissionTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task What_is_complete_is_submitted_and_withdrawn()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        (await host.Change(assessment, "submission", null, 1)).Problem(409, "statusForbids");
        await host.AnswerAll(assessment, butFor: 2);

        (await host.Change(assessment, "submission", null, 1)).Errors(422, "assessmentIncomplete").Should().HaveCount(2).And.OnlyContain(error =>
            error.StartsWith("/answers/complaints.handling.", StringComparison.Ordinal) && error.EndsWith(" answerMissing", StringComparison.Ordinal));
        (await host.Read(assessment)).Ok().Shown().Should().Be("entering 216/218 0/0 0/0");
        await Fill(host, assessment);

        var submitted = await host.Change(assessment, "submission", null, 1);
        (submitted.Ok().Text("status"), submitted.Json.Number("version"), submitted.Json.Shown()).Should().Be(("submitted", 2, "evidenced 218/218 0/0 0/0"));
        submitted.Json.Actions().Should().Equal("withdraw", "markNotAssessed");
        (await host.Change(assessment, "submission", null, 2)).Ok().Number("version").Should().Be(2, "once more changes nothing");
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 1), baseVersion: 1))).Outcomes()
            .Should().Equal("rejected 422 reasonNeeded /answers/0/reason");
        (await host.PutAnswers(assessment, With("Salah baca foto.", Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 1), baseVersion: 1)))).Outcomes()
            .Should().Equal("stored 2");
        (await host.Read(assessment)).Ok().Text("status").Should().Be("submitted");
        (await host.Change(assessment, "plan", new { }, 2)).Problem(409, "statusForbids");

        (await host.TakeBack(assessment, "submission", 1)).Problem(412, "versionDiffers");
        (await host.TakeBack(assessment, "submission", 2)).Ok().Text("status").Should().Be("collecting");
        (await host.TakeBack(assessment, "submission", 3)).Problem(409, "statusForbids");
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 2), baseVersion: 2))).Outcomes()
            .Should().Equal("rejected 422 reasonNeeded /answers/0/reason");
        (await host.PutAnswers(assessment, With("Diminta kepala.", Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 2), baseVersion: 2)))).Outcomes()
            .Should().Equal("stored 3");
        var history = (await host.Get($"{assessment}/answers/process.standard.cost/product:2/history")).Ok().Items();
        history.Where(each => each.Text("outcome") == "stored").Select(each => (each.Absent("before") ? null : each.Number("before/level"), each.Text("answer/reason")))
            .Should().Equal((null, null), (4m, "Salah baca foto."), (1m, "Diminta kepala."));
    }

    [Test]
    public async Task What_somebody_still_has_to_decide_or_mend_blocks_submission()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        await host.AnswerAll(assessment);
        var late = Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 1));
        (await host.PutAnswers(assessment, late, Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 9)))).Ok();
        var key = (await host.Get($"{assessment}/refused")).Ok().Items().Single().Text("key");

        (await host.Change(assessment, "submission", null, 1)).Errors(422, "assessmentIncomplete").Should().Equal(
            "/answers/process.standard.cost/product:2 conflictOpen", $"/refused/{key} refusedItemOpen");

        (await host.SendAs("assessor.riau", HttpMethod.Put, $"{assessment}/refused/{key}/dismissal", JsonContent.Create(new { reason = "Salah ketik." }))).Ok();
        (await host.SendAs("head.riau", HttpMethod.Put, $"{assessment}/conflicts/{late["id"]!.GetValue<Guid>()}/settlement", JsonContent.Create(new { keep = "standing", reason = "Foto." }))).Ok();
        (await host.Change(assessment, "submission", null, 1)).Ok();
    }

    private static JsonObject With(string reason, JsonObject sent)
    {
        sent["reason"] = reason;

        return sent;
    }

    [Test]
    public async Task Only_the_head_of_its_office_submits()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        await host.AnswerAll(assessment);

        foreach (var caller in new[] { "admin", "assessor.riau", "verifier", "auditor" })
        {
            (await host.Change(assessment, "submission", null, 1, caller)).Problem(403, "notAllowed");
        }

        (await host.SendAs("head.riau", HttpMethod.Put, $"{assessment}/submission")).Problem(428, "ifMatchMissing");
        (await host.Change(assessment, "submission", null, 1)).Ok();
        (await host.TakeBack(assessment, "submission", 2, "admin")).Problem(403, "notAllowed");
    }

    [Test]
    public async Task Without_the_evidence_that_the_instrument_requires_nothing_is_submitted_and_each_place_is_named()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        await host.AnswerAll(assessment, butFor: 1);
        var needing = (await host.FormItems(assessment)).SkipLast(1).Where(item => item.Text("evidence") == "required")
            .Select(item => $"/answers/{item.Text("indicator")}/{item.Text("subject")} evidenceMissing").ToList();
        needing.Should().NotBeEmpty();

        var errors = (await host.Change(assessment, "submission", null)).Errors(422, "assessmentIncomplete");

        errors.Where(error => error.EndsWith("evidenceMissing", StringComparison.Ordinal)).Should().Equal(needing);
        errors.Where(error => error.EndsWith("answerMissing", StringComparison.Ordinal)).Should().ContainSingle();
        errors.Should().HaveCount(needing.Count + 1);
        (await host.Read(assessment)).Ok().Text("status").Should().Be("collecting");
    }

    [Test]
    public async Task One_piece_of_evidence_for_every_place_completes_it_until_it_is_rejected()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        await host.AnswerAll(assessment);
        var needing = (await host.FormItems(assessment)).Where(item => item.Text("evidence") == "required")
            .Select(item => (Indicator: item.Text("indicator")!, Subject: item.Text("subject")!)).Distinct().ToList();
        var offering = needing.Skip(1).Aggregate(
            new EvidenceOffering(needing[0].Indicator, needing[0].Subject).With("link", "https://example.org/standar"),
            (piece, each) => piece.With("observation", $"{each.Indicator}@{each.Subject}"));
        var piece = await host.GivenEvidence(assessment, offering);
        (await host.Read(assessment)).Ok().Shown().Should().Be($"evidenced 218/218 {needing.Count}/{needing.Count} 0/{needing.Count}");

        (await Offering.Change(host, "head.riau", $"{piece}/review", new { verdict = "rejected", reason = "Tautan mati." }, 1)).Ok();

        (await host.Change(assessment, "submission", null, 1)).Errors(422, "assessmentIncomplete").Should().HaveCount(needing.Count)
            .And.OnlyContain(error => error.EndsWith(" evidenceMissing", StringComparison.Ordinal));
        (await Offering.Change(host, "head.riau", $"{piece}/review", new { verdict = "accepted" }, 2)).Ok();
        (await host.Change(assessment, "submission", null, 1)).Ok().Shown().Should().Be($"reviewed 218/218 {needing.Count}/{needing.Count} {needing.Count}/{needing.Count}");
        (await Offering.Change(host, "assessor.riau", $"{piece}/withdrawal", new { reason = "Keliru." }, 3)).Problem(409, "statusForbids");
    }

    [Test]
    public async Task A_smaller_plan_is_complete_with_fewer_answers()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var assessment = (await host.GivenPlan(new { frame = new[] { new { unit = units[0], assessor = Planned.One, subjects = new { respondents = 3 } } } })).Single();
        var unplanned = Sheets.Sent(Sheets.Level("output.maladministration.undueDelay", "respondent:4", 1));
        (await host.FormItems(assessment)).Should().HaveCount(83);
        (await host.PutAnswers(assessment, unplanned)).Outcomes().Should().Equal("rejected 422 subjectNotPlanned /answers/0/subject");
        (await host.SendAs(
            "assessor.riau",
            HttpMethod.Put,
            $"{assessment}/refused/{(await host.Get($"{assessment}/refused")).Ok().Items().Single().Text("key")}/dismissal",
            JsonContent.Create(new { reason = "Hanya tiga responden." }))).Ok();
        await host.AnswerAll(assessment);

        var submitted = (await host.Change(assessment, "submission", null)).Ok();

        submitted.Shown().Should().Be("evidenced 83/83 0/0 0/0");
        (await host.Get($"{assessment}/score")).Ok().Number("completeness/required").Should().Be(83);
    }

    private static async Task Fill(ApiHost host, string assessment)
    {
        var open = (await host.FormItems(assessment)).Where(item => item.Absent("answer"));
        (await host.PutAnswers(assessment, open.Select(item => Sheets.Sent(Sheets.BestOfItem(item))))).Ok();
    }
}
