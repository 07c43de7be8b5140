using Compliance.Api.Tests.Commitments;
using Compliance.Api.Tests.Decisions;
using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;

namespace Compliance.Api.Tests.Agreements;

/// <summary>
/// From Riau's twelve memoranda to a PKS with Indragiri Hilir, to what it promised because of its findings of 2023, to a closing by a second person and the
/// same indicator a year later, through the public API alone (docs/riau-walk.md).
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RiauWalkTests(string provider) : ApiTests(provider)
{
    private const string Accessibility = "input.facilities.accessibility";
    private const string Loop = $"{Api}/institutions/14.04/improvement-loop?year=2023";

    [Test]
    public async Task A_finding_of_one_year_is_promised_to_be_mended_closed_and_gone_in_the_next()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2023, 12, 14, 3, 0, 0, TimeSpan.Zero));
        await Decide(host, 2023, await PlannedByTheDemo(host), ramp: false);
        var before = await Finding(host);
        before.Items("commitments").Should().BeEmpty();

        host.Clock.Set(new(2024, 3, 1, 3, 0, 0, TimeSpan.Zero));
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Agreeing.List}?kind=mou&status=inForce")).Ok().Items().Should().HaveCount(12);
        var pks = await host.GivenAgreement(Agreeing.Pks(title: "Perjanjian kerja sama tindak lanjut penilaian").SignedFrom("2024-03-01", "2026-12-31"));
        var ramp = await Promise(host, pks);
        await Keep(host, ramp);

        (await host.SendAs("head.riau", HttpMethod.Get, $"{pks}/health")).Ok().Number("onTimeShare").Should().Be(0.5m, "the office has not reported its own meeting of March");
        (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{Api}/follow-ups?agreement={Deciding.IdOf(pks)}&status=closed")).Ok().Texts("items", "title")
            .Should().Equal("Pasang jalur landai di pintu masuk.");

        host.Clock.Set(new(2024, 12, 14, 3, 0, 0, TimeSpan.Zero));
        await Decide(host, 2024, await PlannedAYearLater(host), ramp: true);

        var finding = await Finding(host);
        (finding.Number("nextAchievement"), finding.Number("change")).Should().Be((1m, 1m - before.Number("achievement")));
        finding.Items("commitments").Should().ContainSingle().Which.Text("status").Should().Be("closed");
    }

    private static async Task<JsonElement> Finding(ApiHost host) => (await host.SendAs("liaison.14.04", HttpMethod.Get, Loop)).Ok().Items("findings")
        .Should().ContainSingle(finding => finding.Text("indicator") == Accessibility).Which;

    /// <summary>One promise that answers the finding, and a meeting every quarter that the office owes.</summary>
    private static async Task<string> Promise(ApiHost host, string pks)
    {
        (await host.Make(pks, new()
        {
            ["title"] = "Rapat koordinasi triwulanan.",
            ["obligated"] = new JsonObject { ["office"] = "14" },
            ["personInCharge"] = "Kepala Perwakilan",
            ["recurrence"] = new JsonObject { ["every"] = "quarter", ["from"] = "2024-03-31", ["until"] = "2024-12-31" },
        })).Ok(HttpStatusCode.Created).Items("deadlines").Should().HaveCount(4);

        return await host.GivenCommitment(Promising.Promise(), pks);
    }

    /// <summary>Reported by the institution, refused to itself, rejected once and then accepted by the office.</summary>
    private static async Task Keep(ApiHost host, string commitment)
    {
        host.Clock.Set(new(2024, 6, 20, 3, 0, 0, TimeSpan.Zero));
        (await host.ReportDone(commitment, on: "2024-06-19")).Ok(HttpStatusCode.Created);
        (await Close(host, commitment, new { accepted = true }, "liaison.14.04")).Problem(422, "ownSideCloses");
        (await Close(host, commitment, new { accepted = false, reason = "Fotonya dari unit lain." })).Ok().Text("status").Should().Be("open");
        (await host.ReportDone(commitment, on: "2024-06-20")).Ok(HttpStatusCode.Created);
        (await Close(host, commitment, new { accepted = true })).Ok().Text("status").Should().Be("closed");
    }

    private static async Task<Reply> Close(ApiHost host, string commitment, object body, string caller = "head.riau") =>
        await host.CloseDeadline(commitment, (int)(await host.SendAs(caller, HttpMethod.Get, commitment)).Ok().Number("version")!, body, caller);

    private static async Task<IReadOnlyList<string>> PlannedByTheDemo(ApiHost host) =>
        [.. (await host.SendAs("admin", HttpMethod.Get, $"{Api}/assessments?cycle=2023")).Ok().Texts("items", "id").Select(id => $"{Api}/assessments/{id}")];

    private static async Task<IReadOnlyList<string>> PlannedAYearLater(ApiHost host)
    {
        (await host.Post($"{Api}/cycles", new { year = 2024, instrument = "2024", opensOn = "2024-05-01", closesOn = "2024-11-30" })).Ok(HttpStatusCode.Created);
        var frame = (await host.UnitsOfIndragiriHilir()).Select(unit => new { unit, assessor = Planned.One });
        var planned = await host.SendAs("head.riau", HttpMethod.Post, $"{Api}/cycles/2024/assessments", JsonContent.Create(new { frame }));

        return [.. planned.Ok().Texts("items", "id").Select(id => $"{Api}/assessments/{id}")];
    }

    /// <summary>The six units of Indragiri Hilir from their answers to an announced result.</summary>
    /// <param name="ramp">Whether their facilities are accessible, where the demo did not say so yet.</param>
    private static async Task Decide(ApiHost host, int year, IReadOnlyList<string> assessments, bool ramp)
    {
        assessments.Should().HaveCount(6);

        foreach (var assessment in assessments)
        {
            await Assess(host, assessment, ramp);
            (await host.Change(assessment, "submission", null)).Ok();
            (await host.Verify(assessment)).Ok();
        }

        var (cycle, day) = ($"{Api}/cycles/{year}", $"{year}-12-14");
        (await host.SendAs("admin", HttpMethod.Put, $"{cycle}/plenary", JsonContent.Create(new { on = day }))).Ok();
        (await host.SendAs("admin", HttpMethod.Put, $"{cycle}/decision", JsonContent.Create(new { number = $"418/{year}", date = day }))).Ok();
        (await host.SendAs("admin", HttpMethod.Put, $"{cycle}/announcement", JsonContent.Create(new { at = host.Clock.GetUtcNow() }))).Ok();
    }

    /// <summary>Answers what nobody has answered yet, and proves everything by one link.</summary>
    private static async Task Assess(ApiHost host, string assessment, bool ramp)
    {
        var items = await host.FormItems(assessment);
        var answers = items.Where(item => item.Absent("answer")).Select(item =>
        {
            var answer = Sheets.BestOfItem(item);

            if (!ramp && item.Text("indicator") == Accessibility)
            {
                answer["checked"] = new JsonArray();
            }

            return Sheets.Sent(answer);
        }).ToList();
        (await host.PutAnswers(assessment, answers)).Outcomes().Where(outcome => !outcome.StartsWith("stored", StringComparison.Ordinal)).Should().BeEmpty();
        var proven = items.Where(item => item.Text("evidence") == "required")
            .Select(item => new { indicator = item.Text("indicator"), subject = item.Text("subject") }).ToList();
        var link = await host.GivenEvidence(assessment, new EvidenceOffering(proven[0].indicator!, proven[0].subject!).With("link", "https://example.org/bukti"));
        (await host.Change("assessor.riau", $"{link}/observations", new { observations = proven }, 1)).Ok();
    }
}
