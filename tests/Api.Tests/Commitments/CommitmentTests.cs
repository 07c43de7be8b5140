using Compliance.Api.Tests.Agreements;
namespace Compliance.Api.Tests.Commitments;

/// <summary>What is promised under an agreement, who may promise it, and what is refused.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CommitmentTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task It_is_shown_with_all_that_a_reader_needs()
    {
        await using var host = await Fresh();
        var made = await host.Make(await host.GivenMou(), Promising.Promise());

        var shown = made.Ok(HttpStatusCode.Created);
        (shown.Text("obligated/institution/name"), shown.Text("agreement/title"), shown.Text("personInCharge"), shown.Text("status"), shown.Flag("late"))
            .Should().Be(("Kabupaten Indragiri Hilir", "Nota kesepahaman 14.04", "Kepala DPMPTSP", "open", false));
        (shown.Text("target/direction"), shown.Number("target/value"), shown.Number("weight"), shown.Number("year"), shown.Number("answers/finding/year"))
            .Should().Be(("up", 90m, 1m, 2024m, 2023m));
        shown.Items("deadlines").Select(each => (each.Text("dueOn"), each.Text("status"), each.Number("daysLate"))).Should().Equal(("2024-06-30", "open", 0m));
        made.Headers.Location!.ToString().Should().Be($"/api/v1/commitments/{shown.Text("id")}");
        (await host.SendAs("head.riau", HttpMethod.Get, made.Headers.Location.ToString())).Ok().ToString().Should().Be(shown.ToString());
    }

    [Test]
    public async Task A_recurring_one_is_due_on_each_of_its_days()
    {
        await using var host = await Fresh();
        var body = Promising.Promise().With("recurrence", new JsonObject { ["every"] = "month", ["from"] = "2024-01-31", ["until"] = "2024-04-30" });
        body.Remove("dueOn");

        var commitment = await host.GivenCommitment(body);

        (await host.SendAs("head.riau", HttpMethod.Get, commitment)).Ok().Items("deadlines").Select(each => (each.Text("dueOn"), each.Text("status")))
            .Should().Equal(("2024-01-31", "overdue"), ("2024-02-29", "overdue"), ("2024-03-31", "open"), ("2024-04-30", "open"));
    }

    [Test]
    public async Task What_cannot_be_is_refused_with_every_place()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();
        var forever = Promising.Promise().With("recurrence", new JsonObject { ["every"] = "quarter", ["from"] = "2024-03-31" });
        forever.Remove("dueOn");

        (await host.Make(agreement, forever)).Errors(422, "commitmentRefused").Should().Equal("/recurrence/until recurrenceWithoutEnd");
        (await host.Make(agreement, Promising.Promise("2026-01-01").With("scopeItem", "outreach").With("obligated", new JsonObject { ["institution"] = "14.01" })))
            .Errors(422, "commitmentRefused").Should().BeEquivalentTo("/obligated obligatedNotParty", "/scopeItem scopeItemNotAgreed", "/dueOn outsideTerm");
        (await host.Make(agreement, Promising.Promise().With("answers", new JsonObject { ["indicator"] = "input.luck" })))
            .Errors(422, "commitmentRefused").Should().Equal("/answers/indicator indicatorNowhere");
        (await host.Make(agreement, new() { ["recurrence"] = new JsonObject(), ["target"] = new JsonObject(), ["answers"] = new JsonObject() }))
            .Errors(400, "invalidRequest").Should().BeEquivalentTo(
                "/title required", "/personInCharge required", "/obligated required", "/recurrence/every required", "/recurrence/from required",
                "/target/unit required", "/target/value required", "/answers/indicator required");
        (await host.Make(agreement, Promising.Promise().With("weight", 0.001m).With("obligated", new JsonObject { ["institution"] = "14.04", ["office"] = "14" })))
            .Errors(400, "invalidRequest").Distinct().Should().BeEquivalentTo("/obligated malformedValue", "/weight malformedValue");
        (await host.Make(await host.GivenMou("14.03", signed: false), Promising.Promise())).Problem(409, "agreementNotSigned");
        host.Clock.Set(new(2026, 1, 1, 3, 0, 0, TimeSpan.Zero));
        (await host.Make(agreement, Promising.Promise())).Problem(409, "agreementEnded");
    }

    [Test]
    public async Task Making_is_safe_to_repeat()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();
        var id = Guid.CreateVersion7();
        var first = (await host.Make(agreement, Promising.Promise().With("id", id))).Ok(HttpStatusCode.Created);

        (await host.Make(agreement, Promising.Promise().With("id", id))).Ok(HttpStatusCode.Created).ToString().Should().Be(first.ToString());
        (await host.Make(agreement, Promising.Promise(title: "Lain.").With("id", id))).Problem(409, "idTaken");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/commitments")).Ok().Items().Should().ContainSingle();
    }

    [Test]
    public async Task What_it_says_changes_until_something_is_reported()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment();
        (await host.Change("head.riau", commitment, Promising.Promise("2024-09-30"), null)).Problem(428, "ifMatchMissing");
        (await host.Change("head.riau", commitment, Promising.Promise("2024-09-30"), 9)).Problem(412, "versionDiffers");

        var redrafted = (await host.Change("head.riau", commitment, Promising.Promise("2024-09-30"), 1)).Ok();
        (redrafted.Text("deadlines/0/dueOn"), redrafted.Items("deadlines").Count, redrafted.Number("version")).Should().Be(("2024-09-30", 1, 2m));
        (await host.Progress(commitment, new { on = "2024-03-01", value = 60 })).Ok(HttpStatusCode.Created);

        (await host.Change("head.riau", commitment, Promising.Promise(), 3)).Problem(409, "commitmentReported");
    }

    [Test]
    public async Task What_is_anothers_does_not_exist_or_is_not_changed()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();
        var commitment = await host.GivenCommitment(agreement: agreement);

        foreach (var caller in new[] { "head.riau", "liaison.14.04", "verifier", "auditor", "admin" })
        {
            (await host.SendAs(caller, HttpMethod.Get, commitment)).Ok();
            (await host.SendAs(caller, HttpMethod.Get, $"{agreement}/commitments")).Ok().Items().Should().ContainSingle(caller);
        }

        (await host.SendAs("liaison.14.01", HttpMethod.Get, commitment)).Problem(404, "notFound");
        (await host.ReportDone(commitment, "liaison.14.01")).Problem(404, "notFound");
        (await host.ReportDone(commitment, "head.riau")).Problem(403, "outsideScope");
        (await host.Make(agreement, Promising.Promise(), "liaison.14.04")).Problem(403, "notAllowed");
        (await host.SendAs("assessor.riau", HttpMethod.Get, commitment)).Problem(403, "notAllowed");
        (await host.SendAs(null, HttpMethod.Get, commitment)).Problem(401, "credentialsNeeded");
    }

    [Test]
    public async Task The_list_pages_in_the_order_of_making()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();

        foreach (var title in new[] { "Satu.", "Dua.", "Tiga." })
        {
            await host.GivenCommitment(Promising.Promise(title: title), agreement);
            host.Clock.Set(host.Clock.GetUtcNow().AddSeconds(1));
        }

        var first = (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/commitments?limit=2")).Ok();
        var second = (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/commitments?limit=2&cursor={first.Text("next")}")).Ok();

        first.Items().Concat(second.Items()).Select(each => each.Text("title")).Should().Equal("Satu.", "Dua.", "Tiga.");
    }

    [Test]
    public async Task The_work_plan_of_a_year_holds_the_deadlines_that_fall_in_it()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();
        var commitment = await host.GivenCommitment(agreement: agreement);
        await host.GivenCommitment(Promising.Promise("2025-06-30").With("weight", 3), agreement);
        (await host.ReportDone(commitment)).Ok(HttpStatusCode.Created);
        (await host.CloseDeadline(commitment, 2)).Ok();
        var plan = $"{agreement}/work-plans/2024";

        (await host.Change("head.riau", plan, new { summary = "Enam unit lebih dulu.", adoptedOn = "2024-03-02" }, 0)).Errors(422, "workPlanRefused").Should().Equal("/adoptedOn inFuture");
        (await host.Change("head.riau", $"{agreement}/work-plans/2023", new { summary = "Dulu." }, 0)).Errors(422, "workPlanRefused").Should().Equal("/year yearOutsideTerm");
        (await host.Change("liaison.14.04", plan, new { summary = "Kami." }, 0)).Problem(403, "notAllowed");
        (await host.Change("head.riau", plan, new { summary = "Enam unit lebih dulu.", adoptedOn = "2024-03-01" }, 0)).Ok();
        (await host.Change("head.riau", plan, new { summary = "Lain." }, 0)).Problem(412, "versionDiffers");

        var read = (await host.SendAs("liaison.14.04", HttpMethod.Get, plan)).Ok();
        (read.Text("summary"), read.Number("totals/closed"), read.Number("totals/closedShare"), read.Number("version")).Should().Be(("Enam unit lebih dulu.", 1m, 1m, 1m));
        var all = (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{agreement}/work-plans")).Ok().Items();
        all.Select(each => (each.Number("year"), each.Number("totals/weight"), each.Absent("summary"))).Should().Equal((2024m, 1m, false), (2025m, 3m, true));
        (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{agreement}/work-plans/2030")).Problem(404, "notFound");
    }
}
