namespace Compliance.Api.Tests.Agreements;

/// <summary>Formation, signature, term, extension and end, by the calendar of the office.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class TermTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task An_agreement_comes_about_step_by_step()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();

        (await Step("proposal", "2024-01-10", 1)).Ok().Number("version").Should().Be(2);
        (await Step("negotiation", "2024-02-10", 2)).Ok();
        (await Step("plenary", "2024-02-11", 3)).Problem(422, "stepsCross");
        (await Step("plenary", "2024-01-12", 3)).Ok();
        (await Step("plenary", "2024-01-13", 4)).Ok().Texts("steps", "on").Should().Equal("2024-01-10", "2024-01-13", "2024-02-10");
        (await Step("signing", "2024-03-01", 5)).Problem(422, "signingIsSigned");
        (await Step("tea", "2024-03-01", 5)).Errors(400, "invalidRequest").Should().Equal("/stage unknownValue");
        (await Step("drafting", "2024-03-01", null)).Problem(428, "ifMatchMissing");
        var signed = await host.Sign(agreement, 5, "2024-03-04", "2027-03-03", confirmOverlap: true);
        (signed.Ok().Text("signedOn"), signed.Json.Text("steps/3/stage"), signed.Json.Number("version")).Should().Be(("2024-03-04", "signing", 6));
        (await Step("drafting", "2024-03-01", 6)).Problem(409, "agreementSigned");

        Task<Reply> Step(string stage, string on, int? version) => host.Change("head.riau", $"{agreement}/steps/{stage}", new { on }, version);
    }

    [Test]
    public async Task A_signature_that_cannot_be_is_refused_where_it_is_wrong()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();

        (await host.Sign(agreement, 1, "2024-03-04", "2028-11-23")).Errors(422, "agreementRefused").Should().Equal("/effectiveTo outlivesMou");
        (await host.Sign(agreement, 1, "2023-11-22", "2027-01-01")).Errors(422, "agreementRefused").Should().Equal("/signedOn mouNotInForce");
        (await host.Sign(agreement, 1, "2024-03-04", "2024-03-03")).Errors(422, "agreementRefused").Should().Equal("/effectiveTo termCrosses");
        (await host.Change("head.riau", $"{agreement}/signature", new { }, 1)).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/signedOn required", "/effectiveFrom required", "/effectiveTo required");
        (await host.Register(Agreeing.Pks().SignedFrom("2999-01-01", "2999-02-01"))).Errors(422, "agreementRefused").Should().Contain("/signedOn inFuture");
        (await host.Agreement(agreement)).Text("status").Should().Be("forming", "nothing of it stayed");
    }

    [Test]
    public async Task What_is_in_force_at_the_same_time_is_meant_or_refused()
    {
        await using var host = await Fresh();
        var first = Agreeing.Spk("Layanan keliling").SignedFrom("2024-01-01", "2025-12-31");
        await host.GivenAgreement(first);
        var second = Agreeing.Spk("Sekali lagi", "14.72", "14.71");

        (await host.Register(second.SignedFrom("2025-12-31", "2026-12-31"))).Problem(409, "agreementOverlaps").Text("detail").Should().Contain("Layanan keliling");
        var forming = await host.GivenAgreement(second);
        (await host.Sign(forming, 1, "2025-12-31", "2026-12-31")).Problem(409, "agreementOverlaps");
        (await host.Sign(forming, 1, "2025-12-31", "2026-12-31", confirmOverlap: true)).Ok();
        await host.GivenAgreement(second.SignedFrom("2025-12-31", "2026-12-31").With("confirmOverlap", true));
    }

    [Test]
    public async Task A_list_by_status_and_the_agreement_itself_say_the_same_on_every_day()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2026, 1, 10, 5, 0, 0, TimeSpan.Zero));
        await host.GivenAgreement(Agreeing.Spk("Dibentuk", "14.01", "14.02"));
        await host.GivenAgreement(Agreeing.Spk("Berlaku nanti", "14.03", "14.05").SignedFrom("2026-01-10", "2026-12-31", "2026-02-01"));
        await host.GivenAgreement(Agreeing.Spk("Setahun", "14.06", "14.07").SignedFrom("2026-01-10", "2026-06-30"));
        var ended = await host.GivenAgreement(Agreeing.Spk("Diakhiri", "14.08", "14.09").SignedFrom("2026-01-10", "2028-02-29"));
        (await host.Change("head.riau", $"{ended}/termination", new { on = "2026-03-01", reason = "Disepakati." }, 2)).Ok();
        var old = await host.GivenAgreement(Agreeing.Spk("Diperpanjang").SignedFrom("2026-01-10", "2026-04-10"));
        (await host.SendAs("head.riau", HttpMethod.Post, $"{old}/extensions", JsonContent.Create(new { title = "Lanjutan", signedOn = "2026-01-10", effectiveFrom = "2026-04-11", effectiveTo = "2030-04-10" })))
            .Ok(HttpStatusCode.Created);
        var seen = new HashSet<string?>();

        foreach (var day in new[] { "2026-01-10", "2026-01-31", "2026-02-01", "2026-03-01", "2026-04-01", "2026-04-02", "2026-04-10", "2026-04-11", "2026-06-30", "2026-07-01", "2028-08-24" })
        {
            host.Clock.Set(new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(1, 0), TimeSpan.Zero));
            var all = (await host.SendAs("auditor", HttpMethod.Get, Agreeing.List)).Ok().Items();

            foreach (var status in new[] { "forming", "signed", "inForce", "expiring", "expired", "extended", "terminated" })
            {
                var listed = (await host.SendAs("auditor", HttpMethod.Get, $"{Agreeing.List}?status={status}")).Ok().Texts("items", "title");
                listed.Should().BeEquivalentTo(all.Where(each => each.Text("status") == status).Select(each => each.Text("title")), $"{status} on {day}");
                seen.UnionWith(listed.Count > 0 ? [status] : []);
            }
        }

        seen.Should().HaveCount(7);
    }

    [Test]
    public async Task The_day_is_that_of_the_office()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2026, 1, 10, 5, 0, 0, TimeSpan.Zero));

        foreach (var province in new[] { "14", "73", "91" })
        {
            var (one, other) = ($"{province}.03", $"{province}.05");
            await host.GivenAgreement(Agreeing.Spk(province, one, other).SignedFrom("2026-01-10", "2026-12-31", "2026-02-01"), "admin");
        }

        foreach (var (hour, titles) in new (int, string[])[] { (14, []), (15, ["91"]), (16, ["91", "73"]), (17, ["91", "73", "14"]) })
        {
            host.Clock.Set(new(2026, 1, 31, hour, 0, 0, TimeSpan.Zero));
            var listed = (await host.SendAs("auditor", HttpMethod.Get, $"{Agreeing.List}?status=inForce&kind=spk")).Ok().Texts("items", "title");
            listed.Should().BeEquivalentTo(titles, $"{hour} hours of Greenwich");
        }
    }

    [Test]
    public async Task An_extension_continues_with_the_same_parties_and_the_chain_is_walked_both_ways()
    {
        await using var host = await Fresh();
        var old = await host.GivenAgreement(Agreeing.Spk("Pertama").SignedFrom("2024-01-01", "2024-12-31").With("number", "1/SPK"));

        var extended = await host.SendAs("head.riau", HttpMethod.Post, $"{old}/extensions", JsonContent.Create(new { title = "Kedua" }));

        var next = extended.Ok(HttpStatusCode.Created);
        (next.Text("kind"), next.Text("status"), next.Text("continues")).Should().Be(("spk", "forming", old.Split('/')[^1]));
        next.Texts("parties", "institution").Should().BeEquivalentTo("14.71", "14.72");
        (await host.Agreement(old)).Text("status").Should().Be("expired", "what is not signed extends nothing");
        (await host.Sign($"{Agreeing.List}/{next.Text("id")}", 1, "2024-12-01", "2026-12-31")).Ok();
        var read = await host.Agreement(old);
        (read.Text("status"), read.Text("continuedBy/0")).Should().Be(("extended", next.Text("id")));

        var timeline = (await host.SendAs("head.riau", HttpMethod.Get, $"{old}/timeline", null, ("Accept-Language", "en"))).Ok();
        timeline.Texts("events", "kind").Should().Equal("signed", "tookEffect", "extended", "ends");
        timeline.Texts("events", "date").Should().Equal("2024-01-01", "2024-01-01", "2024-12-01", "2024-12-31");
        timeline.Text("events/2/text").Should().Be("Extension signed: Kedua");
        timeline.Texts("chain", "place").Should().Equal("itself", "successor");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Agreeing.List}/{next.Text("id")}/timeline")).Ok().Texts("chain", "title").Should().Equal("Pertama", "Kedua");
        (await host.SendAs("head.riau", HttpMethod.Post, $"{Agreeing.List}/{next.Text("id")}/extensions", JsonContent.Create(new { title = "Ketiga", parties = Array.Empty<object>() })))
            .Errors(422, "agreementRefused").Should().Equal("/parties twoPartiesNeeded");
    }

    [Test]
    public async Task An_agreement_ends_once_with_a_reason()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement(Agreeing.Spk().SignedFrom("2024-01-01", "2024-12-31"));

        (await End(new { on = "2024-06-01" }, 2)).Errors(400, "invalidRequest").Should().Equal("/reason required");
        (await End(new { on = "2023-12-31", reason = "Disepakati." }, 2)).Problem(422, "terminatedBeforeSigning");
        (await End(new { on = "2025-01-01", reason = "Disepakati." }, 2)).Problem(422, "terminatedAfterEnd");
        var ended = await End(new { on = "2024-06-01", reason = "Disepakati." }, 2);
        (ended.Ok().Text("status"), ended.Json.Text("termination/on"), ended.Json.Text("termination/reason")).Should().Be(("terminated", "2024-06-01", "Disepakati."));
        ended.Json.Items("allowedActions").Select(action => action.GetString()).Should().Equal("addAgreementDocument");
        (await End(new { on = "2024-07-01", reason = "Disepakati." }, 3)).Problem(409, "agreementTerminated");
        (await host.SendAs("head.riau", HttpMethod.Post, $"{agreement}/extensions", JsonContent.Create(new { title = "Lanjutan" }))).Problem(409, "agreementTerminated");

        Task<Reply> End(object body, int version) => host.Change("head.riau", $"{agreement}/termination", body, version);
    }
}
