namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ScoresTests(string provider) : ApiTests(provider)
{
    private const string Scores = $"{Api}/scores";

    [Test]
    public async Task Dimension_points_of_Puskesmas_Watdek_2023_are_49_85_red()
    {
        var card = (await Post(Scores, new
        {
            instrument = "2023",
            dimensions = new { input = 8.72m, process = 10.76m, output = 20.76m, complaints = 9.61m },
        })).Ok();

        card.Number("score").Should().Be(49.85m);
        card.Text("zone/code").Should().Be("red");
        card.Text("category/code").Should().Be("D");
        card.Items("dimensions").Select(each => (each.Text("code"), each.Number("points"))).Should().Equal(
            ("input", 8.72m), ("process", 10.76m), ("output", 20.76m), ("complaints", 9.61m));
    }

    [Test]
    public async Task Seven_units_of_Maluku_Tenggara_2023_are_60_80_yellow()
    {
        var card = (await Post($"{Scores}/institution", new
        {
            instrument = "2023",
            units = new[] { 49.85m, 52.86m, 55.09m, 59.85m, 62.06m, 71.08m, 74.82m },
        })).Ok();

        (card.Number("score"), card.Text("zone/code"), card.Text("category/code")).Should().Be((60.80m, "yellow", "C"));
    }

    [TestCase("2021", 51.15, 51.15, "yellow", "medium")]
    [TestCase("2022", 51.15, 51.15, "red", "D")]
    [TestCase("2023", 87.995, 88.00, "green", "A")]
    [TestCase("2023", 87.994, 87.99, "green", "B")]
    [TestCase("2023", 77.995, 78.00, "green", "B")]
    [TestCase("2023", 77.994, 77.99, "yellow", "C")]
    [TestCase("2023", 54, 54, "yellow", "C")]
    [TestCase("2023", 53.99, 53.99, "red", "D")]
    [TestCase("2023", 32, 32, "red", "D")]
    [TestCase("2023", 31.99, 31.99, "red", "E")]
    public async Task A_mean_is_rounded_first_and_then_falls_into_the_bands_of_its_year(
        string instrument, decimal unit, decimal score, string zone, string category)
    {
        var card = (await Post($"{Scores}/institution", new { instrument, units = new[] { unit } })).Ok();

        (card.Number("score"), card.Text("zone/code"), card.Text("category/code")).Should().Be((score, zone, category));
    }

    [Test]
    public async Task The_opinion_of_2025_has_no_zone()
    {
        var card = (await Post($"{Scores}/institution", new { instrument = "2025", units = new[] { 84.43m } })).Ok();

        card.Absent("zone").Should().BeTrue();
        card.Text("category/code").Should().Be("high");
    }

    [Test]
    public async Task A_full_sheet_at_its_best_is_100_A()
    {
        var card = (await Post(Scores, Sheets.Body("2023", Sheets.Best(await Instrument())))).Ok();

        (card.Number("score"), card.Text("category/code"), card.Text("zone/code")).Should().Be((100m, "A", "green"));
        card.Flag("complete").Should().BeTrue();
        (card.Number("completeness/answered"), card.Number("completeness/required")).Should().Be((218, 218));
    }

    [Test]
    public async Task A_full_sheet_at_its_worst_is_0_E()
    {
        var card = (await Post(Scores, Sheets.Body("2023", Sheets.Worst(await Instrument())))).Ok();

        (card.Number("score"), card.Text("category/code"), card.Text("zone/code")).Should().Be((0m, "E", "red"));
    }

    [Test]
    public async Task What_is_unanswered_makes_a_range_from_its_worst_to_its_best()
    {
        var best = Sheets.Best(await Instrument());
        var worst = Sheets.Worst(await Instrument());
        var card = (await Post(Scores, Sheets.Body("2023", best.Take(190)))).Ok();
        var lowest = (await Post(Scores, Sheets.Body("2023", [.. best.Take(190), .. worst.Skip(190)]))).Ok();

        card.Flag("complete").Should().BeFalse();
        (card.Number("completeness/answered"), card.Number("completeness/required")).Should().Be((190, 218));
        card.Number("range/highest").Should().Be(100m);
        card.Number("range/lowest").Should().Be(lowest.Number("score"));
        card.Items("range/zones").Select(zone => zone.GetString()).Should().Equal("yellow", "green");
    }

    [Test]
    public async Task Nothing_answered_has_no_score_and_everything_within_reach()
    {
        var card = (await Post(Scores, Sheets.Body("2023", []))).Ok();

        card.Absent("score").Should().BeTrue();
        card.Absent("zone").Should().BeTrue();
        (card.Number("range/lowest"), card.Number("range/highest")).Should().Be((0m, 100m));
        card.Items("range/zones").Select(zone => zone.GetString()).Should().Equal("red", "yellow", "green");
    }

    [Test]
    public async Task What_does_not_apply_counts_as_answered_and_hands_its_weight_on()
    {
        var answers = Sheets.Best(await Instrument()).Select(answer => (string?)answer["indicator"] == "input.facilities.toilet"
            ? Sheets.NotApplicable("input.facilities.toilet", "unit")
            : answer);
        var card = (await Post(Scores, Sheets.Body("2023", answers))).Ok();
        var toilet = IndicatorsOf(card).Single(indicator => indicator.Text("code") == "input.facilities.toilet");

        card.Number("score").Should().Be(100m);
        card.Flag("complete").Should().BeTrue();
        toilet.Flag("notApplicable").Should().BeTrue();
        toilet.Absent("points").Should().BeTrue();
    }

    [Test]
    public async Task Points_of_the_parts_add_up_to_the_points_of_the_whole()
    {
        var card = (await Post(Scores, Sheets.Body("2023", Sheets.Best(await Instrument())))).Ok();

        card.Items("dimensions").Select(each => (each.Text("code"), each.Number("weight"))).Should().Equal(
            ("input", 21.85m), ("process", 32.37m), ("output", 24.24m), ("complaints", 21.54m));
        card.Items("dimensions").Sum(each => each.Number("points")).Should().Be(100m);
        IndicatorsOf(card).Should().HaveCount(38).And.OnlyContain(indicator => indicator.Number("achievement") == 1m);
        IndicatorsOf(card).Sum(indicator => indicator.Number("observations")).Should().Be(218);
    }

    [Test]
    public async Task The_card_says_how_it_rounded_and_by_which_instrument()
    {
        var card = (await Post(Scores, Sheets.Body("2023", []))).Ok();
        var instrument = await Instrument();

        (card.Number("rounding/places"), card.Text("rounding/mode"), card.Text("rounding/stage")).Should().Be((2, "halfAwayFromZero", "total"));
        card.Text("instrument/code").Should().Be("2023");
        card.Number("instrument/version").Should().Be(1);
        card.Text("instrument/sha256").Should().Be(instrument.Text("sha256")).And.HaveLength(64);
    }

    [Test]
    public async Task A_trace_is_given_when_asked_for()
    {
        var units = new { instrument = "2023", units = new[] { 49.85m, 52.86m } };

        (await Post($"{Scores}/institution", units)).Ok().Absent("trace").Should().BeTrue();
        (await Post($"{Scores}/institution?trace=true", units)).Ok().Items("trace").Should().ContainSingle()
            .Which.ToString().Should().Contain("49.85").And.Contain("52.86").And.Contain("51.36");
        (await Post($"{Scores}?trace=true", Sheets.Body("2023", Sheets.Best(await Instrument())))).Ok().Items("trace").Count.Should().BeGreaterThan(38);
    }

    private static List<JsonElement> IndicatorsOf(JsonElement card) =>
        [.. card.Items("dimensions").SelectMany(dimension => dimension.Items("variables")).SelectMany(variable => variable.Items("indicators"))];

    private async Task<JsonElement> Instrument() => (await Get($"{Api}/instruments/2023")).Ok();
}
