namespace Compliance.Api.Tests.Auditing;

/// <summary>Chains are appended to by many at once; nobody is refused because of them, and none is forked.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AuditConcurrencyTests(string provider) : ApiTests(provider)
{
    private const int Rounds = 4;
    private const int OnOwnSheets = 16;
    private const int OnOneSheet = 8;

    [Test]
    public async Task Writers_on_their_own_sheets_on_one_sheet_and_a_sealer_do_not_hinder_each_other()
    {
        await using var host = await Fresh();
        var sheets = await GivenAssessments(host, OnOwnSheets + 1);
        var before = (await host.VerifyAudit()).Number("entries");
        var form = (await host.FormItems(sheets[0])).Select(Sheets.BestOfItem).ToList();

        var own = sheets.Take(OnOwnSheets).Select(sheet => Write(host, sheet, form.Take(Rounds)));
        var shared = Enumerable.Range(0, OnOneSheet).Select(index => Write(host, sheets[^1], form.Skip(index * Rounds).Take(Rounds)));
        var writing = Task.WhenAll(own.Concat(shared));
        var seals = await SealUntil(host, writing);
        var outcomes = (await writing).SelectMany(each => each).ToList();

        outcomes.Should().HaveCount((OnOwnSheets + OnOneSheet) * Rounds).And.OnlyContain(outcome => outcome == "stored 1");
        seals.Should().BeGreaterThan(0);
        await host.ShouldBeIntact();
        (await host.VerifyAudit()).Number("entries").Should().Be(before + outcomes.Count);
        await ShouldHoldNoFork(host);
    }

    [Test]
    public async Task Sign_ins_of_one_account_at_once_all_succeed_and_are_written_down_one_by_one()
    {
        const int SignIns = 12;
        await using var host = await Fresh();
        var before = (await host.VerifyAudit()).Number("entries");

        var replies = await Task.WhenAll(Enumerable.Range(0, SignIns).Select(_ => host.SendAs(
            null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "verifier@demo.example", password = "Kepatuhan-Demo-2023" }))));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        await host.ShouldBeIntact();
        (await host.VerifyAudit()).Number("entries").Should().Be(before + SignIns);
        await ShouldHoldNoFork(host);
    }

    [Test]
    public async Task Wrong_passwords_at_once_are_refused_and_written_down_without_a_failure()
    {
        await using var host = await Fresh();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SendAs(
            null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "verifier@demo.example", password = "not-the-password" }))));

        replies.Select(reply => (int)reply.Status).Should().OnlyContain(status => status == 401 || status == 409, "409 is documented: whoever lost the race tries again");
        replies.Should().Contain(reply => reply.Status == HttpStatusCode.Unauthorized);
        await host.ShouldBeIntact();
    }

    private static async Task<IReadOnlyList<string>> Write(ApiHost host, string sheet, IEnumerable<JsonObject> answers)
    {
        var outcomes = new List<string>();

        foreach (var answer in answers)
        {
            outcomes.AddRange((await host.PutAnswers(sheet, Sheets.Sent(answer))).Outcomes());
        }

        return outcomes;
    }

    /// <summary>Seals again and again while others write. Two seals at once may meet; this is one sealer alone.</summary>
    private static async Task<int> SealUntil(ApiHost host, Task writing)
    {
        var seals = 0;

        while (!writing.IsCompleted)
        {
            seals += (await host.SealAudit()).Number("chains") > 0 ? 1 : 0;
        }

        return seals;
    }

    private static async Task ShouldHoldNoFork(ApiHost host)
    {
        await using var raw = await host.OpenRaw();
        (await raw.Query("SELECT resource, sequence FROM audit_entries GROUP BY resource, sequence HAVING count(*) > 1")).Should().BeEmpty();
        (await raw.Query(
            "SELECT c.resource FROM audit_chains c WHERE c.length <> (SELECT count(*) FROM audit_entries e WHERE e.resource = c.resource)")).Should().BeEmpty();
    }

    /// <summary>Six units in three cycles.</summary>
    private static async Task<IReadOnlyList<string>> GivenAssessments(ApiHost host, int count)
    {
        var units = await host.UnitsOfIndragiriHilir();
        var assessments = new List<string>();

        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            (await host.Post("/api/v1/cycles", new { year, instrument = "2024", opensOn = $"{year}-03-01", closesOn = $"{year}-10-31" })).Ok(HttpStatusCode.Created);
            var planned = (await host.Post($"/api/v1/cycles/{year}/assessments", new { units, assessor = "assessor.riau@demo.example" })).Ok();
            assessments.AddRange(planned.Texts("items", "id").Select(id => $"/api/v1/assessments/{id}"));
        }

        assessments.Count.Should().BeGreaterThanOrEqualTo(count);

        return [.. assessments.Take(count)];
    }
}
