namespace Compliance.Domain.Tests.Scoring;

/// <summary>Cards from dimension points alone: what was published, and what each band's edges are.</summary>
public sealed class PublishedPointsTests
{
    private static readonly Instrument Of2023 = An.InstrumentLike2023();

    [Test]
    public void Puskesmas_Watdek_2023_is_49_85_red()
    {
        var outcome = Known(Of2023, Points(8.72m, 10.76m, 20.76m, 9.61m));

        (outcome.Score.Value, outcome.Band.Zone!.Code).Should().Be((49.85m, "red"));
    }

    [Test]
    public void The_printed_parts_of_Dinas_Pendidikan_2023_give_52_85() =>
        Known(Of2023, Points(5.83m, 16.42m, 22.14m, 8.46m)).Score.Value.Should().Be(52.85m);

    // Published as 52.86 over parts that print as 5.83 + 16.42 + 22.14 + 8.46: only unrounded parts can do that.
    [Test]
    public void Parts_are_summed_before_the_one_rounding()
    {
        decimal[] parts = [5.833m, 16.423m, 22.142m, 8.462m];

        parts.Sum(part => Score.Of(part).Value).Should().Be(52.85m);
        Known(Of2023, Points(parts)).Score.Value.Should().Be(52.86m);
    }

    [TestCase("88", "88.00 A green")]
    [TestCase("87.995", "88.00 A green")]
    [TestCase("87.99", "87.99 B green")]
    [TestCase("78", "78.00 B green")]
    [TestCase("77.995", "78.00 B green")]
    [TestCase("77.994", "77.99 C yellow")]
    [TestCase("54", "54.00 C yellow")]
    [TestCase("53.99", "53.99 D red")]
    [TestCase("32", "32.00 D red")]
    [TestCase("31.99", "31.99 E red")]
    [TestCase("0", "0.00 E red")]
    [TestCase("100", "100.00 A green")]
    public void The_rounded_value_is_classified(decimal total, string printed) => Printed(An.Bands2022, total).Should().Be(printed);

    [TestCase("51.15", "51.15 medium yellow")]
    [TestCase("81", "81.00 high green")]
    [TestCase("80.99", "80.99 medium yellow")]
    [TestCase("50.99", "50.99 low red")]
    public void The_bands_of_2021_have_other_cuts(decimal total, string printed) => Printed(An.Bands2021, total).Should().Be(printed);

    [Test]
    public void What_was_yellow_in_2021_is_red_by_the_bands_of_2022() => Printed(An.Bands2022, 51.15m).Should().Be("51.15 D red");

    [Test]
    public void All_dimensions_known_leave_nothing_open()
    {
        var figures = ScoreCalculator.FromPoints(Of2023, Points(8.72m, 10.76m, 20.76m, 9.61m)).Figures;

        figures.Completeness.Should().Be(new Completeness(4, 4));
        (figures.Range!.Lowest.Value, figures.Range.Highest.Value).Should().Be((49.85m, 49.85m));
    }

    // 100 - 21.54 of complaints are known: 40.24 stands for 40.24 / 78.46 of the whole.
    [Test]
    public void A_missing_dimension_leaves_a_range_and_a_provisional_score()
    {
        var card = ScoreCalculator.FromPoints(Of2023, Points(8.72m, 10.76m, 20.76m));

        card.Figures.Outcome!.Value.Score.Value.Should().Be(51.29m);
        (card.Figures.Range!.Lowest.Value, card.Figures.Range.Highest.Value).Should().Be((40.24m, 61.78m));
        card.Figures.Range.Zones.Should().Equal("red", "yellow");
        card.Figures.Completeness.Should().Be(new Completeness(3, 4));
        card.Dimensions[3].Node.Should().Be(new NodeScore(21.54m, 0m, null));
        card.Dimensions[0].Node.EffectiveWeight.Should().BeApproximately(21.85m * 100m / 78.46m, 1e-20m);
        card.Dimensions[0].Node.Achievement.Should().BeApproximately(8.72m / 21.85m, 1e-20m);
        card.Figures.Unrounded.Should().Be(card.Dimensions.Sum(dimension => dimension.Node.Points));
    }

    [Test]
    public void No_dimension_known_gives_no_score_but_the_whole_range()
    {
        var figures = ScoreCalculator.FromPoints(Of2023, Points()).Figures;

        (figures.Unrounded, figures.Outcome).Should().Be((null, null));
        (figures.Range!.Lowest.Value, figures.Range.Highest.Value).Should().Be((0m, 100m));
        figures.Range.Reach.Select(band => band.Category).Should().Equal("E", "D", "C", "B", "A");
    }

    [Test]
    public void A_dimension_without_weight_gives_no_score_of_its_own()
    {
        var instrument = An.Instrument(
            An.Dimension("asked", 0m, An.Variable("v", 0m, An.Indicator("i"))), An.Dimension("weighed", 100m, An.Variable("w", 100m, An.Indicator("j"))));

        var card = ScoreCalculator.FromPoints(instrument, new Dictionary<string, decimal> { ["asked"] = 0m });

        card.Figures.Outcome.Should().BeNull();
        card.Dimensions[0].Node.Points.Should().BeNull();
        card.Figures.Completeness.Answered.Should().Be(1);
    }

    [Test]
    public void Every_wrong_dimension_is_named()
    {
        var points = new Dictionary<string, decimal> { ["input"] = 21.86m, ["weather"] = 1m, ["process"] = -0.01m, ["output"] = 24.24m };

        var act = () => ScoreCalculator.FromPoints(Of2023, points);

        act.Should().BreakAt(
            ScoringErrors.PointsRefused, ("/input", "pointsOutOfRange"), ("/weather", "unknownDimension"), ("/process", "pointsOutOfRange"));
    }

    [Test]
    public void An_instrument_for_results_only_scores_nothing()
    {
        var act = () => ScoreCalculator.FromPoints(An.Instrument(), new Dictionary<string, decimal>());

        act.Should().Break(InstrumentErrors.ResultsOnly);
    }

    private static string Printed(Band[] bands, decimal total)
    {
        var instrument = An.InstrumentLike2023(bands);
        var rest = total;
        var parts = instrument.Dimensions.ToDictionary(dimension => dimension.Code, dimension => TakeUpTo(dimension.Weight, ref rest));
        var outcome = Known(instrument, parts);

        return $"{outcome.Score} {outcome.Band.Category} {outcome.Band.Zone!.Code}";
    }

    private static decimal TakeUpTo(decimal weight, ref decimal rest)
    {
        var part = Math.Min(weight, rest);
        rest -= part;

        return part;
    }

    private static Outcome Known(Instrument instrument, Dictionary<string, decimal> points) =>
        ScoreCalculator.FromPoints(instrument, points).Figures.Outcome!.Value;

    private static Dictionary<string, decimal> Points(params decimal[] parts) =>
        Of2023.Dimensions.Zip(parts).ToDictionary(pair => pair.First.Code, pair => pair.Second);
}
