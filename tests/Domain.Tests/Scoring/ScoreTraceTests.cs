namespace Compliance.Domain.Tests.Scoring;

public sealed class ScoreTraceTests
{
    private static readonly Instrument Small = An.Instrument(
        An.Dimension(
            "a", 60m, An.Variable("x", 45m, An.Indicator("p", subject: SubjectKind.Official, expected: 2), An.Indicator("q", 2m)), An.Variable("y", 15m, An.Indicator("r"))),
        An.Dimension("b", 40m, An.Variable("z", 40m, An.Indicator("s"))));

    [Test]
    public void Every_number_is_written_down_from_the_observations_to_the_band()
    {
        var card = Answers.Card(
            Small,
            Answers.Level("p", 1, "official:1"),
            Answers.Level("p", 2, "official:2"),
            Answers.Level("q", 2),
            Answers.Level("r", 3),
            Answers.Level("s", 4));

        ScoreTrace.Of(card).Should().Equal(
            new("p", "(1 + 2) / (2 x 4) = 0.375; 15 x 0.375 = 5.625"),
            new("q", "(2) / (1 x 4) = 0.5; 30 x 0.5 = 15"),
            new("a.x", "5.625 + 15 = 20.625"),
            new("r", "(3) / (1 x 4) = 0.75; 15 x 0.75 = 11.25"),
            new("a.y", "11.25 = 11.25"),
            new("a", "20.625 + 11.25 = 31.875"),
            new("s", "(4) / (1 x 4) = 1; 40 x 1 = 40"),
            new("b.z", "40 = 40"),
            new("b", "40 = 40"),
            new(ScoreTrace.TotalNode, "31.875 + 40 = 71.875 -> 71.88 -> C"));
    }

    [Test]
    public void What_does_not_count_has_no_working_and_its_weight_shows_at_the_siblings()
    {
        var card = Answers.Card(Small, Answers.NotApplicable("q"), Answers.Level("p", 1, "official:1"), Answers.Level("s", 2));

        ScoreTrace.Of(card).Should().Equal(
            new("p", "(1) / (1 x 4) = 0.25; 60 x 0.25 = 15"),
            new("a.x", "15 = 15"),
            new("a.y", "-"),
            new("a", "15 = 15"),
            new("s", "(2) / (1 x 4) = 0.5; 40 x 0.5 = 20"),
            new("b.z", "20 = 20"),
            new("b", "20 = 20"),
            new(ScoreTrace.TotalNode, "15 + 20 = 35 -> 35.00 -> D"));
    }

    [Test]
    public void Halves_of_the_last_digit_shown_go_away_from_zero()
    {
        var instrument = An.Instrument(
            An.Dimension("a", 12.345m, An.Variable("x", 12.345m, An.Indicator("p", kind: new LinearNumber(0m, 1m)))),
            An.Dimension("b", 87.655m, An.Variable("y", 87.655m, An.Indicator("q"))));

        ScoreTrace.Of(Answers.Card(instrument, Answers.Number("p", 0.0001m), Answers.Level("q", 4))).First().Working
            .Should().EndWith("12.345 x 0.0001 = 0.001235");
    }

    [Test]
    public void Thirds_are_shortened_for_the_eye_only()
    {
        var instrument = An.InstrumentOf(An.Indicator("a"), An.Indicator("b"), An.Indicator("c"));

        ScoreTrace.Of(Answers.Card(instrument, Answers.Level("a", 4), Answers.Level("b", 4), Answers.Level("c", 4)))
            .Select(line => line.Working).Should().Equal(
                "(4) / (1 x 4) = 1; 33.333333 x 1 = 33.333333",
                "(4) / (1 x 4) = 1; 33.333333 x 1 = 33.333333",
                "(4) / (1 x 4) = 1; 33.333333 x 1 = 33.333333",
                "33.333333 + 33.333333 + 33.333333 = 100",
                "100 = 100",
                "100 = 100 -> 100.00 -> A");
    }

    [Test]
    public void A_combination_of_techniques_is_written_down_subject_by_subject()
    {
        var instrument = An.InstrumentOf(An.Indicator(
            "i",
            subject: SubjectKind.Official,
            expected: 2,
            combination: new(CombinationRule.Mean),
            techniques: [Technique.SecondaryData, Technique.Document]));

        var card = Answers.Card(
            instrument,
            Answers.Level("i", 3, "official:1") with { Technique = Technique.Document },
            Answers.Level("i", 2, "official:1") with { Technique = Technique.SecondaryData },
            Answers.Level("i", 1, "official:2") with { Technique = Technique.SecondaryData });

        ScoreTrace.Of(card).First().Should().Be(new TraceLine(
            "i",
            "official:1: mean(secondaryData 2, document 3) = 2.5; official:2: mean(secondaryData 1) = 1; "
            + "(2.5 + 1) / (2 x 4) = 0.4375; 100 x 0.4375 = 43.75"));
    }

    [Test]
    public void Nothing_answered_has_no_total() =>
        ScoreTrace.Of(Answers.Card(Small)).Should().OnlyContain(line => line.Working == "-").And.HaveCount(5);

    [Test]
    public void Published_points_are_traced_from_the_dimensions_on()
    {
        var card = ScoreCalculator.FromPoints(Small, new Dictionary<string, decimal> { ["a"] = 31.2m, ["b"] = 20m });

        ScoreTrace.Of(card).Should().Equal(new TraceLine(ScoreTrace.TotalNode, "31.2 + 20 = 51.2 -> 51.20 -> D"));
    }
}
