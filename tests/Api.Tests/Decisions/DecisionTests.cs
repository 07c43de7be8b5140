using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;
using Compliance.Application.Decisions;

namespace Compliance.Api.Tests.Decisions;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class DecisionTests(string provider) : ApiTests(provider)
{
    private const string Result = $"{Api}/institutions/14.04/results/2026";

    [Test]
    public async Task A_plenary_names_everything_that_is_not_verified()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenVerified();
        (await host.TakeBack(assessments[0], "verification", caller: "verifier")).Ok();

        var refused = await host.HoldPlenary();

        refused.Errors(409, "cycleNotSettled").Should().Equal($"/assessments/{Deciding.IdOf(assessments[0])} assessmentOpen");
        (await host.Get(Deciding.Cycle)).Ok().Text("state").Should().Be("verification");
    }

    [Test]
    public async Task What_is_decided_is_known_from_the_instant_of_the_announcement_and_not_before()
    {
        await using var host = await Fresh();
        await host.GivenVerified();
        (await host.HoldPlenary(new { on = "2026-12-01" })).Ok().Text("state").Should().Be("plenary");
        var decided = (await host.Decide()).Ok();
        decided.At("coverage").ToString().Should().Be("""{"institutions":1,"planned":3,"assessed":2,"notAssessed":1}""");
        var at = host.Clock.GetUtcNow().AddHours(5);
        (await host.Announce(at)).Ok().Absent("publication").Should().BeTrue();

        (await host.Get(Deciding.Cycle)).Ok().Text("state").Should().Be("decided");
        (await host.SendAs(null, HttpMethod.Get, Result)).Problem(404, "notFound");
        (await host.SendAs(null, HttpMethod.Get, $"{Deciding.Cycle}/decisions")).Ok().Items().Should().BeEmpty();
        (await host.SendAs(null, HttpMethod.Get, $"{Deciding.Cycle}/proof")).Problem(409, "nothingAnnounced");
        host.Clock.Set(at.AddSeconds(-1));
        (await host.PublishDue()).Should().Be(0);

        host.Clock.Set(at);
        (await host.PublishDue()).Should().Be(1);
        (await host.PublishDue()).Should().Be(0);

        var result = (await host.SendAs(null, HttpMethod.Get, Result)).Ok();
        result.Number("score").Should().Be(100m);
        result.Text("zone/code").Should().Be("green");
        result.Text("basis").Should().Be("decided");
        result.Text("decision/number").Should().Be("418/2026");
        result.Items("units").Select(unit => unit.Text("status")).Should().BeEquivalentTo("assessed", "assessed", "notAssessed");
        (await host.Get(Deciding.Cycle)).Ok().Text("state").Should().Be("announced");
        (await host.SendAs(null, HttpMethod.Get, $"{Deciding.Cycle}/decisions")).Ok().Texts("items", "number").Should().Equal("418/2026");
    }

    [Test]
    public async Task What_was_verified_last_is_what_is_decided()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenVerified();
        var best = await LevelOf(host, assessments[0]);

        await VerifyAnew(host, assessments[0], level: 0, baseVersion: 1);
        await VerifyAnew(host, assessments[1], level: 0, baseVersion: 1);
        await VerifyAnew(host, assessments[1], best, baseVersion: 2);
        (await host.HoldPlenary()).Ok();
        (await host.Decide()).Ok();
        (await host.Announce(host.Clock.GetUtcNow())).Ok();

        var worse = (await host.SendAs("head.riau", HttpMethod.Get, $"{assessments[0]}/score")).Ok().Number("score");
        worse.Should().BeLessThan(100m);
        (await host.SendAs(null, HttpMethod.Get, Result)).Ok().Items("units").Where(unit => unit.Text("status") == "assessed").Select(unit => unit.Number("score"))
            .Should().BeEquivalentTo([worse, 100m]);
        (await host.Prove()).Should().Be(new ProofVerified(1, 1, 3, null, null));
    }

    [Test]
    public async Task The_same_decision_again_changes_nothing_and_another_is_refused()
    {
        await using var host = await Fresh();
        await host.GivenVerified();
        (await host.Decide()).Problem(409, "noPlenary");
        (await host.HoldPlenary()).Ok();
        (await host.Decide(date: "2026-12-02")).Problem(422, "decisionOutOfTime");
        (await host.Announce(host.Clock.GetUtcNow())).Problem(409, "notDecided");
        var decided = (await host.Decide()).Ok().ToString();

        (await host.Decide()).Ok().ToString().Should().Be(decided);
        (await host.Decide(number: "419/2026")).Problem(409, "cycleDecided");
        (await host.HoldPlenary(new { on = "2026-11-30" })).Problem(409, "cycleDecided");
        (await host.SendAs("admin", HttpMethod.Delete, $"{Deciding.Cycle}/plenary")).Problem(409, "cycleDecided");
    }

    [Test]
    public async Task Until_it_has_passed_the_announcement_may_be_moved()
    {
        await using var host = await Fresh();
        await host.GivenDecided();
        var now = host.Clock.GetUtcNow();
        (await host.Announce(now.AddDays(3))).Ok();
        (await host.Announce(now.AddDays(1))).Ok();
        host.Clock.Set(now.AddDays(1));
        (await host.PublishDue()).Should().Be(1);

        (await host.Announce(now.AddDays(1))).Ok();
        (await host.Announce(now.AddDays(2))).Problem(409, "alreadyAnnounced");
    }

    [Test]
    public async Task Nothing_of_a_decided_assessment_changes_and_what_comes_late_is_kept_as_refused()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenDecided();
        (await host.Read(assessments[0])).Ok().Text("status").Should().Be("final");
        (await host.Read(assessments[0])).Ok().Actions().Should().BeEmpty();
        var item = (await host.FormItems(assessments[0]))[0];
        var late = Sheets.Sent(Sheets.Level(item.Text("indicator")!, item.Text("subject")!, 0), baseVersion: 1);
        late["reason"] = "Terlambat.";

        (await host.PutAnswers(assessments[0], late)).Outcomes().Should().Equal("rejected 409 statusForbids /answers/0");

        (await host.SendAs("assessor.riau", HttpMethod.Get, $"{assessments[0]}/refused")).Ok().Items().Should().ContainSingle();
        (await host.SendAs("head.riau", HttpMethod.Get, $"{assessments[0]}/score")).Ok().Number("score").Should().Be(100m);
        (await host.TakeBack(assessments[2], "not-assessed")).Problem(409, "cycleDecided");
        (await host.Plan(new { units = new[] { (await host.UnitsOfIndragiriHilir())[4] } })).Problem(409, "cycleDecided");
        (await host.Import("year,institution,score\n2026,14.04,50\n")).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task The_database_itself_refuses_to_change_what_is_decided()
    {
        await using var host = await Fresh();
        await host.GivenAnnounced();
        await using var raw = await host.OpenRaw();
        string[] statements =
        [
            "UPDATE results SET score = 1", "DELETE FROM results", "UPDATE publications SET decision_number = 'x'", "DELETE FROM publications",
            "UPDATE decisions SET number = 'x'", "DELETE FROM decisions", "UPDATE decided_institutions SET score = 1", "DELETE FROM decided_institutions",
            "UPDATE unit_figures SET score = 1", "DELETE FROM unit_figures",
            "UPDATE sheets SET answers = '{}'", "DELETE FROM sheets", "UPDATE assessments SET status = 'Collecting'",
            "UPDATE cycles SET decided_at = NULL WHERE decided_at IS NOT NULL", "UPDATE cycles SET announced_at = NULL WHERE decided_at IS NOT NULL",
            "UPDATE announcements SET publication = NULL", "DELETE FROM announcements",
        ];

        foreach (var statement in statements)
        {
            (await FluentActions.Awaiting(() => raw.Execute(statement)).Should().ThrowAsync<System.Data.Common.DbException>(statement)).Which
                .Message.Should().Contain("is refused: it is only ever appended to", statement);
        }
    }

    private static async Task<int> LevelOf(ApiHost host, string assessment) => (int)(await host.FormItems(assessment))
        .Single(item => (item.Text("indicator"), item.Text("subject")) == ("process.standard.requirements", "product:1")).Number("answer/level")!.Value;

    private static async Task VerifyAnew(ApiHost host, string assessment, int level, int baseVersion)
    {
        (await host.TakeBack(assessment, "verification", caller: "verifier")).Ok();
        var item = Sheets.Sent(Sheets.Level("process.standard.requirements", "product:1", level), baseVersion: baseVersion);
        item["reason"] = "Dibaca ulang.";
        (await host.PutAnswers(assessment, item)).Outcomes().Should().Equal(FormattableString.Invariant($"stored {baseVersion + 1}"));
        (await host.Verify(assessment)).Ok();
    }
}
