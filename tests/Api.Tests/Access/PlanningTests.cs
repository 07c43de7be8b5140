namespace Compliance.Api.Tests.Access;

/// <summary>An office plans its own units, with its own assessors.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PlanningTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task An_office_head_plans_no_unit_of_another_office_and_then_nothing_is_planned()
    {
        await using var host = await Fresh();
        var offices = await Offices.Of(host);
        object body = new { units = new[] { offices.UnitsOfRiau[4], offices.UnitsOfMaluku[2], offices.UnitsOfRiau[5], offices.UnitsOfMaluku[3] } };

        (await Plan(host, await offices.Credentials("head.riau"), body)).Errors(403, "outsideScope").Should().Equal("/units/1 outsideScope", "/units/3 outsideScope");
        (await Plan(host, await offices.Credentials("head.81 of 2025"), body)).Errors(403, "outsideScope").Should().HaveCount(4);
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(6);

        (await Plan(host, await offices.Credentials("head.riau"), new { units = new[] { offices.UnitsOfRiau[4], offices.UnitsOfRiau[5] } })).Ok()
            .Number("created").Should().Be(2);
    }

    [Test]
    public async Task Whom_it_assigns_is_an_assessor_of_the_unit_in_that_cycle()
    {
        await using var host = await Fresh();
        var offices = await Offices.Of(host);
        await host.GivenAccount("lama@uji.example", new { role = "assessor", office = "14", cycle = 2025 });

        foreach (var assessor in new[] { "assessor.81@uji.example", "lama@uji.example", "head.riau@demo.example", "verifier@demo.example", "nobody@uji.example" })
        {
            var body = new { units = new[] { offices.UnitsOfRiau[4] }, assessor };
            (await Plan(host, await offices.Credentials("head.riau"), body)).Errors(422, "unknownAssessor").Should().Equal(["/assessor unknownAssessor"], assessor);
        }

        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(6);
    }

    [Test]
    public async Task Whoever_loses_the_role_loses_what_was_assigned_at_once()
    {
        await using var host = await Fresh();
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        var unit = (await host.UnitsOfIndragiriHilir())[0];
        var id = await host.GivenAccount("siti@uji.example", new { role = "assessor", office = "14" });
        var siti = new[] { People.Bearer((await host.SignIn("siti@uji.example", People.Password)).Access) };
        var planned = (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit }, assessor = "siti@uji.example" })).Ok();
        var assessment = $"{Api}/assessments/{planned.Text("items/0/id")}";
        (await host.SendWith(siti, HttpMethod.Get, assessment)).Ok();

        await Grant(new { role = "assessor", office = "14", cycle = 2025 });
        (await host.SendWith(siti, HttpMethod.Get, assessment)).Problem(404, "notFound");
        (await host.SendWith(siti, HttpMethod.Put, $"{assessment}/answers", JsonContent.Create(new { answers = Array.Empty<object>() }))).Problem(404, "notFound");
        (await host.SendWith(siti, HttpMethod.Get, $"{Api}/assessments")).Ok().Items().Should().BeEmpty();

        await Grant(new { role = "assessor", office = "14", cycle = 2026 });
        (await host.SendWith(siti, HttpMethod.Get, assessment)).Ok();

        async Task Grant(object grant)
        {
            var version = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users/{id}")).ETag;
            var body = JsonContent.Create(new { name = "Siti", grants = new[] { grant } });
            (await host.SendAs("admin", HttpMethod.Put, $"{Api}/users/{id}", body, ("If-Match", version))).Ok();
        }
    }

    private static Task<Reply> Plan(ApiHost host, (string, string)[] credentials, object body) =>
        host.SendWith(credentials, HttpMethod.Post, $"{Api}/cycles/2026/assessments", JsonContent.Create(body));
}
