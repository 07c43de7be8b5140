using Compliance.Api.Tests.Planning;

namespace Compliance.Api.Tests.FieldWork;

/// <summary>Whoever observes a unit again has in the form what was found in it the last time.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class LastYearTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task The_form_of_another_assessor_tells_what_was_found_last_year_worst_first()
    {
        await using var host = await Fresh();
        await host.GivenInstrumentWithoutEvidence();
        var units = await host.UnitsOfIndragiriHilir();
        await GivenSubmitted2025(
            host, units[0], Sheets.Level("process.standard.duration", "product:1", 3), Sheets.Level("process.standard.cost", "product:1", 1), Sheets.Level("process.standard.cost", "product:2", 1));
        await host.GivenCycle();
        var planned = await host.GivenPlan(new { units = new[] { units[0], units[1] }, assessor = Planned.Other });

        var form = (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{planned[0]}/form")).Ok();

        (form.Number("lastYear/year"), form.Text("lastYear/instrument"), form.Absent("lastYear/score")).Should().Be((2025, "2031", true));
        form.Items("lastYear/findings").Select(finding => (finding.Text("indicator"), finding.Number("achievement"))).Should().Equal(
            ("process.standard.cost", 0.25m), ("process.standard.duration", 0.875m));
        (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{planned[1]}/form")).Ok().Absent("lastYear").Should().BeTrue("nothing is known of it");
    }

    [Test]
    public async Task The_form_tells_what_was_announced_of_the_unit()
    {
        await using var host = await Fresh();
        var unit = (await host.Get($"{Api}/institutions/14.04/units")).Ok().Items().Single(each => each.Text("name") == "Disdukcapil").Text("id");
        (await host.Import("year,institution,unit,score,input,process,output,complaints\n2024,14.04,Disdukcapil,80.1,17.5,26,20,16.6\n")).Ok();
        await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { unit }, assessor = Planned.One })).Single();

        var past = (await host.SendAs("assessor.riau", HttpMethod.Get, $"{assessment}/form")).Ok().At("lastYear");

        (past.Number("year"), past.Number("score"), past.Text("category/code"), past.Text("zone/code")).Should().Be((2024, 80.1m, "B", "green"));
        past.At("dimensions").EnumerateObject().Select(each => (each.Name, each.Value.GetDecimal())).Should().BeEquivalentTo(
            new[] { ("input", 17.5m), ("process", 26m), ("output", 20m), ("complaints", 16.6m) });
        past.Items("findings").Should().BeEmpty("only totals are known");
    }

    private static async Task GivenSubmitted2025(ApiHost host, string unit, params JsonObject[] findings)
    {
        (await host.Post($"{Api}/cycles", new { year = 2025, instrument = "2031", opensOn = "2025-03-01", closesOn = "2025-10-31" })).Ok(HttpStatusCode.Created);
        var planned = (await host.Post($"{Api}/cycles/2025/assessments", new { units = new[] { unit }, assessor = Planned.One })).Ok();
        var assessment = $"{Api}/assessments/{planned.Text("items/0/id")}";
        await host.AnswerAll(assessment);
        (await host.PutAnswers(assessment, findings.Select(finding => Sheets.Sent(finding, baseVersion: 1)))).Outcomes().Should().OnlyContain(outcome => outcome == "stored 2");
        (await host.Change(assessment, "submission", null)).Ok();
    }
}
