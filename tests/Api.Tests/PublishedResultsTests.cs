namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PublishedResultsTests(string provider) : ApiTests(provider)
{
    private const string Kampar = $"{Api}/institutions/14.01/results/2022";
    private const string MalukuTenggara = $"{Api}/institutions/81.02/results/2023";

    [Test]
    public async Task Every_printed_zone_and_category_of_an_institution_is_the_one_computed()
    {
        var results = (await Get($"{Api}/results?limit=500")).Ok().Items();
        var printed = PublishedCsv.Lines().Where(line => line.Unit.Length == 0 && line.Zone + line.Category != "").ToList();

        printed.Should().HaveCountGreaterThan(60);

        foreach (var line in printed)
        {
            var result = results.Single(each => Key(each.Text("institution/name")!) == Key(line.Institution)
                && each.Number("year").ToString() == line.Year);
            result.Absent("printed").Should().BeTrue("{0}", line);
            OutcomeOf(result, line).Should().Be((line.Zone, line.Category), "{0}", line);
        }
    }

    [Test]
    public async Task Every_printed_zone_and_category_of_a_unit_is_the_one_computed()
    {
        var printed = PublishedCsv.Lines().Where(line => line.Unit.Length > 0).ToList();

        foreach (var line in printed)
        {
            var institution = (await Get($"{Api}/institutions?q={Uri.EscapeDataString(line.Institution)}")).Ok().Text("items/0/code");
            var result = (await Get($"{Api}/institutions/{institution}/results/{line.Year}")).Ok();
            var unit = result.Items("units").Single(each => each.Text("name") == line.Unit);
            unit.Number("score").ToString().Should().Be(line.Score);
            OutcomeOf(unit, line).Should().Be((line.Zone, line.Category), "{0}", line);
        }
    }

    [Test]
    public async Task Kampar_2022_is_82_07_green_B()
    {
        var result = (await Get(Kampar)).Ok();

        (result.Number("score"), result.Text("zone/code"), result.Text("category/code")).Should().Be((82.07m, "green", "B"));
        (result.Text("institution/name"), result.Text("institution/kind"), result.Text("institution/province"))
            .Should().Be(("Kabupaten Kampar", "regency", "14"));
        (result.Text("instrument"), result.Text("status"), result.Text("clearance/status")).Should().Be(("2022", "assessed", "unknown"));
        result.At("zone").ToString().Should().Match("*\"order\":*").And.Match("*\"colour\":*#*");
        result.Absent("reason").Should().BeTrue();
        result.Absent("supersedes").Should().BeTrue();
        result.Text("knownFrom").Should().EndWith("Z");
    }

    [Test]
    public async Task Puskesmas_Watdek_has_a_unit_result_with_its_dimensions()
    {
        var unit = (await Get(MalukuTenggara)).Ok().Items("units").Single(each => each.Text("name") == "Puskesmas Watdek");
        var history = (await Get($"{Api}/units/{unit.Text("id")}/results")).Ok();

        (unit.Number("score"), unit.Text("zone/code"), unit.Text("category/code")).Should().Be((49.85m, "red", "D"));
        unit.At("dimensions").EnumerateObject().Select(each => (each.Name, each.Value.GetDecimal())).Should().BeEquivalentTo(
            [("input", 8.72m), ("process", 10.76m), ("output", 20.76m), ("complaints", 9.61m)]);
        history.Items().Should().ContainSingle().Which.Number("score").Should().Be(49.85m);
    }

    [Test]
    public async Task Maluku_Tenggara_2023_is_the_mean_of_its_seven_units()
    {
        var result = (await Get(MalukuTenggara)).Ok();

        (result.Number("score"), result.Text("basis")).Should().Be((60.80m, "published"));
        result.Absent("recomputed").Should().BeTrue();
        result.Items("units").Should().HaveCount(7);
    }

    [Test]
    public async Task The_opinion_of_2025_has_a_qualifier_and_no_zone()
    {
        var lampung = (await Get($"{Api}/institutions/18/results/2025")).Ok();
        var batam = (await Get($"{Api}/institutions/21.71/results/2025")).Ok();

        lampung.Absent("zone").Should().BeTrue();
        (lampung.Text("category/label"), lampung.Text("qualifier/label"), lampung.Text("clearance/status"))
            .Should().Be(("Kualitas Tertinggi", "Tanpa Maladministrasi", "clear"));
        batam.Absent("score").Should().BeTrue();
        batam.Absent("rank").Should().BeTrue();
        batam.Text("category/label").Should().Be("Kualitas Sedang");
    }

    [Test]
    public async Task Results_of_2021_have_zones_and_labels_but_no_letters()
    {
        var result = (await Get($"{Api}/institutions/14.03/results/2021")).Ok();

        (result.Number("score"), result.Text("zone/code"), result.Text("category/label")).Should().Be((82.37m, "green", "Kepatuhan Tinggi"));
        result.Text("category/code").Should().NotMatchRegex("^[A-E]$");
    }

    [Test]
    public async Task A_published_zone_without_a_score_stays_out_of_ranks()
    {
        var result = (await Get($"{Api}/institutions/14/results/2021")).Ok();

        (result.Text("status"), result.Text("zone/code")).Should().Be(("assessed", "green"));
        result.Absent("score").Should().BeTrue();
        result.Absent("rank").Should().BeTrue();
    }

    [Test]
    public async Task Results_of_an_institution_come_newest_year_first_with_their_units()
    {
        var results = (await Get($"{Api}/institutions/14.03/results")).Ok();

        results.Items().Select(each => each.Number("year")).Should().Equal(2024, 2023, 2022, 2021, 2018);
        results.Items().Should().OnlyContain(each => each.At("units").ValueKind == JsonValueKind.Array);
    }

    [Test]
    public async Task Ranks_are_national_and_within_the_province()
    {
        var result = (await Get($"{Api}/institutions/14.01/results/2023")).Ok();
        var national = (await Get($"{Api}/rankings?year=2023&kind=regency&limit=500")).Ok();

        (result.Number("rank/province/position"), result.Number("rank/province/of")).Should().Be((2, 10));
        national.Items().Single(each => each.Text("institution/code") == "14.01").Number("position").Should().Be(result.Number("rank/national/position"));
        result.Number("rank/national/of").Should().Be(national.Items().Count);
    }

    [Test]
    public async Task Ties_share_a_rank()
    {
        await using var host = await Fresh();
        (await host.Import("year,institution,score\n2019,14.01,90\n2019,14.08,80\n2019,14.03,80\n2019,14.05,70\n")).Ok();

        var ranking = (await host.Get($"{Api}/rankings?year=2019&kind=regency")).Ok();
        var siak = (await host.Get($"{Api}/institutions/14.08/results/2019")).Ok();

        ranking.Items().Select(each => $"{each.Number("position")} {each.Text("institution/code")}").Should().Equal("1 14.01", "2 14.03", "2 14.08", "4 14.05");
        (siak.Number("rank/national/position"), siak.Number("rank/province/position")).Should().Be((2, 2));
    }

    [Test]
    public async Task A_correction_supersedes_and_both_stay_readable_by_when_they_were_known()
    {
        await using var host = await Fresh();
        var before = (await host.Get(Kampar)).Ok();
        var known = before.At("knownFrom").GetDateTimeOffset();
        host.Clock.Set(known.AddDays(1));
        (await host.Import("year,institution,score\n2022,14.01,75.00\n", "?decision=12/2023&date=2023-02-01")).Ok().Number("corrected").Should().Be(1);

        var after = (await host.Get(Kampar)).Ok();

        (after.Number("score"), after.Text("zone/code"), after.Text("supersedes")).Should().Be((75.00m, "yellow", before.Text("id")));
        (after.Text("decision/number"), after.Text("decision/date")).Should().Be(("12/2023", "2023-02-01"));
        after.At("knownFrom").GetDateTimeOffset().Should().Be(known.AddDays(1));
        (await host.Get($"{Kampar}?knownAt={known.AddDays(1):o}".Replace("+", "%2B"))).Ok().Number("score").Should().Be(75.00m);
        var earlier = (await host.Get($"{Kampar}?knownAt={known.AddDays(1).AddTicks(-10).UtcDateTime:o}")).Ok();
        (earlier.Number("score"), earlier.Text("id")).Should().Be((82.07m, before.Text("id")));
        (await host.Get($"{Kampar}?knownAt={known.AddHours(-1).UtcDateTime:o}")).Problem(404, "notFound");
    }

    /// <summary>Zone and category as the line prints them, where it prints any.</summary>
    private static (string? Zone, string? Category) OutcomeOf(JsonElement result, PublishedLine line) =>
        (line.Zone.Length == 0 ? "" : result.Text("zone/code"), line.Category.Length == 0 ? "" : CategoryOf(result, line.Category));

    private static string? CategoryOf(JsonElement result, string printed) =>
        printed == result.Text("category/code") ? printed
        : result.Absent("qualifier") ? result.Text("category/label")
        : $"{result.Text("category/label")} {result.Text("qualifier/label")}";

    private static string Key(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
}
