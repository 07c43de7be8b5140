using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.Commitments;

/// <summary>What is promised of public reports is measured by those on record, beside what people report.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SeriesTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task The_caseload_says_how_far_it_is_and_over_which_months()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment(Measured());
        var before = (await host.SendAs("head.riau", HttpMethod.Get, commitment)).Ok();
        (before.Text("measured/missing"), before.Absent("measured/value"), before.Absent("targetShare")).Should().Be(("noMonthOnRecord", true, true));

        await Record(host, "2024-02", 10, 10);
        await Record(host, "2024-03", 4, 1);

        var shown = (await host.SendAs("liaison.14.04", HttpMethod.Get, commitment)).Ok();
        (shown.Text("measured/series"), shown.Text("measured/dueOn"), shown.Text("measured/from"), shown.Text("measured/to"))
            .Should().Be(("settledWithin14Days", "2024-06-30", "2024-03", "2024-06"));
        (shown.Number("measured/value"), shown.Absent("measured/missing"), shown.Number("targetShare"), shown.Flag("aboveTarget")).Should().Be((75m, true, 0.625m, false));
        shown.Items("measured/months").Select(month => month.GetString()).Should().Equal("2024-03");
        (await host.SendAs("auditor", HttpMethod.Get, $"{Agreeing.List}/{shown.Text("agreement/id")}/commitments")).Ok()
            .Items()[0].GetProperty("measured").ToString().Should().Be(shown.GetProperty("measured").ToString());
    }

    [Test]
    public async Task A_reported_value_is_kept_and_flagged_where_the_series_says_another()
    {
        await using var host = await Fresh();
        var commitment = await host.GivenCommitment(Measured());
        (await host.Progress(commitment, new { on = "2024-03-01", value = 60 })).Ok(HttpStatusCode.Created).Absent("differsFromSeries").Should().BeTrue();
        await Record(host, "2024-03", 4, 1);
        host.Clock.Set(Promising.Now.AddMinutes(1));

        var report = (await host.Progress(commitment, new { on = "2024-03-01", value = 95 })).Ok(HttpStatusCode.Created);
        (report.Number("value"), report.Flag("differsFromSeries"), report.Flag("done")).Should().Be((95m, true, false));
        host.Clock.Set(Promising.Now.AddMinutes(2));
        (await host.Progress(commitment, new { on = "2024-03-01", value = 75 })).Ok(HttpStatusCode.Created).Flag("differsFromSeries").Should().BeFalse();

        (await host.SendAs("auditor", HttpMethod.Get, $"{commitment}/progress")).Ok().Items().Select(each => (each.Number("value"), each.Flag("differsFromSeries")))
            .Should().Equal((75m, false), (95m, true), (60m, true));
        var shown = (await host.SendAs("head.riau", HttpMethod.Get, commitment)).Ok();
        (shown.Number("measured/value"), shown.Number("measured/reported"), shown.Flag("measured/differs"), shown.Number("targetShare")).Should().Be((75m, 75m, false, 0.625m));
        (await host.Progress(commitment, new { on = "2024-03-01", text = "Selesai.", done = true })).Ok(HttpStatusCode.Created).Flag("done").Should().BeTrue("people have the last word");
    }

    [Test]
    public async Task Everybody_who_sees_the_commitment_sees_the_same_value()
    {
        await using var host = await Fresh();
        var body = new JsonObject
        {
            ["kind"] = "mou",
            ["title"] = "Bersama",
            ["parties"] = new JsonArray(new JsonObject { ["office"] = "14" }, new JsonObject { ["institution"] = "14.04" }, new JsonObject { ["institution"] = "14.01" }),
            ["scope"] = new JsonArray("prevention"),
        };
        host.Clock.Set(Promising.Now);
        var commitment = await host.GivenCommitment(Measured(), await host.GivenAgreement(body.SignedFrom("2024-01-02", "2025-12-31")));
        await Record(host, "2024-03", 4, 1);

        (await host.SendAs("liaison.14.01", HttpMethod.Get, commitment)).Ok().Number("measured/value").Should().Be(75m);
        (await host.SendAs("liaison.14.01", HttpMethod.Get, $"{Api}/institutions/14.04/public-reports")).Ok().Items().Should().BeEmpty("the months are not theirs");
    }

    [Test]
    public async Task A_series_that_does_not_exist_or_is_nobodys_is_refused_at_its_place()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();

        (await host.Make(agreement, Measured("receivedReports"))).Errors(400, "malformedRequest").Should().Equal("/target/series malformedValue");
        (await host.Make(agreement, Measured().With("obligated", new JsonObject { ["office"] = "14" })))
            .Errors(422, "commitmentRefused").Should().Equal("/target/series seriesNeedsInstitution");
    }

    private static JsonObject Measured(string series = "settledWithin14Days") =>
        Promising.Promise().With("target", new JsonObject { ["unit"] = "%", ["baseline"] = 50, ["value"] = 90, ["series"] = series });

    private static async Task Record(ApiHost host, string month, int settled, int late) =>
        (await host.Change("head.riau", $"{Api}/institutions/14.04/public-reports/{month}", new { received = settled, settled, medianDays = 9.5, over14Days = late }, null)).Ok();
}
