namespace Compliance.Api.Tests.Answers;

/// <summary>Two devices answer one question; both answers are kept and the head of the office decides.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ConflictTests(string provider) : ApiTests(provider)
{
    private const string Cost = "process.standard.cost";
    private const string Head = "head.riau";

    [Test]
    public async Task Both_answers_are_shown_with_who_and_when_until_somebody_decides()
    {
        await using var host = await Fresh();
        var (assessment, late) = await GivenConflict(host);

        var conflict = (await host.Get($"{assessment}/conflicts")).Ok().Items().Should().ContainSingle().Subject;

        (conflict.Text("id"), conflict.Number("sent/level"), conflict.Number("met"), conflict.Number("standing/level"), conflict.Text("device"), conflict.Text("by/name"))
            .Should().Be((IdOf(late), 1m, 1m, 3m, "tablet-9", "Demo Assessor Riau"));
        (await host.PutAnswers(assessment, late)).Outcomes().Should().Equal("conflict 409 answerChanged /answers/0/baseVersion");
        (await host.Get($"{assessment}/conflicts")).Ok().Items().Should().ContainSingle("the same conflict comes again");
    }

    [Test]
    public async Task The_head_of_the_office_lets_the_sent_answer_count_and_the_history_says_why()
    {
        await using var host = await Fresh();
        var (assessment, late) = await GivenConflict(host);

        var settled = (await Settle(host, Head, assessment, late, new { keep = "sent", reason = "Foto menunjukkan tingkat 1." })).Ok();

        (settled.Text("kept"), settled.Number("answer/level"), settled.Number("answer/version")).Should().Be(("sent", 1, 2));
        (await host.Get($"{assessment}/conflicts")).Ok().Items().Should().BeEmpty();
        (await host.Get($"{assessment}/answers")).Ok().Items().Single().Number("answer/level").Should().Be(1);
        var last = (await host.Get($"{assessment}/answers/{Cost}/product:1/history")).Ok().Items()[^1];
        (last.Text("action"), last.Text("outcome"), last.Number("version"), last.Text("reason"), last.Text("by/name"), last.Number("before/level"), last.Number("answer/level"))
            .Should().Be(("settleConflict", "stored", 2, "Foto menunjukkan tingkat 1.", "Demo Head Riau", 3, 1));
        (await host.PutAnswers(assessment, late)).Outcomes().Should().Equal("unchanged 2");
    }

    [Test]
    public async Task The_answer_that_stands_may_win_and_the_other_one_never_opens_the_conflict_again()
    {
        await using var host = await Fresh();
        var (assessment, late) = await GivenConflict(host);

        (await Settle(host, Head, assessment, late, new { keep = "standing", reason = "Sudah dicek ulang." })).Ok().Number("answer/level").Should().Be(3);

        (await host.PutAnswers(assessment, late)).Outcomes().Should().Equal("conflict 409 conflictSettled /answers/0/baseVersion");
        (await host.Get($"{assessment}/conflicts")).Ok().Items().Should().BeEmpty();
        (await Settle(host, Head, assessment, late, new { keep = "sent", reason = "Ternyata lain." })).Problem(409, "noSuchConflict");
    }

    [Test]
    public async Task A_decision_needs_its_reason_and_a_supervisor()
    {
        await using var host = await Fresh();
        var (assessment, late) = await GivenConflict(host);

        (await Settle(host, Head, assessment, late, new { })).Errors(400, "invalidRequest").Should().Equal("/keep required", "/reason required");
        (await Settle(host, "assessor.riau", assessment, late, new { keep = "sent", reason = "Saya yakin." })).Problem(403, "notAllowed");
        (await host.Get($"{assessment}/conflicts")).Ok().Items().Should().ContainSingle();
    }

    private static string IdOf(JsonObject sent) => sent["id"]!.GetValue<Guid>().ToString();

    private static Task<Reply> Settle(ApiHost host, string who, string assessment, JsonObject late, object body) =>
        host.SendAs(who, HttpMethod.Put, $"{assessment}/conflicts/{IdOf(late)}/settlement", JsonContent.Create(body));

    private static async Task<(string Assessment, JsonObject Late)> GivenConflict(ApiHost host)
    {
        var assessment = await host.GivenAssessment();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 3)))).Outcomes().Should().Equal("stored 1");
        var late = Sheets.Sent(Sheets.Level(Cost, "product:1", 1));
        late["device"] = "tablet-9";
        (await host.PutAnswers(assessment, (JsonObject)late.DeepClone())).Outcomes().Should().Equal("conflict 409 answerChanged /answers/0/baseVersion");

        return (assessment, late);
    }
}
