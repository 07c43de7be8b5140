namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CyclesTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_cycle_is_opened_on_a_published_instrument()
    {
        await using var host = await Fresh();
        host.Clock.Set(DateTimeOffset.Parse("2026-01-05T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var opened = await host.Post($"{Api}/cycles", Assessing.Cycle2026);
        var cycle = opened.Ok(HttpStatusCode.Created);

        opened.Headers.Location!.ToString().Should().EndWith("/api/v1/cycles/2026");
        (cycle.Number("year"), cycle.Text("instrument"), cycle.Text("state"), cycle.Number("assessments")).Should().Be((2026, "2024", "planned", 0));
        (cycle.Text("opensOn"), cycle.Text("closesOn")).Should().Be(("2026-03-01", "2026-10-31"));
        cycle.Items("allowedActions").Should().NotBeEmpty();
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/cycles/2026")).Ok().ToString().Should().Be(cycle.ToString());
        (await host.Get($"{Api}/cycles")).Ok().Items().Select(each => each.Number("year")).Should().Equal(2026, 2023);
    }

    [TestCase("2026-02-28T16:59:59Z", "planned")]
    [TestCase("2026-02-28T17:00:00Z", "collecting")]
    public async Task A_cycle_opens_at_midnight_in_Jakarta(string now, string state)
    {
        await using var host = await Fresh();
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        host.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        (await host.Get($"{Api}/cycles/2026")).Ok().Text("state").Should().Be(state);
    }

    [Test]
    public async Task The_same_cycle_again_gets_the_same_answer_and_another_is_a_conflict()
    {
        await using var host = await Fresh();
        var first = await host.Post($"{Api}/cycles", Assessing.Cycle2026);
        var again = await host.Post($"{Api}/cycles", Assessing.Cycle2026);

        again.Ok(HttpStatusCode.Created).ToString().Should().Be(first.Ok(HttpStatusCode.Created).ToString());
        (await host.Post($"{Api}/cycles", new { year = 2026, instrument = "2023", opensOn = "2026-03-01", closesOn = "2026-10-31" })).Problem(409, "cycleExists");
        (await host.Post($"{Api}/cycles", new { year = 2026, instrument = "2024", opensOn = "2026-03-02", closesOn = "2026-10-31" })).Problem(409, "cycleExists");
        (await host.Get($"{Api}/cycles/2026")).Ok().Text("opensOn").Should().Be("2026-03-01");
    }

    [Test]
    public async Task A_client_may_give_the_id_once()
    {
        await using var host = await Fresh();
        var id = Guid.CreateVersion7();
        (await host.Post($"{Api}/cycles", Cycle(2026, id))).Ok(HttpStatusCode.Created).Text("id").Should().Be(id.ToString());
        (await host.Post($"{Api}/cycles", Cycle(2026, id))).Ok(HttpStatusCode.Created);

        (await host.Post($"{Api}/cycles", Cycle(2027, id))).Problem(409, "idTaken");
        (await host.Post($"{Api}/cycles", Cycle(2026, Guid.CreateVersion7()))).Problem(409, "cycleExists");
    }

    [TestCase(2026, "2021", "2026-03-01", "2026-10-31", 422, "instrumentResultsOnly")]
    [TestCase(2026, "1999", "2026-03-01", "2026-10-31", 422, "unknownInstrument")]
    [TestCase(2026, "2024", "2026-10-31", "2026-03-01", 422, "datesCross")]
    [TestCase(1899, "2024", "1899-03-01", "1899-10-31", 422, "yearOutOfRange")]
    [TestCase(2101, "2024", "2101-03-01", "2101-10-31", 422, "yearOutOfRange")]
    [TestCase(2026, "20\024", "2026-03-01", "2026-10-31", 400, "invalidRequest")]
    [TestCase(2026, "2024", "31.10.2026", "2026-10-31", 400, "malformedRequest")]
    [TestCase(2026, "2024", "2026-02-30", "2026-10-31", 400, "malformedRequest")]
    public async Task A_cycle_that_cannot_be_is_refused(int year, string instrument, string opensOn, string closesOn, int status, string code) =>
        (await Post($"{Api}/cycles", new { year, instrument, opensOn, closesOn })).Problem(status, code);

    [Test]
    public async Task All_that_is_missing_is_named_at_once() => (await Post($"{Api}/cycles", new { })).Errors(400, "invalidRequest").Should().BeEquivalentTo(
        "/year required", "/instrument required", "/opensOn required", "/closesOn required");

    [Test]
    public async Task Units_are_planned_and_planned_again_give_nothing_new()
    {
        await using var host = await Fresh();
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        var units = await host.UnitsOfIndragiriHilir();
        var first = (await host.Post($"{Api}/cycles/2026/assessments", new { units, assessor = "assessor.riau@demo.example" })).Ok();
        var again = (await host.Post($"{Api}/cycles/2026/assessments", new { units, assessor = "assessor2.riau@demo.example" })).Ok();

        (first.Number("created"), first.Number("existing")).Should().Be((6, 0));
        (again.Number("created"), again.Number("existing")).Should().Be((0, 6));
        again.Texts("items", "id").Should().Equal(first.Texts("items", "id"));
        var planned = (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items();
        planned.Should().HaveCount(6).And.OnlyContain(each => each.Text("assessor") == "assessor.riau@demo.example" && each.Text("status") == "planned");
        planned.Should().OnlyContain(each => each.Items("allowedActions").All(action => action.GetString() != "putAnswers"), "an administrator answers nothing");
        (await host.SendAs("assessor.riau", HttpMethod.Get, $"{Api}/assessments?cycle=2026")).Ok().Items()
            .Should().HaveCount(6).And.OnlyContain(each => each.Items("allowedActions").Single().GetString() == "putAnswers");
    }

    [Test]
    public async Task A_unit_that_is_named_twice_is_planned_once()
    {
        await using var host = await Fresh();
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        var unit = (await host.UnitsOfIndragiriHilir())[0];

        (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit, unit } })).Ok().Number("created").Should().Be(1);
        (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items().Should().ContainSingle();
    }

    [Test]
    public async Task An_unknown_unit_is_named_and_none_is_planned()
    {
        await using var host = await Fresh();
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        var unit = (await host.UnitsOfIndragiriHilir())[0];

        (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit, Guid.CreateVersion7().ToString() } }))
            .Errors(422, "unknownUnit").Should().Equal("/units/1 unknownUnit");
        (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task A_plan_that_cannot_be_read_is_refused()
    {
        (await Post($"{Api}/cycles/2023/assessments", new { units = Array.Empty<Guid>() })).Errors(400, "invalidRequest").Should().Equal("/units required");
        (await Post($"{Api}/cycles/2023/assessments", new { })).Errors(400, "invalidRequest").Should().Equal("/units required");
        (await Post($"{Api}/cycles/2023/assessments", new { units = new[] { "one" } })).Errors(400, "malformedRequest").Should().Equal("/units/0 malformedValue");
        (await Post($"{Api}/cycles/2023/assessments", new { units = new[] { Guid.CreateVersion7() }, assessor = "nobody" }))
            .Errors(400, "invalidRequest").Should().Equal("/assessor notAnEmail");
        (await Post($"{Api}/cycles/1999/assessments", new { units = new[] { Guid.CreateVersion7() } })).Problem(404, "notFound");
    }

    private static object Cycle(int year, Guid id) => new { id, year, instrument = "2024", opensOn = $"{year}-03-01", closesOn = $"{year}-10-31" };
}
