namespace Compliance.Api.Tests.Auditing;

/// <summary>Every write leaves an entry that says who did what to which resource, and why.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class WhoDidWhatTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task An_opened_cycle_and_its_assessments_tell_of_the_administrator()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var admin = await Me(host, "admin");

        var opened = (await host.AuditOf("cycles/2026")).Should().ContainSingle().Subject;
        opened.Text("useCase").Should().Be("openCycle");
        (opened.Text("actor"), opened.Text("session")).Should().Be(($"account:{admin.Id}", admin.Session));
        opened.Text("changes/0/table").Should().Be("cycles");
        opened.Text("changes/0/after/instrument").Should().Be("2024");
        opened.At("changes/0").TryGetProperty("before", out _).Should().BeFalse();

        var planned = (await host.AuditOf(Resource(assessment))).Should().ContainSingle().Subject;
        planned.Text("useCase").Should().Be("planAssessments");
        planned.Texts("changes", "table").Should().BeEquivalentTo("assessments", "sheets");
    }

    [Test]
    public async Task A_batch_of_answers_is_one_entry_with_all_that_was_sent()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var sent = new[] { Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)), Sheets.Sent(Sheets.Level("no.such", "unit", 1)) };

        (await host.PutAnswers(assessment, sent)).Outcomes().Should().HaveCount(2);

        var entry = (await host.AuditOf(Resource(assessment)))[0];
        var assessor = await Me(host, "assessor.riau");
        (entry.Text("useCase"), entry.Number("sequence"), entry.Text("actor"), entry.Text("session")).Should().Be(("putAnswers", 2, $"account:{assessor.Id}", assessor.Session));
        entry.Items("content/answers").Select(each => each.Text("outcome")).Should().Equal("stored", "rejected");
        entry.Number("content/sheetVersion").Should().Be(1);
        var change = entry.Items("changes").Should().ContainSingle().Subject;
        (change.Text("table"), change.Text("before/status"), change.Text("after/status")).Should().Be(("assessments", "Planned", "Collecting"));
    }

    [Test]
    public async Task A_changed_account_tells_before_after_and_reason()
    {
        await using var host = await Fresh();
        var user = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users?email=verifier@demo.example")).Ok().At("items/0");
        var id = user.Text("id");
        var body = JsonContent.Create(new { name = "Demo Verifier", grants = user.At("grants"), disabled = true, reason = "has left" });
        (await host.SendAs("admin", HttpMethod.Put, $"{Api}/users/{id}", body, ("If-Match", $"\"v{user.Number("version")}\""))).Ok();

        var entry = (await host.AuditOf($"accounts/{id}"))[0];

        (entry.Text("useCase"), entry.Text("reason"), entry.Text("actorEmail")).Should().Be(("changeUser", "has left", "admin@demo.example"));
        var change = entry.Items("changes").Single(each => each.Text("table") == "accounts");
        (change.Text("key"), change.Text("before/status"), change.Text("after/status")).Should().Be((id, "Active", "Disabled"));
    }

    [Test]
    public async Task What_is_refused_or_changes_nothing_leaves_no_entry()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var entries = (await host.VerifyAudit()).Number("entries");

        (await host.Post($"{Api}/cycles", new { year = 2026, instrument = "2023", opensOn = "2026-03-01", closesOn = "2026-10-31" })).Status.Should().Be(HttpStatusCode.Conflict);
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Status.Should().Be(HttpStatusCode.Created);
        (await host.SendAs("assessor2.riau", HttpMethod.Put, $"{assessment}/answers", JsonContent.Create(new { answers = Array.Empty<object>() }))).Status
            .Should().NotBe(HttpStatusCode.OK);
        (await host.Import("institution,year,score\n99.99,2021,70\n")).Status.Should().NotBe(HttpStatusCode.InternalServerError);

        (await host.VerifyAudit()).Number("entries").Should().Be(entries);
    }

    private static string Resource(string assessment) => assessment[(Api.Length + 1)..];

    private static async Task<(string Id, string Session)> Me(ApiHost host, string name)
    {
        var me = (await host.SendAs(name, HttpMethod.Get, $"{Api}/me")).Ok();
        var sessions = (await host.SendAs(name, HttpMethod.Get, $"{Api}/me/sessions")).Ok().Items();

        return (me.Text("id")!, sessions.Single(session => session.Flag("current")).Text("id")!);
    }
}
