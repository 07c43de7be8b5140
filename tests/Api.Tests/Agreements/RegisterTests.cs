namespace Compliance.Api.Tests.Agreements;

/// <summary>Agreements are registered, redrafted and found.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RegisterTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task An_agreement_is_registered_as_it_is_said()
    {
        await using var host = await Fresh();
        var units = await host.UnitsOfIndragiriHilir();
        var body = Agreeing.Pks().With("number", "1/PKS/2026").With("scopeNote", "Hanya pelayanan administrasi.").With("parties", new JsonArray(
            new JsonObject { ["office"] = "14", ["role"] = "Pihak Kesatu" },
            new JsonObject { ["unit"] = units[0], ["number"] = "2/2026", ["signatory"] = new JsonObject { ["post"] = "Kepala Dinas", ["name"] = "Nama Karangan" } }));

        var registered = await host.Register(body);

        var agreement = registered.Ok(HttpStatusCode.Created);
        registered.Headers.Location.Should().Be($"{Agreeing.List}/{agreement.Text("id")}");
        registered.ETag.Should().Be("\"v1\"");
        (agreement.Text("kind"), agreement.Text("number"), agreement.Text("status"), agreement.Text("office")).Should().Be(("pks", "1/PKS/2026", "forming", "14"));
        (agreement.Text("parent"), agreement.Absent("signedOn"), agreement.Number("commitments/open")).Should().Be((Agreeing.DemoMou, true, 0));
        agreement.Items("scope").Select(code => code.GetString()).Should().Equal("prevention");
        agreement.Text("scopeItems/0/label/en").Should().Be("Prevention of maladministration");
        var parties = agreement.Items("parties").OrderBy(party => party.Absent("office")).ToList();
        (parties[0].Text("office"), parties[0].Text("name"), parties[0].Text("role")).Should().Be(("14", "Ombudsman Republik Indonesia Perwakilan Riau", "Pihak Kesatu"));
        (parties[1].Text("unit"), parties[1].Absent("institution"), parties[1].Text("belongsTo/code"), parties[1].Text("signatory/name"))
            .Should().Be((units[0], true, "14.04", "Nama Karangan"));
        agreement.Items("allowedActions").Select(action => action.GetString()).Should()
            .Equal("redraftAgreement", "recordAgreementStep", "signAgreement", "terminateAgreement", "addAgreementDocument");
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task All_that_can_be_judged_is_named_at_once()
    {
        await using var host = await Fresh();
        var parties = new JsonArray(
            new JsonObject { ["office"] = "14" }, new JsonObject { ["institution"] = "14.04" }, new JsonObject { ["institution"] = "14.04" }, new JsonObject { ["institution"] = "14.01" });
        var wrong = Agreeing.Pks().With("parties", parties).With("scope", new JsonArray("tea")).SignedFrom("2024-03-04", "2029-12-31", effectiveFrom: "2024-03-01");

        (await host.Register(wrong)).Errors(422, "agreementRefused").Should().Equal(
            "/scope/0 unknownScope", "/parties/2 partyTwice", "/parties/3 notCovered", "/effectiveFrom termCrosses", "/effectiveTo outlivesMou");
        (await host.Register(wrong.With("parent", Guid.CreateVersion7()).With("signedOn", null))).Errors(422, "agreementRefused").Should().Equal(
            "/parent unknownAgreement", "/scope/0 unknownScope", "/signedOn datesTogether", "/parties/2 partyTwice");
        (await host.Register(wrong.With("parties", new JsonArray(new JsonObject { ["office"] = "14" }, new JsonObject { ["institution"] = "99.99" })))).Errors(422, "agreementRefused")
            .Should().Equal("/parties/1/institution unknownInstitution", "/scope/0 unknownScope");
        (await host.Register(wrong.With("parties", new JsonArray(new JsonObject { ["office"] = "13" }, new JsonObject { ["institution"] = "13.01" })))).Problem(403, "outsideScope");
    }

    [Test]
    public async Task Everything_that_names_nothing_is_named_where_it_stands()
    {
        await using var host = await Fresh();
        var parties = new JsonArray(
            new JsonObject { ["institution"] = "99.99" },
            new JsonObject { ["unit"] = Guid.CreateVersion7() },
            new JsonObject { ["office"] = "15a" },
            new JsonObject { ["office"] = "14", ["institution"] = "14.04" },
            new JsonObject());

        (await host.Register(Agreeing.Pks().With("parties", parties).With("scope", new JsonArray("prevention", "tea")).With("parent", Guid.CreateVersion7())))
            .Errors(422, "agreementRefused").Should().Equal(
                "/parties/0/institution unknownInstitution",
                "/parties/1/unit unknownUnit",
                "/parties/2/office unknownOffice",
                "/parties/3 oneSideEach",
                "/parties/4 oneSideEach",
                "/parent unknownAgreement",
                "/scope/1 unknownScope");
        (await host.Register(Agreeing.Pks().With("parties", new JsonArray(
                new JsonObject { ["office"] = "14" }, new JsonObject { ["institution"] = "14.04" }, new JsonObject { ["institution"] = "14.01" }))))
            .Errors(422, "agreementRefused").Should().Equal("/parties/2 notCovered");
        (await host.Register(Agreeing.Pks().With("signedOn", "2024-01-01"))).Errors(422, "agreementRefused")
            .Should().Equal("/effectiveFrom datesTogether", "/effectiveTo datesTogether");
        (await host.Register(new JsonObject { ["parties"] = new JsonArray((JsonNode?)null) })).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/kind required", "/title required", "/parties/0 required");
    }

    [Test]
    public async Task Registering_is_safe_to_repeat_and_a_number_is_given_once()
    {
        await using var host = await Fresh();
        var id = Guid.CreateVersion7().ToString();
        var body = Agreeing.Pks(id).With("number", "1/PKS/2026");
        await host.GivenAgreement(body);

        await host.GivenAgreement(body);

        (await host.Register(body.With("title", "Lain"))).Problem(409, "idTaken");
        (await host.Register(Agreeing.Pks().With("number", " 1/pks/2026 "))).Errors(409, "numberTaken").Should().Equal("/number numberTaken");
        var two = Agreeing.Pks().With("parties", new JsonArray(new JsonObject { ["institution"] = "14.04", ["number"] = "7/B" }, new JsonObject { ["office"] = "14" }));
        await host.GivenAgreement(two);
        (await host.Register(two)).Errors(409, "numberTaken").Should().Equal("/parties/0/number numberTaken");
    }

    [Test]
    public async Task Of_two_that_take_a_number_at_once_one_gets_it()
    {
        await using var host = await Fresh();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Register(Agreeing.Pks().With("number", "1/PKS/2026"))));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).Should().AllSatisfy(reply => reply.Problem(409, "numberTaken"));
    }

    [Test]
    public async Task What_is_not_signed_is_redrafted_with_the_version_read()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();
        var body = Agreeing.Pks(title: "Judul baru").With("parties", new JsonArray(
            new JsonObject { ["institution"] = "14.04", ["role"] = "Pihak Pertama" }, new JsonObject { ["office"] = "14" }));

        var redrafted = await host.Change("head.riau", agreement, body, 1);

        (redrafted.Ok().Text("title"), redrafted.Json.Number("version")).Should().Be(("Judul baru", 2));
        redrafted.Json.Texts("parties", "role").Should().Contain("Pihak Pertama");
        (await host.Change("head.riau", agreement, body, 1)).Problem(412, "versionDiffers");
        (await host.Change("head.riau", agreement, body, null)).Problem(428, "ifMatchMissing");
        (await host.Change("head.riau", agreement, body.With("kind", "spk"), 2)).Problem(422, "otherKind");
        (await host.Change("head.riau", $"{Agreeing.List}/{Agreeing.DemoPks}", body, 2)).Problem(409, "agreementSigned");
    }

    [Test]
    public async Task Only_the_office_of_an_agreement_manages_it_and_only_its_sides_see_it()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();
        var mou = Agreeing.Pks().With("kind", "mou").With("parent", null)
            .With("parties", new JsonArray(new JsonObject { ["office"] = "00" }, new JsonObject { ["institution"] = "14.04" }));

        (await host.Register(mou)).Problem(403, "outsideScope");
        (await host.Register(mou, "admin")).Ok(HttpStatusCode.Created).Text("office").Should().Be("00");
        (await host.Register(Agreeing.Spk("S", "13.01", "13.02"))).Problem(403, "outsideScope");
        (await host.Register(Agreeing.Spk())).Ok(HttpStatusCode.Created).Text("office").Should().Be("14");
        (await host.Register(Agreeing.Pks(), "liaison.14.04")).Problem(403, "notAllowed");
        (await host.Agreement(agreement, "liaison.14.04")).Items("allowedActions").Should().BeEmpty();
        (await host.SendAs("liaison.14.01", HttpMethod.Get, agreement)).Problem(404, "notFound");
        (await host.SendAs("liaison.14.01", HttpMethod.Get, Agreeing.List)).Ok().Items().Should().ContainSingle("the memorandum of Kampar is its own");
        (await host.SendAs(null, HttpMethod.Get, agreement)).Problem(401, "credentialsNeeded");
    }

    [Test]
    public async Task Whoever_asks_finds_by_institution_office_kind_and_words_page_by_page()
    {
        var all = (await Shared.SendAs("auditor", HttpMethod.Get, Agreeing.List)).Ok().Items();
        all.Should().HaveCount(14, "the demo has twelve memoranda, a PKS and the SPK of a mobile service");
        all.Select(each => each.Text("signedOn")).Should().BeInDescendingOrder();
        (await Found("institution=14.04")).Should().HaveCount(2);
        (await Found("kind=pks")).Should().Equal(Agreeing.DemoPks);
        (await Found("office=14")).Should().Equal(Agreeing.DemoPks, Agreeing.DemoSpk);
        (await Found("q=kuantan SING")).Should().ContainSingle();
        (await Found("status=forming")).Should().BeEmpty();
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Agreeing.List}?status=old")).Errors(400, "invalidRequest").Should().Equal("/status unknownValue");

        var (ids, cursor) = (new List<string?>(), "");

        do
        {
            var page = (await Shared.SendAs("auditor", HttpMethod.Get, $"{Agreeing.List}?limit=5{cursor}")).Ok();
            ids.AddRange(page.Items().Select(each => each.Text("id")));
            cursor = page.Text("next") is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);

        ids.Should().Equal(all.Select(each => each.Text("id")));
    }

    private async Task<IReadOnlyList<string?>> Found(string query) =>
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Agreeing.List}?{query}")).Ok().Texts("items", "id");
}
