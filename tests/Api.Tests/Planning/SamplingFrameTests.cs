namespace Compliance.Api.Tests.Planning;

/// <summary>The sampling frame becomes loci: everything or nothing, and every faulty row is named.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SamplingFrameTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Without_a_word_a_unit_is_observed_as_the_instrument_declares_on_its_first_products()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] } })).Single();
        var products = (await host.Get($"{Api}/units/{units[0]}")).Ok().Items("products");

        var details = (await host.Read(assessment)).Ok();

        details.Items("subjects/products").Select(each => (each.Text("subject"), each.Text("id"), each.Text("name"))).Should().Equal(
            ("product:1", products[0].Text("id"), products[0].Text("name")), ("product:2", products[1].Text("id"), products[1].Text("name")));
        (details.Number("subjects/respondents"), details.Number("subjects/officials"), details.Number("version")).Should().Be((30, 4, 1));
        details.Absent("assessedAt").Should().BeTrue();
        details.Absent("notAssessed").Should().BeTrue();
        details.Shown().Should().Be("planned 0/218 0/0 0/0");
    }

    [Test]
    public async Task Each_row_says_what_differs_and_takes_the_rest_from_the_call()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var products = (await host.Get($"{Api}/units/{units[1]}")).Ok().Texts("products", "id");
        var plan = new
        {
            units = new[] { units[0] },
            assessor = Planned.One,
            subjects = new { respondents = 10 },
            frame = new object[]
            {
                new { unit = units[1], subjects = new { products = 1, officials = 2 }, products = new[] { products[1] }, assessor = Planned.Other },
                new { unit = units[2], assessedAt = "14.71", assessedAtNote = "Kantor pindah sementara" },
            },
        };

        var planned = (await host.Plan(plan)).Ok();
        (planned.Number("created"), planned.Texts("items", "unit").Count).Should().Be((3, 3));
        var again = (await host.Plan(plan)).Ok();
        (again.Number("created"), again.Number("existing")).Should().Be((0, 3));
        again.Texts("items", "id").Should().Equal(planned.Texts("items", "id"));

        var details = new List<JsonElement>();

        foreach (var id in planned.Texts("items", "id"))
        {
            details.Add((await host.Read($"{Api}/assessments/{id}")).Ok());
        }

        details.Select(each => (each.Text("assessor"), each.Items("subjects/products").Count, each.Number("subjects/respondents"), each.Number("subjects/officials")))
            .Should().Equal((Planned.One, 2, 10, 4), (Planned.Other, 1, 30, 2), (Planned.One, 2, 10, 4));
        details[1].Text("subjects/products/0/id").Should().Be(products[1]);
        (details[2].Text("assessedAt/region"), details[2].Text("assessedAt/name"), details[2].Text("assessedAt/note"))
            .Should().Be(("14.71", "Kota Pekanbaru", "Kantor pindah sementara"));
        details.Should().OnlyContain(each => each.Text("office") == "14");
        details[1].Shown().Should().Be("planned 0/195 0/0 0/0");
    }

    [Test]
    public async Task Every_faulty_row_is_named_and_nothing_is_planned()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var plan = new
        {
            units = new[] { units[0] },
            subjects = new { officials = 5 },
            frame = new object[]
            {
                new { unit = units[1], subjects = new { products = 3, respondents = 0 } },
                new { unit = units[2], products = new[] { units[0] }, assessedAt = "99.99" },
                new { unit = units[2], assessor = "verifier@demo.example" },
                new { unit = units[3] },
                new { unit = units[0] },
            },
        };

        (await host.Plan(plan)).Errors(422, "planRefused").Should().BeEquivalentTo(
            "/subjects/officials tooManySubjects",
            "/frame/0/subjects/products tooManySubjects",
            "/frame/0/subjects/respondents tooFewSubjects",
            "/frame/1/products/0 unknownProduct",
            "/frame/1/assessedAt unknownRegion",
            "/frame/2/unit unitTwice",
            "/frame/2/assessor unknownAssessor",
            "/frame/4/unit unitTwice");
        (await host.Plan(new { frame = new object[] { new { unit = units[0], assessedAt = "3201" }, new { unit = units[1] } } }))
            .Errors(422, "unknownRegion").Should().Equal("/frame/0/assessedAt unknownRegion");
        (await host.Plan(new { frame = new object[] { new { unit = Guid.CreateVersion7() }, new { unit = units[1] } } }))
            .Errors(422, "unknownUnit").Should().Equal("/frame/0/unit unknownUnit");
        (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task Another_offices_row_refuses_the_whole()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var elsewhere = (await host.Get($"{Api}/institutions/81.02/units")).Ok().Text("items/0/id");

        (await host.Plan(new { frame = new object[] { new { unit = units[0] }, new { unit = elsewhere } } }))
            .Errors(403, "outsideScope").Should().Equal("/frame/1/unit outsideScope");
        (await host.Get($"{Api}/assessments?cycle=2026")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task A_frame_that_cannot_be_read_is_refused()
    {
        await using var host = await Fresh();
        var units = await host.GivenCycle();
        var rows = new object?[] { null, new { }, new { unit = units[0], assessor = "nobody", assessedAt = new string('1', 61), assessedAtNote = "a\0b" } };

        (await host.Plan(new { frame = rows })).Errors(400, "invalidRequest").Should().BeEquivalentTo(
            "/frame/0 required", "/frame/1/unit required", "/frame/2/assessor notAnEmail", "/frame/2/assessedAt tooLong", "/frame/2/assessedAtNote controlCharacter");
        (await host.Plan(new { units = Array.Empty<string>(), frame = Array.Empty<object>() })).Errors(400, "invalidRequest").Should().Equal("/units required");
        (await host.Plan(new { units = Enumerable.Repeat(units[0], 3_000), frame = Enumerable.Repeat(new { unit = units[0] }, 2_001) }))
            .Errors(400, "invalidRequest").Should().Equal("/units tooMany");
        (await host.Plan(new { frame = new[] { new { unit = units[0], subjects = new { products = "two" } } } })).Problem(400, "malformedRequest");
    }

    [Test]
    public async Task Fewer_products_than_planned_are_registered_and_the_rest_are_numbers()
    {
        await using var host = await Fresh();
        await host.GivenCycle();
        var bare = (await host.Get($"{Api}/institutions/81.02/units")).Ok().Text("items/0/id");
        var assessment = $"{Api}/assessments/{(await host.Plan(new { units = new[] { bare } }, "admin")).Ok().Text("items/0/id")}";

        (await host.Read(assessment, "admin")).Ok().Items("subjects/products")
            .Select(each => (each.Text("subject"), each.Absent("id"), each.Absent("name"))).Should().Equal(("product:1", true, true), ("product:2", true, true));
    }
}
