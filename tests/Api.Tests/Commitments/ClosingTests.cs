using Compliance.Api.Tests.Agreements;
namespace Compliance.Api.Tests.Commitments;

/// <summary>The obligated side reports; a second person of the other side closes.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ClosingTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task It_is_reported_rejected_reported_again_and_closed()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment();
        var below = (await host.Progress(commitment, new { on = "2024-02-28", value = 70 })).Ok(HttpStatusCode.Created);
        (below.Number("targetShare"), below.Flag("aboveTarget"), below.Flag("done"), below.Text("dueOn")).Should().Be((0.5m, false, false, "2024-06-30"));
        host.Clock.Set(Promising.Now.AddMinutes(1));
        var above = (await host.ReportDone(commitment)).Ok(HttpStatusCode.Created);
        (above.Number("value"), above.Number("targetShare"), above.Flag("aboveTarget"), above.Flag("done")).Should().Be((95m, 1.125m, true, true));

        (await host.CloseDeadline(commitment, 3, new { accepted = false })).Problem(422, "rejectionReasonNeeded");
        var rejected = (await host.CloseDeadline(commitment, 3, new { accepted = false, reason = "Fotonya dari unit lain." })).Ok();
        (rejected.Text("status"), rejected.Text("deadlines/0/rejection")).Should().Be(("open", "Fotonya dari unit lain."));
        host.Clock.Set(Promising.Now.AddHours(1));
        (await host.ReportDone(commitment)).Ok(HttpStatusCode.Created);
        var closed = await host.CloseDeadline(commitment, 5, new { accepted = true, note = "Dilihat sendiri." });

        (closed.Ok().Text("status"), closed.Json.Text("deadlines/0/closedOn"), closed.Json.Text("deadlines/0/note"), closed.Json.Flag("aboveTarget"), closed.Json.Number("version"))
            .Should().Be(("closed", "2024-03-01", "Dilihat sendiri.", true, 6m));
        closed.ETag.Should().StartWith("\"v6.");
        (await host.ReportDone(commitment)).Problem(409, "deadlineClosed");
        (await host.CloseDeadline(commitment, 6)).Problem(409, "deadlineNotReported");
        (await host.SendAs("auditor", HttpMethod.Get, $"{commitment}/progress")).Ok().Items().Select(each => each.Number("value")).Should().Equal(95m, 95m, 70m);
    }

    [Test]
    public async Task Nobody_closes_for_the_own_side_or_what_he_reported()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment();
        (await host.ReportDone(commitment)).Ok(HttpStatusCode.Created);

        // At the hour of the commitment: a token that ends later than any that is issued is refused.
        var both = await Access.People.GivenPerson(
            host, "keduanya@uji.example", new { role = "officeHead", office = "14" }, new { role = "liaison", institution = "14.04" });

        (await host.CloseDeadline(commitment, 2, caller: "liaison.14.04")).Problem(422, "ownSideCloses");
        (await Access.People.SendWith(
            host, both, HttpMethod.Put, $"{commitment}/closure", JsonContent.Create(new { accepted = true }), ("If-Match", "\"v2\""))).Problem(422, "ownSideCloses");
        (await host.CloseDeadline(commitment, 2, caller: "verifier")).Problem(403, "notAllowed");
        (await host.CloseDeadline(commitment, 2, caller: "admin")).Ok();
    }

    [Test]
    public async Task What_an_office_promised_a_liaison_of_the_other_party_closes()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment(Promising.Promise().With("obligated", new JsonObject { ["office"] = "14" }));

        (await host.ReportDone(commitment, "liaison.14.04")).Problem(403, "outsideScope");
        (await host.ReportDone(commitment, "head.riau")).Ok(HttpStatusCode.Created);
        (await host.CloseDeadline(commitment, 2, caller: "head.riau")).Problem(422, "ownSideCloses");
        (await host.CloseDeadline(commitment, 2, caller: "admin")).Problem(422, "ownSideCloses");
        (await host.CloseDeadline(commitment, 2, caller: "liaison.14.04")).Ok().Text("status").Should().Be("closed");
    }

    [Test]
    public async Task Nothing_is_closed_without_proof_and_proofs_are_links()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment();
        (await host.Progress(commitment, new { on = "2024-03-01", text = "Selesai.", proof = "ftp://x" })).Errors(422, "progressRefused").Should().Equal("/proof notALink");
        (await host.Progress(commitment, new { on = "2024-03-01", text = "Selesai.", done = true })).Ok(HttpStatusCode.Created);

        (await host.CloseDeadline(commitment, 2)).Problem(422, "proofMissing");
        (await host.CloseDeadline(commitment, 2, new { accepted = true, proof = "kemarin" })).Errors(422, "progressRefused").Should().Equal("/proof notALink");
        (await host.CloseDeadline(commitment, 2, new { accepted = true, proof = "https://example.org/kunjungan" })).Ok().Text("deadlines/0/proof").Should().Be("https://example.org/kunjungan");
    }

    [Test]
    public async Task Reporting_is_safe_to_repeat_and_says_what_is_wrong()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment();
        var id = Guid.CreateVersion7();
        var first = (await host.Progress(commitment, new { id, on = "2024-03-01", value = 90 })).Ok(HttpStatusCode.Created);

        (await host.Progress(commitment, new { id, on = "2024-03-01", value = 90 })).Ok(HttpStatusCode.Created).ToString().Should().Be(first.ToString());
        (await host.Progress(commitment, new { id, on = "2024-03-01", value = 91 })).Problem(409, "idTaken");
        (await host.SendAs("auditor", HttpMethod.Get, $"{commitment}/progress")).Ok().Items().Should().ContainSingle();
        (await host.Progress(commitment, new { on = "2024-03-02", value = 91, dueOn = "2024-06-29" })).Errors(422, "progressRefused")
            .Should().BeEquivalentTo("/on inFuture", "/dueOn noSuchDeadline");
        (await host.Progress(commitment, new { value = 1.00001m })).Errors(400, "invalidRequest").Should().BeEquivalentTo("/on required", "/value malformedValue");
        (await host.Progress(commitment, new { on = "2024-03-01" })).Errors(400, "invalidRequest").Should().Equal("/text required");
    }

    [Test]
    public async Task Each_caller_is_offered_what_it_may_do_now()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment();
        (await Actions("head.riau")).Should().Equal("redraftCommitment");
        (await Actions("liaison.14.04")).Should().Equal("reportProgress");
        (await host.ReportDone(commitment)).Ok(HttpStatusCode.Created);

        (await Actions("head.riau")).Should().Equal("closeCommitment");
        (await Actions("liaison.14.04")).Should().Equal("reportProgress");
        (await Actions("auditor")).Should().BeEmpty();

        async Task<IEnumerable<string?>> Actions(string caller) =>
            (await host.SendAs(caller, HttpMethod.Get, commitment)).Ok().Items("allowedActions").Select(each => each.GetString());
    }

    [Test]
    public async Task The_health_of_an_agreement_counts_by_weight_and_day()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();
        var kept = await host.GivenCommitment(Promising.Promise().With("weight", 3), agreement);
        await host.GivenCommitment(agreement: agreement);
        await host.GivenCommitment(Promising.Promise("2025-06-30").With("weight", 4), agreement);
        (await host.ReportDone(kept)).Ok(HttpStatusCode.Created);
        (await host.CloseDeadline(kept, 2)).Ok();
        host.Clock.Set(new(2024, 7, 10, 3, 0, 0, TimeSpan.Zero));

        var health = (await host.SendAs("auditor", HttpMethod.Get, $"{agreement}/health")).Ok();

        (health.Number("deadlines/open"), health.Number("deadlines/overdue"), health.Number("deadlines/closed")).Should().Be((1m, 1m, 1m));
        (health.Number("closedShare"), health.Number("onTimeShare"), health.Number("overdueDays"), health.Number("longestOverdue"), health.Text("lastActivityOn"), health.Text("asOf"))
            .Should().Be((0.375m, 0.75m, 10m, 10m, "2024-03-01", "2024-07-10"));
        (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/offices/14/agreements-health")).Ok().Items().Select(each => each.ToString()).Should().Contain(health.ToString());
        (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/offices/13/agreements-health")).Ok().Items().Should().BeEmpty();
        (await host.SendAs("liaison.14.01", HttpMethod.Get, $"{agreement}/health")).Problem(404, "notFound");
    }
}
