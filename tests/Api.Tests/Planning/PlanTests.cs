namespace Compliance.Api.Tests.Planning;

/// <summary>A plan is changed whole, with If-Match, and never away from what is answered.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PlanTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_plan_is_replaced_and_its_version_counts_changes_only()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();
        var plan = new { subjects = new { products = 1, respondents = 12 }, assessedAt = "14.71", assessedAtNote = "Renovasi" };

        var changed = await host.Change(assessment, "plan", plan, 1);
        (changed.Ok().Number("version"), changed.Json.Number("subjects/respondents"), changed.Json.Text("assessedAt/region")).Should().Be((2, 12, "14.71"));
        changed.ETag.Should().StartWith("\"v2.").And.Be((await host.Read(assessment)).ETag);
        (await host.Change(assessment, "plan", plan, 2)).Ok().Number("version").Should().Be(2, "the same again changes nothing");
        (await host.SendAs("head.riau", HttpMethod.Get, assessment, null, ("If-None-Match", changed.ETag))).Status.Should().Be(HttpStatusCode.NotModified);

        var back = (await host.Change(assessment, "plan", new { }, 2)).Ok();
        (back.Number("version"), back.Items("subjects/products").Count, back.Absent("assessedAt")).Should().Be((3, 2, true));
    }

    [Test]
    public async Task Without_the_version_nothing_is_changed_and_with_an_old_one_neither()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();
        (await host.Change(assessment, "plan", new { assessedAt = "14.71" }, 1)).Ok();

        (await host.SendAs("head.riau", HttpMethod.Put, $"{assessment}/plan", JsonContent.Create(new { }))).Problem(428, "ifMatchMissing");

        foreach (var tag in new[] { "\"v1\"", "\"v1.00\"", "\"*\"", "*, \"v2\"", "\"v.2\"", "\"v2", "\"v\"", "\"2\"", "W/\"v2\"", "\"v1\", \"v3\", W/\"v2\"" })
        {
            (await ChangeWith(host, assessment, tag)).Problem(412, "versionDiffers");
        }

        (await host.Read(assessment)).Ok().Text("assessedAt/region").Should().Be("14.71");
    }

    /// <summary>Each change is based on the version after the one before: 1, 2, 3 and so on.</summary>
    [Test]
    public async Task Any_version_and_a_list_that_has_the_current_one_are_good_too()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();
        var version = 1;

        foreach (var tags in new[] { "*", "\"v1\", \"v2\"", "\"v3.5c1f\",\"v9\"", "W/\"v4\", \"v4\"", "\"x\", \"v5\"", " * " })
        {
            (await ChangeWith(host, assessment, tags)).Ok().Number("version").Should().Be(++version, tags);
        }

        (await ChangeWith(host, $"{Api}/assessments/0198c0de-0000-7000-8000-0000000000ff", "*")).Problem(404, "notFound");
    }

    [Test]
    public async Task What_is_answered_does_not_fall_away()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        var products = (await host.Read(assessment)).Ok().Texts("subjects/products", "id");
        (await host.PutAnswers(
            assessment,
            Sheets.Sent(Sheets.Level("process.standard.cost", "product:2", 3)),
            Sheets.Sent(Sheets.Level("complaints.handling.register", "official:2", 3)))).Ok();
        var answered = (await host.Get($"{assessment}/answers")).Text;

        (await host.Change(assessment, "plan", new { subjects = new { products = 1 } }, 1)).Errors(409, "subjectAnswered")
            .Should().Equal("/subjects/products subjectAnswered");
        (await host.Change(assessment, "plan", new { products = new[] { products[1], products[0] } }, 1)).Errors(409, "subjectAnswered")
            .Should().Equal("/products/1 subjectAnswered");
        (await host.Read(assessment)).Ok().Number("version").Should().Be(1, "answers count no version of the plan");

        (await host.Change(assessment, "plan", new { subjects = new { respondents = 5 } }, 1)).Ok().Number("subjects/respondents").Should().Be(5);
        (await host.Get($"{assessment}/answers")).Text.Should().Be(answered);
    }

    [Test]
    public async Task A_plan_that_cannot_be_is_refused_with_every_fault()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();

        (await host.Change(assessment, "plan", new { subjects = new { products = 0, officials = 9 }, assessedAt = "nowhere" })).Errors(422, "planRefused")
            .Should().BeEquivalentTo("/subjects/products tooFewSubjects", "/subjects/officials tooManySubjects", "/assessedAt unknownRegion");
        (await host.Change(assessment, "plan", new { products = new[] { Guid.CreateVersion7() } })).Errors(422, "unknownProduct").Should().Equal("/products/0 unknownProduct");
        (await host.Change(assessment, "plan", new { assessedAt = "14\0", assessedAtNote = new string('n', 2_001) })).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/assessedAt controlCharacter", "/assessedAtNote tooLong");
        (await host.Read(assessment)).Ok().Number("version").Should().Be(1);
    }

    [Test]
    public async Task Each_caller_is_offered_what_it_may_do_now()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();

        (await host.Read(assessment)).Ok().Actions().Should().Equal("assign", "changePlan", "markNotAssessed");
        (await host.Read(assessment, "assessor.riau")).Ok().Actions().Should().Equal("putAnswers");
        (await host.Read(assessment, "verifier")).Ok().Actions().Should().BeEmpty();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)))).Ok();
        (await host.Read(assessment)).Ok().Actions().Should().Equal("submit", "assign", "changePlan", "markNotAssessed");
        (await host.Read(assessment, "admin")).Ok().Actions().Should().Equal("assign", "changePlan", "markNotAssessed");
    }

    /// <summary>Changes the plan back and forth, so that it is another one each time.</summary>
    private static async Task<Reply> ChangeWith(ApiHost host, string assessment, string tag)
    {
        var isPlaced = await host.Read(assessment) is { Status: HttpStatusCode.OK } read && !read.Json.Absent("assessedAt");

        return await host.SendAs(
            "head.riau", HttpMethod.Put, $"{assessment}/plan", isPlaced ? JsonContent.Create(new { }) : JsonContent.Create(new { assessedAt = "14.71" }), ("If-Match", tag));
    }
}
