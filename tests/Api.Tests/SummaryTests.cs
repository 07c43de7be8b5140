namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SummaryTests(string provider) : ApiTests(provider)
{
    [TestCase("year=2021")]
    [TestCase("year=2022")]
    [TestCase("year=2023")]
    [TestCase("year=2025")]
    [TestCase("year=2023&province=14")]
    public async Task Kinds_add_up_to_the_total(string filter)
    {
        var summary = (await Get($"{Api}/results/summary?{filter}")).Ok();

        foreach (var count in new[] { "registered", "assessed", "notAssessed", "scored" })
        {
            summary.Items("kinds").Sum(kind => kind.Number(count)).Should().Be(summary.Number($"total/{count}"), count);
        }

        foreach (var parts in new[] { "zones", "categories" })
        {
            summary.Items($"total/{parts}").Select(part => (part.Text("code"), part.Number("count"))).Should().Equal(
                summary.Items("kinds").SelectMany(kind => kind.Items(parts)).GroupBy(part => part.Text("code"))
                    .Select(group => (group.Key, group.Sum(part => part.Number("count")))));
        }
    }

    [TestCase(2021)]
    [TestCase(2022)]
    [TestCase(2023)]
    [TestCase(2025)]
    public async Task Counts_and_means_are_those_of_the_results_themselves(int year)
    {
        var results = (await Get($"{Api}/results?year={year}&limit=500")).Ok().Items();
        var total = (await Get($"{Api}/results/summary?year={year}")).Ok().At("total");
        var scores = results.Select(each => each.Number("score")).OfType<decimal>().ToList();

        total.Number("assessed").Should().Be(results.Count(each => each.Text("status") == "assessed"));
        total.Number("scored").Should().Be(scores.Count);
        total.Number("mean").Should().Be(Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero));
        total.Number("coverage").Should().Be(Math.Round(total.Number("assessed")!.Value / total.Number("registered")!.Value, 4));
        total.Items("zones").Sum(zone => zone.Number("count")).Should().Be(results.Count(each => !each.Absent("zone")));
        total.Items("categories").Sum(category => category.Number("count")).Should().Be(results.Count(each => !each.Absent("category")));
    }

    [Test]
    public async Task A_year_without_results_counts_the_registry_and_nothing_else()
    {
        var total = (await Get($"{Api}/results/summary?year=2019")).Ok().At("total");

        total.Number("registered").Should().BeGreaterThan(600);
        (total.Number("assessed"), total.Number("scored"), total.Absent("mean")).Should().Be((0, 0, true));
    }

    [Test]
    public async Task A_year_under_opinions_has_no_zones() =>
        (await Get($"{Api}/results/summary?year=2025")).Ok().Items("total/zones").Should().BeEmpty();
}
