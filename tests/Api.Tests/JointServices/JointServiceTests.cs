namespace Compliance.Api.Tests.JointServices;

/// <summary>Malls and mobile services: who sees them, who joins them, what binds them.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class JointServiceTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task The_demo_shows_LOMAK_Rumbai_with_23_bodies_and_a_mall_that_is_planned()
    {
        var items = (await Shared.SendAs("head.riau", HttpMethod.Get, LomakRumbai.List)).Ok().Items();

        items.Select(item => (item.Text("name"), item.Text("kind"), item.Text("status"))).Should().Equal(
            ("LOMAK Rumbai", "mobile", "running"), ("Mal Pelayanan Publik Bengkalis", "fixed", "planned"));
        (items[0].Number("participants/members"), items[0].Number("participants/notBound"), items[0].Text("agreement/id")).Should().Be((23, 0, LomakRumbai.Spk));
        items[1].Absent("agreement").Should().BeTrue();
    }

    [TestCase("?institution=14.03", "Mal Pelayanan Publik Bengkalis")]
    [TestCase("?institution=polresta-pekanbaru", "LOMAK Rumbai")]
    [TestCase("?kind=fixed", "Mal Pelayanan Publik Bengkalis")]
    [TestCase("?kind=mobile&office=14", "LOMAK Rumbai")]
    public async Task They_are_found_by_host_or_participant_kind_and_office(string query, string name) =>
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{LomakRumbai.List}{query}")).Ok().Texts("items", "name").Should().Equal(name);

    [Test]
    public async Task Whom_it_does_not_concern_does_not_see_it()
    {
        (await Shared.SendAs("liaison.14.01", HttpMethod.Get, LomakRumbai.List)).Ok().Items().Should().BeEmpty();
        (await Shared.SendAs("liaison.14.01", HttpMethod.Get, LomakRumbai.Lomak)).Problem(404, "notFound");
        (await Shared.SendAs(null, HttpMethod.Get, LomakRumbai.Lomak)).Problem(401, "credentialsNeeded");
        (await Shared.Create(LomakRumbai.List, new { kind = "fixed", host = "13.01", name = "MPP" })).Problem(403, "outsideScope");
        (await Shared.Create(LomakRumbai.List, new { kind = "fixed", host = "14.01", name = "MPP" }, "verifier")).Problem(403, "notAllowed");
    }

    [Test]
    public async Task Registering_is_safe_to_repeat_and_opening_needs_an_SPK()
    {
        await using var host = await Fresh();
        var id = Guid.CreateVersion7();
        var made = (await host.Create(LomakRumbai.List, new { id, kind = "fixed", host = "14.04", name = "MPP Indragiri Hilir" })).Ok(HttpStatusCode.Created);
        made.Text("status").Should().Be("planned");
        (await host.Create(LomakRumbai.List, new { id, kind = "fixed", host = "14.04", name = "MPP Indragiri Hilir" })).Ok(HttpStatusCode.Created);
        (await host.Create(LomakRumbai.List, new { id, kind = "fixed", host = "14.04", name = "MPP Tembilahan" })).Problem(409, "idTaken");

        var address = $"{LomakRumbai.List}/{id}";
        var open = new { name = "MPP Indragiri Hilir", openedOn = "2024-03-01" };
        (await host.Change("head.riau", address, open, 1)).Errors(422, "jointServiceRefused").Should().Equal("/agreement spkNeeded");
        (await host.Change("head.riau", address, new { open.name, open.openedOn, agreement = Guid.CreateVersion7() }, 1))
            .Errors(422, "jointServiceRefused").Should().Equal("/agreement unknownAgreement");
        var opened = (await host.Change("head.riau", address, new { open.name, open.openedOn, agreement = LomakRumbai.Spk }, 1)).Ok();
        (opened.Text("status"), opened.Number("version")).Should().Be(("running", 2));
        (await host.Change("head.riau", address, open, 1)).Problem(412, "versionDiffers");
        (await host.Change("head.riau", address, open, null)).Problem(428, "ifMatchMissing");
        (await host.Create(LomakRumbai.List, new { kind = "fixed", host = "99.99", name = "MPP" })).Errors(422, "jointServiceRefused").Should().Equal("/host unknownInstitution");
        (await host.Create(LomakRumbai.List, new { })).Errors(400, "invalidRequest").Should().BeEquivalentTo("/kind required", "/host required", "/name required");
    }

    [Test]
    public async Task A_participant_is_a_party_of_the_SPK_or_an_outside_body_that_is_flagged()
    {
        await using var host = await Fresh();
        const string Participants = $"{LomakRumbai.Lomak}/participants";
        var bank = (await host.Create(Participants, new { external = "Bank Riau Kepri Syariah", joinedOn = "2023-09-20" })).Ok(HttpStatusCode.Created);

        (bank.Flag("notBound"), bank.Absent("institution")).Should().Be((true, true));
        (await host.Create(Participants, new { external = "BANK RIAU KEPRI SYARIAH", joinedOn = "2024-01-01" })).Problem(409, "participantTwice");
        (await host.Create(Participants, new { institution = "polres-kampar", joinedOn = "2023-09-20" })).Errors(422, "participantRefused").Should().Equal("/institution notAParty");
        (await host.Create(Participants, new { institution = "nowhere", joinedOn = "2023-09-20" })).Errors(422, "participantRefused").Should().Equal("/institution unknownInstitution");
        (await host.Create(Participants, new { joinedOn = "2023-09-20" })).Errors(422, "participantRefused").Should().Equal(" oneParticipant");
        (await host.Create(Participants, new { unit = Guid.CreateVersion7(), joinedOn = "2023-09-20" })).Errors(422, "participantRefused").Should().Equal("/unit unknownUnit");
        (await host.SendAs("head.riau", HttpMethod.Get, LomakRumbai.Lomak)).Ok().Number("participants/notBound").Should().Be(1);
    }

    [Test]
    public async Task A_counter_says_what_it_offers_and_when_it_leaves()
    {
        await using var host = await Fresh();
        const string Address = $"{LomakRumbai.Lomak}/participants/{LomakRumbai.Participant}";
        object[] services = [new { name = "Akta Kelahiran", durationMinutes = 60, costRupiah = 0, requirements = new[] { "Surat lahir", "Kartu Keluarga" } }];

        var changed = (await host.Change("head.riau", Address, new { services, leftOn = "2024-06-30" }, 1)).Ok();

        (changed.Text("leftOn"), changed.Text("services/0/name"), changed.Number("services/0/costRupiah"), changed.Number("version")).Should().Be(("2024-06-30", "Akta Kelahiran", 0, 2));
        changed.Items("services/0/requirements").Select(each => each.GetString()).Should().Equal("Surat lahir", "Kartu Keluarga");
        (await host.Change("head.riau", Address, new { services, leftOn = "2023-10-01" }, 2)).Errors(422, "participantRefused").Should().Equal("/leftOn leftBeforeEvent");
        (await host.Change("head.riau", Address, new { services, leftOn = "2023-08-22" }, 2)).Errors(422, "participantRefused").Should().Equal("/leftOn leftBeforeJoined");
        (await host.Change("head.riau", Address, new { services = new[] { new { name = "", durationMinutes = 0, costRupiah = -1 } } }, 2))
            .Errors(400, "invalidRequest").Should().BeEquivalentTo("/services/0/name required", "/services/0/durationMinutes malformedValue", "/services/0/costRupiah malformedValue");
        (await host.Change("head.riau", Address, new { services }, 1)).Problem(412, "versionDiffers");
        (await host.Change("head.riau", $"{LomakRumbai.Lomak}/participants/{Guid.CreateVersion7()}", new { services }, 1)).Problem(404, "notFound");
    }

    [Test]
    public async Task A_counter_shows_what_was_announced_of_its_unit()
    {
        await using var host = await Fresh();
        const string Result = "year,institution,unit,score\n2023,14.71,Disdukcapil,91.20\n2022,14.71,Disdukcapil,70\n";
        (await host.Import(Result)).Ok();

        var counters = (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{LomakRumbai.Lomak}/participants?limit=100")).Problem(404, "notFound");
        counters.Text("code").Should().Be("notFound");
        var items = (await host.SendAs("head.riau", HttpMethod.Get, $"{LomakRumbai.Lomak}/participants?limit=100")).Ok().Items();

        items.Should().HaveCount(23);
        var counter = items.Single(item => item.Text("id") == LomakRumbai.Participant);
        (counter.Number("result/year"), counter.Number("result/score"), counter.Text("result/zone/code")).Should().Be((2023, 91.20m, "green"));
        items.Where(item => item.Text("id") != LomakRumbai.Participant).Should().OnlyContain(item => item.Absent("result"));
    }
}
