using System.Globalization;
using Compliance.Api.Tests.Access;

namespace Compliance.Api.Tests.Planning;

/// <summary>One definition of completeness, from a single assessment to a whole cycle, over what the caller may see.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CycleProgressTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Offices_and_assessors_are_counted_by_stage_status_and_observation()
    {
        await using var host = await Fresh();
        host.Clock.Set(DateTimeOffset.Parse("2026-10-31T16:59:59Z", CultureInfo.InvariantCulture));
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var riau = await host.GivenPlan(new
        {
            frame = new object[]
            {
                new { unit = units[0], assessor = Planned.One },
                new { unit = units[1], assessor = Planned.One, subjects = new { respondents = 1 } },
                new { unit = units[2], assessor = Planned.Other },
                new { unit = units[3] },
            },
        });
        var elsewhere = (await host.Get($"{Api}/institutions/81.02/units")).Ok().Text("items/0/id");
        (await host.Plan(new { units = new[] { elsewhere } }, "admin")).Ok();
        await host.AnswerAll(riau[0]);
        (await host.Change(riau[0], "submission", null)).Ok();
        (await host.PutAnswers(riau[1], Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)))).Ok();
        (await host.Change(riau[1], "assignment", new { assessor = Planned.One, techniques = new[] { new { technique = "interview", assessor = Planned.Other } } })).Ok();
        (await host.Change(riau[2], "not-assessed", new { reason = "security", note = "Banjir" })).Ok();

        var all = await Progress(host, "admin");
        (all.Number("cycle"), all.Text("closesOn"), all.Flag("isOver")).Should().Be((2026, "2026-10-31", false));
        Show(all.At("total")).Should().Be("5: planned 2, entering 1, evidenced 1, notAssessed 1; planned 2, collecting 1, submitted 1, notAssessed 1; 219/727 0/0 0/0; 0");
        all.Items("offices").Select(each => each.Text("office")).Should().Equal("14", "81");
        Show(all.At("offices/0/progress")).Should()
            .Be("4: planned 1, entering 1, evidenced 1, notAssessed 1; planned 1, collecting 1, submitted 1, notAssessed 1; 219/509 0/0 0/0; 0");
        all.Items("assessors").Select(each => (each.Text("assessor"), each.Number("progress/assessments"))).Should()
            .Equal((Planned.One, 2), (Planned.Other, 2), (null, 2));
        var reason = all.Items("notAssessed").Should().ContainSingle().Subject;
        (reason.Text("reason"), reason.Text("units/0/unit/id"), reason.Text("units/0/note")).Should().Be(("security", units[2], "Banjir"));

        (await Progress(host, "head.riau")).Number("total/assessments").Should().Be(4);
        (await Progress(host, "assessor2.riau")).Number("total/assessments").Should().Be(2, "one whole unit, and the interviews of another");
        (await Progress(host, "admin", "?office=81")).Number("total/assessments").Should().Be(1);
        (await Progress(host, "head.riau", "?office=81")).Number("total/assessments").Should().Be(0);

        host.Clock.Set(DateTimeOffset.Parse("2026-10-31T17:00:00Z", CultureInfo.InvariantCulture));
        var late = await Progress(host, "head.riau");
        (late.Flag("isOver"), late.Number("total/overdue")).Should().Be((true, 2));
    }

    [Test]
    public async Task A_single_assessment_a_list_and_the_cycle_say_the_same()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessments = await host.GivenPlan(new { units, assessor = Planned.One });

        foreach (var (assessment, count) in assessments.Select((each, index) => (each, index * 7)))
        {
            var items = (await host.FormItems(assessment)).Take(count);
            (await host.PutAnswers(assessment, items.Select(item => Sheets.Sent(Sheets.BestOfItem(item))))).Ok();
        }

        var listed = (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items();
        listed.Select(each => each.Shown()).Should().Equal(await Task.WhenAll(
            listed.Select(async each => (await host.Read($"{Api}/assessments/{each.Text("id")}")).Ok().Shown())));
        var total = (await Progress(host, "admin")).At("total");
        (total.Number("entered/done"), total.Number("entered/of")).Should().Be((7 * 15, 6 * 218));
        total.Number("evidenced/of").Should().Be(listed.Sum(each => each.Number("progress/evidenced/of")));

        // The outline of a sheet is kept between two readings; a changed sheet is another one.
        (await host.PutAnswers(assessments[0], Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)))).Ok();
        (await Progress(host, "admin")).Number("total/entered/done").Should().Be((7 * 15) + 1);
        (await Progress(host, "admin")).Number("total/entered/done").Should().Be((7 * 15) + 1);
    }

    [Test]
    public async Task An_instrument_that_is_published_meanwhile_does_not_touch_a_cycle()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle("2024");
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)))).Ok();
        var form = (await host.Get($"{assessment}/form")).Text;
        var details = await host.Read(assessment);
        var newer = Instruments.Copy((await host.Get($"{Api}/instruments/2024")).Ok(), "2024-2");
        newer["version"] = 2;

        (await host.Post($"{Api}/instruments", newer)).Ok(HttpStatusCode.Created);

        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/cycles/2026")).Ok().Text("instrument").Should().Be("2024");
        (await host.Get($"{assessment}/form")).Text.Should().Be(form);
        (await host.Read(assessment)).ETag.Should().Be(details.ETag);
        (await host.Plan(new { units = new[] { units[1] } })).Ok();
        (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items().Should().OnlyContain(each => each.Text("instrument") == "2024");
    }

    [Test]
    public async Task Whoever_reads_no_assessments_reads_no_progress()
    {
        await using var host = await Fresh();
        await host.GivenCycle();

        (await host.SendAs(null, HttpMethod.Get, $"{Api}/cycles/2026/progress")).Problem(401, "credentialsNeeded");
        (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{Api}/cycles/2026/progress")).Problem(403, "notAllowed");
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/cycles/2019/progress")).Problem(404, "notFound");
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/cycles/2026/progress?bureau=14")).Errors(400, "invalidRequest").Should().Equal("/bureau unknownParameter");
        var nobody = await host.GivenPerson("kepala.13@uji.example", new { role = "officeHead", office = "13" });
        var empty = (await host.SendWith(nobody, HttpMethod.Get, $"{Api}/cycles/2026/progress")).Ok();
        (empty.Number("total/assessments"), empty.Items("offices").Count, empty.Items("assessors").Count).Should().Be((0, 0, 0));
    }

    private static async Task<JsonElement> Progress(ApiHost host, string caller, string query = "") =>
        (await host.SendAs(caller, HttpMethod.Get, $"{Api}/cycles/2026/progress{query}")).Ok();

    /// <summary>Without the zeros: assessments, stages, statuses, parts, overdue.</summary>
    private static string Show(JsonElement group)
    {
        return $"{group.Number("assessments")}: {Counts("stages")}; {Counts("statuses")}; {Part("entered")} {Part("evidenced")} {Part("reviewed")}; {group.Number("overdue")}";

        string Counts(string name) => string.Join(
            ", ", group.At(name).EnumerateObject().Where(each => each.Value.GetInt32() > 0).Select(each => $"{each.Name} {each.Value.GetInt32()}"));

        string Part(string name) => $"{group.Number($"{name}/done")}/{group.Number($"{name}/of")}";
    }
}
