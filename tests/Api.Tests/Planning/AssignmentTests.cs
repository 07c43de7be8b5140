using Compliance.Api.Tests.Access;

namespace Compliance.Api.Tests.Planning;

/// <summary>A unit, or single techniques of it, are given to assessors of its office.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AssignmentTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Whoever_gets_a_technique_finds_the_assessment_and_loses_it_with_the_technique()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        (await host.Read(assessment, "assessor2.riau")).Problem(404, "notFound");

        var assigned = (await host.Change(assessment, "assignment", Assignment(Planned.One, ("interview", Planned.Other), ("observation", Planned.One)), 1)).Ok();
        assigned.Items("techniques").Select(each => (each.Text("technique"), each.Text("assessor")))
            .Should().Equal(("interview", Planned.Other), ("observation", Planned.One));
        assigned.Number("version").Should().Be(2);

        (await host.Read(assessment, "assessor2.riau")).Ok().Actions().Should().Equal("putAnswers");
        (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{assessment}/form")).Ok();
        (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{Api}/assessments?cycle=2026")).Ok().Items().Should().ContainSingle();
        (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(1);
        (await host.Get($"{Api}/assessments?cycle=2026&assessor={Planned.Other}")).Ok().Items().Should().ContainSingle();
        (await host.Get($"{Api}/assessments?cycle=2026&assessor=nobody@demo.example")).Ok().Items().Should().BeEmpty();

        (await host.Change(assessment, "assignment", Assignment(null, ("interview", Planned.One)), 2)).Ok().Absent("assessor").Should().BeTrue();
        (await host.Read(assessment, "assessor2.riau")).Problem(404, "notFound");
        (await host.Read(assessment, "assessor.riau")).Ok();
        (await host.Change(assessment, "assignment", Assignment(null), 3)).Ok().Items("techniques").Should().BeEmpty();
        (await host.Read(assessment, "assessor.riau")).Problem(404, "notFound");
    }

    [Test]
    public async Task A_technique_in_another_office_opens_nothing()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();
        await host.GivenAccount("asesor.81@uji.example", new { role = "assessor", office = "81" });
        await host.GivenAccount("lama@uji.example", new { role = "assessor", office = "14", cycle = 2025 });

        foreach (var stranger in new[] { "asesor.81@uji.example", "lama@uji.example", "head.riau@demo.example", "nobody@uji.example" })
        {
            (await host.Change(assessment, "assignment", Assignment(null, ("interview", stranger)), 1))
                .Errors(422, "unknownAssessor").Should().Equal(["/techniques/0/assessor unknownAssessor"], stranger);
            (await host.Change(assessment, "assignment", Assignment(stranger), 1)).Errors(422, "unknownAssessor").Should().Equal(["/assessor unknownAssessor"], stranger);
        }

        (await host.Read(assessment)).Ok().Number("version").Should().Be(1);
    }

    [Test]
    public async Task An_assignment_that_cannot_be_is_refused_with_every_fault()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();

        (await host.Change(assessment, "assignment", Assignment("nobody@uji.example", ("interview", Planned.One), ("interview", Planned.Other))))
            .Errors(422, "assignmentRefused").Should().BeEquivalentTo("/techniques/1/technique techniqueAssignedTwice", "/assessor unknownAssessor");
        (await host.Change(assessment, "assignment", new { assessor = "x", techniques = new object?[] { null, new { }, new { technique = "survey", assessor = "y" } } }))
            .Errors(400, "invalidRequest").Should().BeEquivalentTo(
                "/assessor notAnEmail", "/techniques/0 required", "/techniques/1/technique required", "/techniques/1/assessor required", "/techniques/2/assessor notAnEmail");
        (await host.Change(assessment, "assignment", Assignment(null, ("telepathy", Planned.One)))).Problem(400, "malformedRequest");
    }

    [Test]
    public async Task A_technique_that_the_instrument_never_uses_is_refused()
    {
        await using var host = await Fresh();
        var copy = Instruments.Copy((await host.Get($"{Api}/instruments/2023")).Ok(), "2033");
        var text = copy.ToJsonString().Replace("\"secondaryData\"", "\"document\"", StringComparison.Ordinal);
        (await host.Post($"{Api}/instruments", JsonNode.Parse(text)!)).Ok(HttpStatusCode.Created);
        var units = await host.GivenCycle("2033");
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();

        (await host.Change(assessment, "assignment", Assignment(null, ("secondaryData", Planned.One)))).Errors(422, "techniqueUnused")
            .Should().Equal("/techniques/0/technique techniqueUnused");
    }

    [Test]
    public async Task Many_are_assigned_at_once_all_or_none()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessments = await host.GivenPlan(new { units = units.Take(3) });
        var ids = assessments.Select(each => each.Split('/')[^1]).ToList();
        object[] techniques = [new { technique = "document", assessor = Planned.Other }];

        var first = (await Bulk(host, new { assessor = Planned.One, assessments = ids.Take(2), techniques })).Ok();
        (first.Number("changed"), first.Number("unchanged")).Should().Be((2, 0));
        var second = (await Bulk(host, new { assessor = Planned.One, assessments = ids, techniques })).Ok();
        (second.Number("changed"), second.Number("unchanged")).Should().Be((1, 2));
        second.Items().Select(item => (item.Text("id"), item.Number("version"), item.Flag("isChanged")))
            .Should().Equal((ids[0], 2, false), (ids[1], 2, false), (ids[2], 2, true));
        (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{Api}/assessments?cycle=2026")).Ok().Items().Should().HaveCount(3);

        (await Bulk(host, new { assessor = Planned.Other, assessments = new[] { ids[0], Guid.CreateVersion7().ToString() } }))
            .Errors(422, "unknownAssessment").Should().Equal("/assessments/1 unknownAssessment");
        (await Bulk(host, new { assessor = "verifier@demo.example", assessments = ids })).Errors(422, "unknownAssessor").Should().Equal("/assessor unknownAssessor");
        (await host.Change(assessments[1], "not-assessed", new { reason = "refused" })).Ok();
        (await Bulk(host, new { assessor = Planned.Other, assessments = ids })).Errors(409, "statusForbids").Should().Equal("/assessments/1 statusForbids");
        (await Bulk(host, new { assessor = Planned.Other })).Errors(400, "invalidRequest").Should().Equal("/assessments required");
        (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items().Should().OnlyContain(each => each.Text("assessor") == Planned.One);
    }

    private static Task<Reply> Bulk(ApiHost host, object body) =>
        host.SendAs("head.riau", HttpMethod.Put, $"{Api}/cycles/2026/assignments", JsonContent.Create(body));

    private static object Assignment(string? assessor, params (string Technique, string Assessor)[] techniques) =>
        new { assessor, techniques = techniques.Select(each => new { technique = each.Technique, assessor = each.Assessor }) };
}
