namespace Compliance.Api.Tests.Decisions;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CorrectionTests(string provider) : ApiTests(provider)
{
    private const string Result = $"{Api}/institutions/14.04/results/2026";

    [Test]
    public async Task A_correction_touches_its_unit_and_institution_and_leaves_what_stood_readable()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenAnnounced();
        var before = (await host.SendAs(null, HttpMethod.Get, Result)).Ok();
        var known = host.Clock.GetUtcNow();
        host.Clock.Set(known.AddDays(1));
        await using var raw = await host.OpenRaw();
        var sheets = (await raw.Rows("sheets")).Select(row => row["answers"]).ToList();

        var corrected = (await host.Correct(Correction(assessments[0], 0))).Ok();

        corrected.Number("ordinal").Should().Be(2);
        corrected.At("coverage").ToString().Should().Be("""{"institutions":1,"planned":1,"assessed":1,"notAssessed":0}""");
        var after = (await host.SendAs(null, HttpMethod.Get, Result)).Ok();
        after.Number("score").Should().BeLessThan(100m);
        after.Text("supersedes").Should().Be(before.Text("id"));
        after.Text("decision/number").Should().Be("12/2027");
        after.Items("units").Count(unit => unit.Absent("supersedes")).Should().Be(2, "one unit was corrected, the others stand as they were announced");
        (await host.SendAs(null, HttpMethod.Get, $"{Result}?knownAt={known:yyyy-MM-ddTHH:mm:ssZ}")).Ok().Number("score").Should().Be(100m);
        var findings = (await host.SendAs(null, HttpMethod.Get, $"{Api}/institutions/14.04/report-card/2026")).Ok().At("findings");
        findings.Flag("known").Should().BeTrue();
        findings.Items("themes").SelectMany(theme => theme.Items("findings")).Select(finding => finding.Text("indicator"))
            .Should().Equal("process.standard.requirements");
        (await raw.Rows("sheets")).Select(row => row["answers"]).Should().Equal(sheets);
        (await host.SendAs(null, HttpMethod.Get, $"{Deciding.Cycle}/decisions")).Ok().Texts("items", "reason").Should().Equal(null, "Salah baca formulir.");
    }

    [Test]
    public async Task A_second_correction_goes_on_from_the_first()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenAnnounced();
        var first = (await host.Correct(Correction(assessments[0], 0))).Ok();
        var low = (await host.SendAs(null, HttpMethod.Get, Result)).Ok().Number("score");

        (await host.Correct(Correction(assessments[0], 4, "13/2027"))).Ok().Number("ordinal").Should().Be(3);

        low.Should().BeLessThan(100m);
        (await host.SendAs(null, HttpMethod.Get, Result)).Ok().Number("score").Should().Be(100m);
        (await host.Correct(Correction(assessments[0], 4, "14/2027"))).Errors(422, "correctionRefused").Should().Equal("/assessments/0/answers correctsNothing");
        first.Text("resultsSha256").Should().HaveLength(64);
    }

    [Test]
    public async Task A_correction_needs_a_public_reason_a_number_of_its_own_and_something_announced()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenDecided();
        (await host.Correct(Correction(assessments[0], 0))).Problem(409, "notAnnounced");
        (await host.Announce(host.Clock.GetUtcNow())).Ok();

        (await host.Correct(new { number = "12/2027", date = "2026-12-01", assessments = new[] { new { assessment = Deciding.IdOf(assessments[0]), answers = new[] { Answer(0) } } } }))
            .Errors(400, "invalidRequest").Should().Equal("/reason required");
        (await host.Correct(Correction(assessments[0], 0, "418/2026"))).Problem(409, "decisionNumberTaken");
        (await host.Correct(Correction(assessments[0], 9))).Errors(422, "correctionRefused").Should().Equal("/assessments/0/answers/0/level levelOutOfRange");
        (await host.Correct(Correction(assessments[2], 0))).Errors(422, "correctionRefused").Should().Equal("/assessments/0/assessment unitNotAssessed");
        (await host.Correct(Correction($"x/{Guid.NewGuid()}", 0))).Errors(422, "correctionRefused").Should().Equal("/assessments/0/assessment unknownAssessment");
        (await host.SendAs(null, HttpMethod.Get, Result)).Ok().Number("score").Should().Be(100m);
    }

    private static object Correction(string assessment, int level, string number = "12/2027") => new
    {
        number,
        date = "2026-12-01",
        reason = "Salah baca formulir.",
        assessments = new[] { new { assessment = Deciding.IdOf(assessment), answers = new[] { Answer(level) } } },
    };

    private static object Answer(int level) => new { indicator = "process.standard.requirements", subject = "product:1", level };
}
