using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.Commitments;

namespace Compliance.Api.Tests.FollowUp;

/// <summary>All that is due, of both kinds, in one list.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FollowUpTests(string provider) : ApiTests(provider)
{
    private const string List = $"{Api}/follow-ups";

    /// <summary>For the tests that only read what <see cref="GivenSome"/> makes.</summary>
    private ApiHost some = null!;

    private string agreement = "";

    [OneTimeSetUp]
    public async Task MakeSome()
    {
        some = await Fresh();
        agreement = await GivenSome(some);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (some is not null)
        {
            await some.DisposeAsync();
        }
    }

    [Test]
    public async Task Both_kinds_come_in_one_list_in_the_order_of_due_dates_and_page()
    {
        var all = await Pages(some, $"{List}?limit=2");

        all.Select(each => (each.Text("dueOn"), each.Text("kind"), each.Text("status"), each.Number("daysLate"))).Should().Equal(
            ("2024-02-20", "commitment", "reported", 10m),
            ("2024-02-25", "commitment", "overdue", 5m),
            ("2024-02-28", "correctiveAction", "overdue", 2m),
            ("2024-03-01", "commitment", "open", 0m),
            ("2024-03-31", "correctiveAction", "open", 0m),
            ("2024-06-30", "commitment", "closed", 0m));
        var commitment = all[1];
        (commitment.Text("title"), commitment.Text("obligated/institution/code"), commitment.Text("agreement/title"), commitment.Text("personInCharge"), commitment.Text("office"))
            .Should().Be(("Kedua.", "14.04", "Nota kesepahaman 14.04", "Kepala DPMPTSP", "14"));
        agreement.Should().EndWith(commitment.Text("agreement/id")!);
        (all[2].Text("document/number"), all[2].Text("office"), all[2].Absent("agreement"), all[2].Absent("commitment")).Should().Be(("B/12/LM.21/I/2024", "14", true, true));
    }

    [TestCase("status=overdue", "2024-02-25 2024-02-28")]
    [TestCase("status=open", "2024-03-01 2024-03-31")]
    [TestCase("status=open,overdue", "2024-02-25 2024-02-28 2024-03-01 2024-03-31")]
    [TestCase("status=reported", "2024-02-20")]
    [TestCase("status=closed", "2024-06-30")]
    [TestCase("status=overdue,closed", "2024-02-25 2024-02-28 2024-06-30")]
    [TestCase("kind=correctiveAction", "2024-02-28 2024-03-31")]
    [TestCase("kind=commitment&status=overdue", "2024-02-25")]
    [TestCase("dueAfter=2024-02-28&dueBefore=2024-03-31", "2024-03-01")]
    [TestCase("office=14&status=overdue", "2024-02-25 2024-02-28")]
    [TestCase("office=13", "")]
    [TestCase("institution=14.04&status=overdue", "2024-02-25 2024-02-28")]
    [TestCase("institution=14.01", "")]
    [TestCase("institution=nowhere", "")]
    public async Task It_is_filtered_by_what_it_shows(string query, string expected) =>
        (await some.SendAs("head.riau", HttpMethod.Get, $"{List}?{query}")).Ok().Items().Select(each => each.Text("dueOn")).Should()
            .Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Test]
    public async Task Only_the_commitments_of_an_agreement_come_for_it_and_others_see_nothing()
    {
        (await some.SendAs("liaison.14.04", HttpMethod.Get, $"{List}?agreement={agreement.Split('/')[^1]}")).Ok().Items().Should().HaveCount(4)
            .And.OnlyContain(each => each.Text("kind") == "commitment");
        (await some.SendAs("liaison.14.04", HttpMethod.Get, List)).Ok().Items().Should().HaveCount(6);
        (await some.SendAs("liaison.14.01", HttpMethod.Get, List)).Ok().Items().Should().BeEmpty();
        (await some.SendAs("assessor.riau", HttpMethod.Get, List)).Problem(403, "notAllowed");
        (await some.SendAs("head.riau", HttpMethod.Get, $"{List}?status=late&kind=x&dueBefore=soon&agreement=1")).Errors(400, "invalidRequest").Should()
            .BeEquivalentTo("/status unknownValue", "/kind unknownValue", "/dueBefore notADay", "/agreement notAUuid");
    }

    [Test]
    public async Task The_summary_counts_by_status_and_age_with_the_same_filters()
    {
        await using var host = await Fresh();
        await GivenSome(host);
        host.Clock.Set(new(2024, 6, 10, 3, 0, 0, TimeSpan.Zero));

        var summary = (await host.SendAs("head.riau", HttpMethod.Get, $"{List}/summary")).Ok();

        Numbers(summary, "counts", "open", "overdue", "reported", "closed").Should().Equal(0m, 4m, 1m, 1m);
        Numbers(summary, "commitments", "open", "overdue", "reported", "closed").Should().Equal(0m, 2m, 1m, 1m);
        Numbers(summary, "correctiveActions", "open", "overdue", "reported", "closed").Should().Equal(0m, 2m, 0m, 0m);
        Numbers(summary, "overdue", "upTo30Days", "upTo90Days", "upTo180Days", "longer").Should().Equal(0m, 1m, 3m, 0m);
        var overdue = (await host.SendAs("head.riau", HttpMethod.Get, $"{List}/summary?kind=commitment&status=overdue&dueAfter=2024-02-28")).Ok();
        Numbers(overdue, "counts", "open", "overdue", "reported", "closed").Should().Equal(0m, 1m, 0m, 0m);
        (await host.SendAs("liaison.14.01", HttpMethod.Get, $"{List}/summary")).Ok().Number("counts/overdue").Should().Be(0m);
    }

    // On 30 June at 15:30 UTC it is 1 July in Jayapura, and still 30 June in Pekanbaru and Makassar.
    [Test]
    public async Task Each_office_is_overdue_by_its_own_calendar()
    {
        await using var host = await Fresh();
        await host.GivenCommitment(agreement: await host.GivenMou());
        var east = Promising.Promise().With("obligated", new JsonObject { ["institution"] = "91.71" });
        (await host.Make(await host.GivenMou("91.71", office: "91"), east, "admin")).Ok(HttpStatusCode.Created);
        host.Clock.Set(new(2024, 6, 30, 15, 30, 0, TimeSpan.Zero));

        (await host.SendAs("auditor", HttpMethod.Get, $"{List}?status=overdue")).Ok().Items().Select(each => each.Text("office")).Should().Equal("91");
        (await host.SendAs("auditor", HttpMethod.Get, $"{List}?status=open")).Ok().Items().Select(each => each.Text("office")).Should().Equal("14");
        var summary = (await host.SendAs("auditor", HttpMethod.Get, $"{List}/summary")).Ok();
        Numbers(summary, "counts", "open", "overdue").Should().Equal(1m, 1m);
        (await host.SendAs("auditor", HttpMethod.Get, $"{List}/summary?status=overdue")).Ok().Number("overdue/upTo30Days").Should().Be(1m);
    }

    [Test]
    public async Task Of_a_published_result_the_improvement_loop_says_that_nothing_is_known()
    {
        var loop = (await Shared.SendAs("auditor", HttpMethod.Get, $"{Api}/institutions/14.01/improvement-loop?year=2022")).Ok();

        (loop.Flag("known"), loop.Number("nextYear"), loop.Flag("nextKnown"), loop.Items("findings").Count).Should().Be((false, 2023m, false, 0));
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Api}/institutions/14.01/improvement-loop?year=2020")).Problem(404, "notFound");
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Api}/institutions/14.01/improvement-loop")).Errors(400, "invalidRequest").Should().Equal("/year required");
    }

    private static async Task<string> GivenSome(ApiHost host)
    {
        var agreement = await host.GivenMou();
        var reported = await host.GivenCommitment(Promising.Promise("2024-02-20", "Pertama."), agreement);
        (await host.Progress(reported, new { on = "2024-03-01", value = 91 })).Ok(HttpStatusCode.Created);
        await host.GivenCommitment(Promising.Promise("2024-02-25", "Kedua."), agreement);
        await host.GivenCommitment(Promising.Promise("2024-03-01", "Ketiga."), agreement);
        var closed = await host.GivenCommitment(agreement: agreement);
        (await host.ReportDone(closed)).Ok(HttpStatusCode.Created);
        (await host.CloseDeadline(closed, 2)).Ok();
        await host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = "2024-03-31" });
        await host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = "2024-02-28" });

        return agreement;
    }

    private static async Task<List<JsonElement>> Pages(ApiHost host, string address)
    {
        var rows = new List<JsonElement>();

        for (string? next = ""; next is not null;)
        {
            var page = (await host.SendAs("head.riau", HttpMethod.Get, $"{address}{(next is "" ? "" : $"&cursor={next}")}")).Ok();
            rows.AddRange(page.Items());
            next = page.Text("next");
        }

        return rows;
    }

    private static IEnumerable<decimal?> Numbers(JsonElement json, string of, params string[] names) => names.Select(name => json.Number($"{of}/{name}"));
}
