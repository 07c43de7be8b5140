namespace Compliance.Api.Tests.Planning;

/// <summary>A unit that cannot be assessed is shown with its reason, and its answers stay.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class NotAssessedTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_unit_is_not_assessed_for_a_reason_until_it_is_reopened()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)))).Ok();
        var answers = (await host.Get($"{assessment}/answers")).Text;

        var marked = (await host.Change(assessment, "not-assessed", new { reason = "noAccess", note = "Jalan terputus" }, 1)).Ok();
        (marked.Text("status"), marked.Text("notAssessed/reason"), marked.Text("notAssessed/note"), marked.Text("progress/stage"), marked.Number("version"))
            .Should().Be(("notAssessed", "noAccess", "Jalan terputus", "notAssessed", 2));
        marked.Actions().Should().Equal("markNotAssessed", "reopen");
        (await host.Get($"{Api}/assessments?cycle=2026&status=notAssessed")).Ok().Items().Should().ContainSingle();

        (await host.Change(assessment, "not-assessed", new { reason = "noAccess", note = "Jalan terputus" }, 2)).Ok().Number("version").Should().Be(2);
        (await host.Change(assessment, "not-assessed", new { reason = "security" }, 2)).Ok().Number("version").Should().Be(3);
        var late = Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 3));
        (await host.PutAnswers(assessment, (JsonObject)late.DeepClone())).Outcomes().Should().Equal("rejected 409 statusForbids /answers/0");
        (await host.Get($"{assessment}/refused")).Ok().Items().Should().ContainSingle("what a device brings late is not lost");
        (await host.Change(assessment, "assignment", new { assessor = Planned.Other }, 3)).Problem(409, "statusForbids");
        (await host.Change(assessment, "plan", new { assessedAt = "14.71" }, 3)).Problem(409, "statusForbids");
        (await host.Change(assessment, "submission", null, 3)).Problem(409, "statusForbids");
        (await host.Get($"{assessment}/answers")).Text.Should().Be(answers);

        (await host.TakeBack(assessment, "not-assessed", 3)).Ok().Text("status").Should().Be("collecting");
        (await host.TakeBack(assessment, "not-assessed", 4)).Problem(409, "statusForbids");
        (await host.PutAnswers(assessment, late)).Outcomes().Should().Equal("stored 1");
        (await host.Get($"{assessment}/refused")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task Office_heads_mark_their_own_units_and_administrators_all()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();

        (await host.Change(assessment, "not-assessed", new { reason = "closed" }, 1, "assessor.riau")).Problem(403, "notAllowed");
        (await host.Change(assessment, "not-assessed", new { reason = "closed" }, 1, "verifier")).Problem(403, "notAllowed");
        (await host.Change(assessment, "not-assessed", new { reason = "closed" }, 1, "admin")).Ok();
        (await host.TakeBack(assessment, "not-assessed", 2, "admin")).Ok().Text("status").Should().Be("planned");
    }

    [Test]
    public async Task A_reason_is_one_of_five_and_any_other_needs_its_note()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();

        (await host.Change(assessment, "not-assessed", new { reason = "other" }, 1)).Errors(422, "noteMissing").Should().Equal("/note noteMissing");
        (await host.Change(assessment, "not-assessed", new { reason = "other", note = " " }, 1)).Errors(422, "noteMissing").Should().Equal("/note noteMissing");
        (await host.Change(assessment, "not-assessed", new { }, 1)).Errors(400, "invalidRequest").Should().Equal("/reason required");
        (await host.Change(assessment, "not-assessed", new { reason = "rain" }, 1)).Problem(400, "malformedRequest");
        (await host.Change(assessment, "not-assessed", new { reason = "other", note = "a\0b" }, 1)).Errors(400, "invalidRequest").Should().Equal("/note controlCharacter");
        (await host.Change(assessment, "not-assessed", new { reason = "other", note = "Pindah tugas" }, 1)).Ok();
    }
}
