namespace Compliance.Api.Tests.FollowUp;

/// <summary>Clean and clear: an open corrective action withholds, and never touches score or zone.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ClearanceTests(string provider) : ApiTests(provider)
{
    private const string Result = $"{FollowingUp.Institution}/results/2023";

    [Test]
    public async Task It_is_withheld_until_the_last_action_is_resolved_and_the_result_stays_the_same()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2024, 3, 1, 3, 0, 0, TimeSpan.Zero));
        var before = await host.Get(Result);
        Shown(before).Should().Be(("unknown", 0, null));
        var one = await host.GivenCorrectiveAction();
        var other = await host.GivenCorrectiveAction(FollowingUp.Demand with { Title = "Umumkan biaya." });
        Shown(await host.Get(Result)).Should().Be(("withheld", 2, null));

        await Resolve(host, one);
        Shown(await host.Get(Result)).Should().Be(("withheld", 1, null));
        host.Clock.Set(new(2024, 3, 20, 3, 0, 0, TimeSpan.Zero));
        await Resolve(host, other);

        var after = await host.Get(Result);
        Shown(after).Should().Be(("clear", 0, "2024-03-20"));
        Without(after).Should().Be(Without(before), "score, zone and rank stay what they were");
        after.ETag.Should().NotBe(before.ETag);
    }

    [Test]
    public async Task Every_list_of_results_shows_it_and_nobody_elses_is_touched()
    {
        await using var host = await Fresh();
        await host.Get($"{FollowingUp.Institution}/results");
        await host.GivenCorrectiveAction();

        (await host.Get($"{FollowingUp.Institution}/results")).Ok().Items().Should().OnlyContain(result => result.Text("clearance/status") == "withheld");
        var all = (await host.Get($"{Api}/results?year=2023&province=14&limit=500")).Ok().Items();
        all.Where(result => result.Text("clearance/status") == "withheld").Select(result => result.Text("institution/code")).Should().Equal("14.04");
    }

    [Test]
    public async Task What_was_announced_as_clear_is_withheld_as_well()
    {
        await using var host = await Fresh();
        var lampung = $"{Api}/institutions/18";
        Shown(await host.Get($"{lampung}/results/2025")).Status.Should().Be("clear");

        (await host.Open(FollowingUp.Demand, "admin", lampung)).Ok(HttpStatusCode.Created);

        Shown(await host.Get($"{lampung}/results/2025")).Should().Be(("withheld", 1, null));
    }

    [Test]
    public async Task After_a_change_the_second_reader_costs_no_SQL_again()
    {
        await using var host = await Fresh();
        var action = await host.GivenCorrectiveAction();
        await host.Get(Result);
        (await Cost(host)).Should().Be(0);

        await Resolve(host, action);

        (await Cost(host)).Should().BePositive();
        (await Cost(host)).Should().Be(0);
    }

    private static async Task<int> Cost(ApiHost host)
    {
        var before = host.Sql.Commands;
        (await host.Get(Result)).Ok();

        return host.Sql.Commands - before;
    }

    private static async Task Resolve(ApiHost host, string action)
    {
        (await host.Complete(action, 1)).Ok();
        (await host.Verify(action, 2)).Ok();
    }

    private static (string? Status, decimal? Open, string? ReleasedOn) Shown(Reply result) =>
        (result.Ok().Text("clearance/status"), result.Json.Number("clearance/openActions"), result.Json.Text("clearance/releasedOn"));

    private static string Without(Reply result)
    {
        var whole = (JsonObject)JsonNode.Parse(result.Text)!;
        whole.Remove("clearance");

        return whole.ToJsonString();
    }
}
