namespace Compliance.Api.Tests.Planning;

/// <summary>Two people at once: one of them is told that it has changed; devices that answer meanwhile refuse nobody.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class TwoAtOnceTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Of_many_changes_from_one_version_one_counts_and_the_others_get_412()
    {
        await using var host = await Fresh(settings: Access.People.NoLimits);
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => number % 2 == 0
            ? host.Change(assessment, "plan", new { subjects = new { respondents = number } }, 1)
            : host.Change(assessment, "assignment", new { assessor = Planned.One }, 1, "admin")));

        replies.Select(reply => (int)reply.Status).Should().BeEquivalentTo([200, 412, 412, 412, 412, 412, 412, 412]);
        (await host.Read(assessment)).Ok().Number("version").Should().Be(2);
    }

    [Test]
    public async Task The_first_answers_do_not_spoil_what_a_head_has_read()
    {
        await using var host = await Fresh(settings: Access.People.NoLimits);
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        var answers = (await host.FormItems(assessment)).Take(12).Select(item => Sheets.Sent(Sheets.BestOfItem(item))).ToList();

        var devices = answers.Select(answer => host.PutAnswers(assessment, answer)).ToList();
        var head = host.Change(assessment, "plan", new { subjects = new { respondents = 7 } }, 1);
        (await head).Ok().Number("version").Should().Be(2);
        (await Task.WhenAll(devices)).Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);

        var details = (await host.Read(assessment)).Ok();
        (details.Text("status"), details.Number("progress/entered/done"), details.Number("subjects/respondents")).Should().Be(("collecting", 12, 7));
    }

    [Test]
    public async Task Of_a_submission_and_an_answer_at_once_no_answer_slips_in_behind_it()
    {
        await using var host = await Fresh(settings: Access.People.NoLimits);
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        await host.AnswerAll(assessment);

        var change = host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 0), baseVersion: 1));
        var submission = host.Change(assessment, "submission", null, 1);
        (await submission).Ok().Text("status").Should().Be("submitted");
        var outcome = (await change).Outcomes().Single().Split(' ')[0];
        var level = (await host.FormItems(assessment)).Single(item => (item.Text("indicator"), item.Text("subject")) == ("process.standard.cost", "product:1"))
            .Number("answer/level");

        (outcome, level).Should().BeOneOf([("stored", 0m), ("rejected", 4m)], "what comes after the submission needs a reason");
    }
}
