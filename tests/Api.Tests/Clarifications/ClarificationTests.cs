using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;

namespace Compliance.Api.Tests.Clarifications;

/// <summary>A liaison sees the provisional scores of its own verified units for a while, and head office answers what it writes.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ClarificationTests(string provider) : ApiTests(provider)
{
    private const string Own = $"{Api}/institutions/14.04/clarifications/2026";

    [Test]
    public async Task An_institution_sees_its_verified_units_and_head_office_answers_what_it_writes()
    {
        await using var host = await Fresh();
        var (assessments, units) = await GivenOneVerified(host);
        (await Ask(host, "liaison.14.04", Own)).Problem(404, "notFound");
        (await Write(host, new { unit = units[0], text = "Terlalu dini." })).Problem(409, "clarificationClosed");
        (await Open(host, Day(host, 3))).Ok().Flag("open").Should().BeTrue();

        var card = (await Ask(host, "liaison.14.04", Own)).Ok();
        card.Items("units").Should().ContainSingle().Which.Text("unit/id").Should().Be(units[0], "the other one is only submitted");
        card.Number("units/0/score/score").Should().Be(100);
        card.Items("units/0/score/dimensions").Should().HaveCount(4);
        card.ToString().Should().NotContain("Assessor").And.NotContain("demo.example").And.NotContain(assessments[0].Split('/')[^1]);

        var id = Guid.CreateVersion7();
        object body = new { id, unit = units[0], indicator = "process.standard.cost", text = "Papan tarif sudah dipindahkan." };
        var written = (await Write(host, body)).Ok(HttpStatusCode.Created);
        (written.Text("unit/name"), written.Absent("answer")).Should().Be((card.Text("units/0/unit/name"), true));
        (await Write(host, body)).Ok(HttpStatusCode.Created).ToString().Should().Be(written.ToString());
        (await Write(host, new { id, unit = units[0], text = "Lain." })).Problem(409, "idTaken");
        (await Ask(host, "verifier", $"{Api}/cycles/2026/clarifications")).Ok().Items().Should().ContainSingle().Which.Text("id").Should().Be(id.ToString());

        var answered = (await Answer(host, id, new { text = "Foto baru sudah dinilai.", accepted = false })).Ok();
        (answered.Text("answer/text"), answered.Flag("answer/accepted")).Should().Be(("Foto baru sudah dinilai.", false));
        (await Answer(host, id, new { text = "Foto baru sudah dinilai.", accepted = false })).Ok().ToString().Should().Be(answered.ToString());
        (await Answer(host, id, new { text = "Foto baru sudah dinilai.", accepted = true })).Problem(409, "clarificationAnswered");
        (await Ask(host, "liaison.14.04", Own)).Ok().Text("clarifications/0/answer/text").Should().Be("Foto baru sudah dinilai.");
    }

    [Test]
    public async Task After_the_last_day_nothing_is_written_and_no_provisional_score_is_shown()
    {
        await using var host = await Fresh();
        var (_, units) = await GivenOneVerified(host);
        (await Open(host, Day(host, -3))).Problem(422, "clarificationInPast");
        (await Open(host, Day(host, 1))).Ok();
        var id = Guid.CreateVersion7();
        (await Write(host, new { id, unit = units[0], text = "Sudah diperbaiki." })).Ok(HttpStatusCode.Created);

        host.Clock.Set(host.Clock.GetUtcNow().AddDays(3));

        (await Write(host, new { unit = units[0], text = "Terlambat." })).Problem(409, "clarificationClosed");
        (await Write(host, new { id, unit = units[0], text = "Sudah diperbaiki." })).Ok(HttpStatusCode.Created);
        var card = (await Ask(host, "liaison.14.04", Own)).Ok();
        (card.Flag("window/open"), card.Items("units").Count, card.Items("clarifications").Count).Should().Be((false, 0, 1));
        (await Answer(host, id, new { text = "Terima kasih.", accepted = true })).Ok();
    }

    [Test]
    public async Task For_others_there_is_nothing()
    {
        await using var host = await Fresh();
        var (_, units) = await GivenOneVerified(host);
        (await Open(host, Day(host, 3))).Ok();

        (await Ask(host, "liaison.14.01", Own)).Problem(404, "notFound");
        (await host.SendAs("liaison.14.01", HttpMethod.Post, Own, JsonContent.Create(new { unit = units[0], text = "Bukan unit kami." }))).Problem(404, "notFound");
        (await Ask(host, "liaison.14.01", $"{Api}/institutions/14.01/clarifications/2026")).Ok().Items("units").Should().BeEmpty();

        foreach (var caller in new[] { "verifier", "admin", "auditor", "head.riau", "assessor.riau" })
        {
            (await Ask(host, caller, Own)).Problem(403, "notAllowed");
        }
    }

    [Test]
    public async Task What_is_written_is_about_a_verified_unit_and_an_indicator_of_the_method()
    {
        await using var host = await Fresh();
        var (_, units) = await GivenOneVerified(host);
        (await Open(host, Day(host, 3))).Ok();

        (await Write(host, new { unit = units[1], text = "Belum diverifikasi." })).Errors(422, "unitNotVerified").Should().Equal("/unit unitNotVerified");
        (await Write(host, new { unit = Guid.CreateVersion7(), text = "Tidak ada." })).Problem(422, "unitNotVerified");
        (await Write(host, new { unit = units[0], indicator = "lain", text = "Apa?" })).Errors(422, "unknownIndicator").Should().Equal("/indicator unknownIndicator");
        (await Write(host, new { })).Errors(400, "invalidRequest").Should().Equal("/unit required", "/text required");
        (await Ask(host, "liaison.14.04", Own)).Ok().Items("clarifications").Should().BeEmpty();
    }

    /// <summary>Two submitted assessments, the first of them verified.</summary>
    private static async Task<(IReadOnlyList<string> Assessments, IReadOnlyList<string> Units)> GivenOneVerified(ApiHost host)
    {
        var assessments = await host.GivenSubmitted(2);
        (await host.Verify(assessments[0])).Ok();
        var units = new List<string>();

        foreach (var assessment in assessments)
        {
            units.Add((await host.Read(assessment)).Ok().Text("unit/id")!);
        }

        return (assessments, units);
    }

    private static string Day(ApiHost host, int from) =>
        host.Clock.GetUtcNow().AddDays(from).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Reply> Open(ApiHost host, string until) =>
        host.SendAs("admin", HttpMethod.Put, $"{Api}/cycles/2026/clarification", JsonContent.Create(new { until }));

    private static Task<Reply> Ask(ApiHost host, string caller, string path) => host.SendAs(caller, HttpMethod.Get, path);

    private static Task<Reply> Write(ApiHost host, object body) => host.SendAs("liaison.14.04", HttpMethod.Post, Own, JsonContent.Create(body));

    private static Task<Reply> Answer(ApiHost host, Guid id, object body) =>
        host.SendAs("verifier", HttpMethod.Put, $"{Api}/clarifications/{id}/answer", JsonContent.Create(body));
}
