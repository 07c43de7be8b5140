namespace Compliance.Api.Tests.FollowUp;

/// <summary>An obligation is opened by the Ombudsman, reported by the institution, and verified by somebody else.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CorrectiveActionTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task It_is_opened_reported_rejected_reported_again_and_resolved()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2024, 3, 1, 3, 0, 0, TimeSpan.Zero));
        var action = await host.GivenCorrectiveAction();

        var reported = await host.Complete(action, 1);
        (reported.Ok().Text("status"), reported.Json.Text("completion/proof"), reported.Json.Flag("late")).Should().Be(("reported", "https://example.org/foto", false));
        (await host.Verify(action, 2, accepted: false)).Problem(422, "rejectionReasonNeeded");
        var rejected = (await host.Verify(action, 2, accepted: false, "Fotonya dari unit lain.")).Ok();
        (rejected.Text("status"), rejected.Text("rejection")).Should().Be(("open", "Fotonya dari unit lain."));
        (await host.Complete(action, 3)).Ok();
        var resolved = await host.Verify(action, 4);

        (resolved.Ok().Text("status"), resolved.Json.Text("resolvedOn"), resolved.Json.Number("version")).Should().Be(("resolved", "2024-03-01", 5));
        resolved.ETag.Should().StartWith("\"v5.").And.Be((await host.SendAs("verifier", HttpMethod.Get, action)).ETag);
        (await host.Complete(action, 5)).Problem(409, "actionResolved");
        (await host.Verify(action, 5)).Problem(409, "actionNotReported");
    }

    [Test]
    public async Task All_that_an_action_lacks_is_said_at_once()
    {
        await using var host = await Fresh();
        const string Actions = $"{Api}/institutions/14.04/corrective-actions";

        (await host.SendAs("head.riau", HttpMethod.Post, Actions, JsonContent.Create(new { indicator = "x" }))).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/kind required", "/document required", "/title required", "/dueOn required");
        (await host.SendAs("head.riau", HttpMethod.Post, Actions, JsonContent.Create(new { document = new { } }))).Errors(400, "invalidRequest")
            .Should().Contain(["/document/number required", "/document/date required"]);
    }

    [Test]
    public async Task Nobody_does_two_of_the_three()
    {
        await using var host = await Fresh();
        var both = await Access.People.GivenPerson(
            host, "keduanya@uji.example", new { role = "officeHead", office = "14" }, new { role = "liaison", institution = "14.04" });
        var action = await host.GivenCorrectiveAction();
        (await host.Complete(action, 1)).Ok();

        (await host.Verify(action, 2, caller: "head.riau")).Problem(422, "dutiesOverlap");
        (await As(host, both, HttpMethod.Put, $"{action}/verification", new { accepted = true }, 2)).Problem(422, "dutiesOverlap");
        (await As(host, both, HttpMethod.Post, $"{FollowingUp.Institution}/corrective-actions", FollowingUp.Demand, null)).Problem(422, "dutiesOverlap");
        (await host.Verify(action, 2, caller: "liaison.14.04")).Problem(403, "notAllowed");
        (await host.Complete(action, 2, "head.riau")).Problem(403, "notAllowed");
        (await host.Verify(action, 2, caller: "admin")).Ok();
    }

    [Test]
    public async Task Each_caller_is_offered_what_it_may_do_now()
    {
        await using var host = await Fresh();
        var action = await host.GivenCorrectiveAction();
        (await Actions("liaison.14.04")).Should().Equal("completeCorrectiveAction");
        (await Actions("verifier")).Should().BeEmpty();
        (await host.Complete(action, 1)).Ok();

        (await Actions("verifier")).Should().Equal("verifyCorrectiveAction");
        (await Actions("head.riau")).Should().BeEmpty("it opened it");
        (await Actions("auditor")).Should().BeEmpty();

        async Task<IEnumerable<string?>> Actions(string caller) =>
            (await host.SendAs(caller, HttpMethod.Get, action)).Ok().Items("allowedActions").Select(each => each.GetString());
    }

    [Test]
    public async Task What_is_anothers_does_not_exist()
    {
        await using var host = await Fresh();
        var action = await host.GivenCorrectiveAction();
        const string List = $"{FollowingUp.Institution}/corrective-actions";

        foreach (var caller in new[] { "head.riau", "liaison.14.04", "verifier", "auditor", "admin" })
        {
            (await host.SendAs(caller, HttpMethod.Get, List)).Ok().Items().Should().ContainSingle(caller);
        }

        (await host.SendAs("liaison.14.01", HttpMethod.Get, List)).Ok().Items().Should().BeEmpty();
        (await host.SendAs("liaison.14.01", HttpMethod.Get, action)).Problem(404, "notFound");
        (await host.Complete(action, 1, "liaison.14.01")).Problem(404, "notFound");
        (await host.SendAs("assessor.riau", HttpMethod.Get, List)).Problem(403, "notAllowed");
        (await host.SendAs(null, HttpMethod.Get, List)).Problem(401, "credentialsNeeded");
        (await host.Open(FollowingUp.Demand, institution: $"{Api}/institutions/13.01")).Problem(403, "outsideScope");
    }

    [Test]
    public async Task Without_the_version_nothing_is_changed_and_with_an_old_one_neither()
    {
        await using var host = await Fresh();
        var action = await host.GivenCorrectiveAction();

        (await host.Complete(action, null)).Problem(428, "ifMatchMissing");
        (await host.Complete(action, 7)).Problem(412, "versionDiffers");
        (await host.Complete(action, 1)).Ok();
        (await host.Verify(action, 1)).Problem(412, "versionDiffers");
    }

    [Test]
    public async Task Opening_is_safe_to_repeat()
    {
        await using var host = await Fresh();
        var demand = FollowingUp.Demand with { Id = Guid.CreateVersion7().ToString() };
        var first = (await host.Open(demand)).Ok(HttpStatusCode.Created);

        (await host.Open(demand)).Ok(HttpStatusCode.Created).ToString().Should().Be(first.ToString());
        (await host.Open(demand with { Title = "Lain." })).Problem(409, "idTaken");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{FollowingUp.Institution}/corrective-actions")).Ok().Items().Should().ContainSingle();
    }

    [Test]
    public async Task What_cannot_be_is_refused_with_every_place()
    {
        await using var host = await Fresh();
        var demand = FollowingUp.Demand;

        (await host.Open(demand with { Unit = Guid.CreateVersion7().ToString(), Indicator = "input.luck" })).Errors(422, "actionRefused")
            .Should().BeEquivalentTo("/unit unitOfAnother", "/indicator indicatorNowhere");
        (await host.Open(demand with { DueOn = "2024-01-21" })).Problem(422, "dueBeforeDocument");
        (await host.Open(demand with { Title = "", Document = new { number = "" } })).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/title required", "/document/number required", "/document/date required");
        var action = await host.GivenCorrectiveAction();
        (await host.Change("liaison.14.04", $"{action}/completion", new { text = "Selesai.", proof = "ftp://x" }, 1)).Errors(422, "actionRefused").Should().Equal("/proof notALink");
    }

    [Test]
    public async Task The_list_is_in_the_order_of_due_dates_and_pages()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2024, 4, 30, 17, 0, 0, TimeSpan.Zero));

        foreach (var due in new[] { "2024-05-31", "2024-04-30", "2024-05-01" })
        {
            await host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = due });
        }

        const string List = $"{FollowingUp.Institution}/corrective-actions";
        var first = (await host.SendAs("head.riau", HttpMethod.Get, $"{List}?limit=2&status=open")).Ok();
        var second = (await host.SendAs("head.riau", HttpMethod.Get, $"{List}?limit=2&status=open&cursor={first.Text("next")}")).Ok();

        first.Items().Concat(second.Items()).Select(each => (each.Text("dueOn"), each.Flag("late")))
            .Should().Equal(("2024-04-30", true), ("2024-05-01", false), ("2024-05-31", false));
        second.Absent("next").Should().BeTrue();
        (await host.SendAs("head.riau", HttpMethod.Get, $"{List}?status=resolved")).Ok().Items().Should().BeEmpty();
    }

    private static Task<Reply> As(ApiHost host, (string, string)[] who, HttpMethod method, string path, object body, int? version) => Access.People.SendWith(
        host, who, method, path, JsonContent.Create(body, options: JsonSerializerOptions.Web), version is null ? [] : [("If-Match", $"\"v{version}\"")]);
}
