namespace Compliance.Domain.Tests.Scoring;

public sealed class ScoreCalculatorTests
{
    /// <summary>Small enough for a pencil: p and q share 45 points one to two, r has 15, s has 40.</summary>
    private static readonly Instrument Pencil = An.Instrument(
        An.Dimension("a", 60m, An.Variable("x", 45m, An.Indicator("p"), An.Indicator("q", 2m)), An.Variable("y", 15m, An.Indicator("r"))),
        An.Dimension("b", 40m, An.Variable("z", 40m, An.Indicator("s"))));

    [Test]
    public void The_instrument_of_2023_has_38_indicators_and_218_slots()
    {
        var instrument = An.InstrumentLike2023();

        instrument.Indicators.Should().HaveCount(38);
        instrument.Slots.Should().Be(218);
    }

    [Test]
    public void A_full_sheet_at_its_best_is_100_A() => Printed(Answers.Best).Should().Be("100.00 A");

    [Test]
    public void A_full_sheet_at_its_worst_is_0_E() => Printed(Answers.Worst).Should().Be("0.00 E");

    // 50 points, less one ninth of 13.11 x 0.1: the checklist has 2 of 5 where half would be 2.5.
    [Test]
    public void A_full_sheet_half_way_up_is_49_85_D() => Printed(HalfWay).Should().Be("49.85 D");

    [Test]
    public void A_full_sheet_has_a_range_of_one_value()
    {
        var figures = Answers.Figures(An.InstrumentLike2023(), Answers.Everywhere(An.InstrumentLike2023(), HalfWay));

        figures.Range.Should().BeEquivalentTo(new { Lowest = figures.Outcome!.Value.Score, Highest = figures.Outcome.Value.Score });
        figures.Range!.Reach.Should().Equal(figures.Outcome.Value.Band);
        figures.Completeness.Should().Be(new Completeness(218, 218));
        figures.Completeness.IsComplete.Should().BeTrue();
    }

    // 45/3 x 1/4 + 45 x 2/3 x 2/4 + 15 x 3/4 + 40 x 4/4 = 3.75 + 15 + 11.25 + 40
    [Test]
    public void Points_are_weight_times_achievement_and_add_up()
    {
        var card = Answers.Card(Pencil, P(1), Q(2), R(3), S(4));

        PointsOf(card).Should().Equal(3.75m, 15m, 11.25m, 40m);
        card.Dimensions.Select(dimension => dimension.Node.Points).Should().Equal(30m, 40m);
        card.Figures.Unrounded.Should().Be(70m);
    }

    // p alone carries x: 45 x 1/4 + 15 x 4/4 + 40 x 2/4 = 11.25 + 15 + 20
    [Test]
    public void Weight_of_what_does_not_apply_goes_to_sibling_indicators_first()
    {
        var card = Answers.Card(Pencil, P(1), Answers.NotApplicable("q"), R(4), S(2));

        EffectiveWeightsOf(card).Should().Equal(45m, 0m, 15m, 40m);
        card.Figures.Unrounded.Should().Be(46.25m);
    }

    // y alone carries a: 60 x 3/4 + 40 x 2/4 = 45 + 20
    [Test]
    public void Weight_of_a_variable_without_indicators_goes_to_sibling_variables()
    {
        var card = Answers.Card(Pencil, Answers.NotApplicable("p"), Answers.NotApplicable("q"), R(3), S(2));

        EffectiveWeightsOf(card).Should().Equal(0m, 0m, 60m, 40m);
        card.Figures.Unrounded.Should().Be(65m);
    }

    [Test]
    public void Weight_of_a_dimension_without_variables_goes_to_the_other_dimensions()
    {
        var card = Answers.Card(Pencil, Answers.NotApplicable("p"), Answers.NotApplicable("q"), Answers.NotApplicable("r"), S(2));

        EffectiveWeightsOf(card).Should().Equal(0m, 0m, 0m, 100m);
        card.Figures.Unrounded.Should().Be(50m);
        card.Dimensions[0].Node.Should().Be(new NodeScore(60m, 0m, null));
        card.Dimensions[0].Node.Achievement.Should().BeNull();
        card.Dimensions[1].Node.Achievement.Should().Be(0.5m);
    }

    [Test]
    public void Declared_weights_stay_as_the_instrument_has_them()
    {
        var card = Answers.Card(Pencil, P(4), Answers.NotApplicable("q"), R(4), S(4));

        IndicatorsOf(card).Select(indicator => indicator.Node.Weight).Should().Equal(15m, 30m, 15m, 40m);
        card.Dimensions.SelectMany(dimension => dimension.Variables).Select(variable => variable.Node.Weight).Should().Equal(45m, 15m, 40m);
        card.Dimensions.Select(dimension => dimension.Node.Weight).Should().Equal(60m, 40m);
    }

    [Test]
    public void Nothing_applicable_gives_no_score_and_no_range()
    {
        var nothing = Answers.Everywhere(Pencil, (indicator, subject) => Answers.NotApplicable(indicator.Code, subject));

        var card = Answers.Card(Pencil, nothing);

        card.Figures.Should().BeEquivalentTo(new UnitScore(null, null, null, new(4, 4)));
        card.Dimensions.Should().OnlyContain(dimension => dimension.Node.Points == null);
        IndicatorsOf(card).Should().OnlyContain(indicator => indicator.NotApplicable);
    }

    [Test]
    public void Nothing_answered_gives_no_score_but_the_whole_range()
    {
        var figures = Answers.Figures(Pencil);

        (figures.Unrounded, figures.Outcome, figures.Completeness).Should().Be((null, null, new(0, 4)));
        figures.Completeness.IsComplete.Should().BeFalse();
        (figures.Range!.Lowest, figures.Range.Highest).Should().Be((Score.Of(0m), Score.Of(100m)));
    }

    [Test]
    public void Missing_not_applicable_and_worst_are_three_states()
    {
        var missing = Answers.Figures(Pencil, P(4), Q(4), S(4));
        var notApplicable = Answers.Figures(Pencil, P(4), Q(4), Answers.NotApplicable("r"), S(4));
        var worst = Answers.Figures(Pencil, P(4), Q(4), R(0), S(4));

        (missing.Unrounded, missing.Range!.Lowest.Value, missing.Completeness.Answered).Should().Be((100m, 85m, 3));
        (notApplicable.Unrounded, notApplicable.Range!.Lowest.Value, notApplicable.Completeness.Answered).Should().Be((100m, 100m, 4));
        (worst.Unrounded, worst.Range!.Lowest.Value, worst.Completeness.Answered).Should().Be((85m, 85m, 4));
    }

    [Test]
    public void An_indicator_achieves_the_mean_of_the_subjects_it_applies_to()
    {
        var instrument = An.InstrumentOf(An.Indicator("i", subject: SubjectKind.Respondent, expected: 4));

        var card = Answers.Card(
            instrument, Answers.Level("i", 4, "respondent:3"), Answers.NotApplicable("i", "respondent:2"), Answers.Level("i", 1, "respondent:1"));

        var indicator = IndicatorsOf(card).Single();
        indicator.Achievement.Should().Be(0.625m);
        indicator.RawScores.Should().Equal(1m, 4m);
        (indicator.AnsweredCount, indicator.NotApplicableCount, indicator.MissingCount, indicator.NotApplicable).Should().Be((2, 1, 1, false));
    }

    [Test]
    public void What_carries_no_weight_still_shows_what_it_achieved()
    {
        var instrument = An.InstrumentOf(An.Indicator("asked", 0m), An.Indicator("weighed"));

        var asked = IndicatorsOf(Answers.Card(instrument, Answers.Level("asked", 3), Answers.Level("weighed", 4)))[0];

        (asked.Achievement, asked.Node.Weight, asked.Node.EffectiveWeight, asked.Node.Points).Should().Be((0.75m, 0m, 0m, 0m));
        asked.Node.Achievement.Should().BeNull();
    }

    [Test]
    public void A_variable_without_weight_may_have_no_shares_at_all()
    {
        var instrument = An.Instrument(
            An.Dimension("d", 100m, An.Variable("v", 0m, An.Indicator("asked", 0m)), An.Variable("w", 100m, An.Indicator("weighed"))));

        Answers.Figures(instrument, Answers.Level("asked", 0), Answers.Level("weighed", 3)).Unrounded.Should().Be(75m);
        Answers.Figures(instrument, Answers.Level("asked", 4)).Outcome.Should().BeNull();
        IndicatorsOf(Answers.Card(instrument, Answers.Level("asked", 4)))[0].Node.Weight.Should().Be(0m);
    }

    // Three thirds of 23.333... are 70 and a bit less in decimal; 69.995 keeps its half all the same.
    [Test]
    public void A_tie_in_thirds_is_rounded_up()
    {
        var number = new LinearNumber(0m, 100m);
        var instrument = An.InstrumentOf(An.Indicator("a", kind: number), An.Indicator("b", kind: number), An.Indicator("c", kind: number));

        Answers.Figures(instrument, Answers.Number("a", 70m), Answers.Number("b", 69.9855m), Answers.Number("c", 69.9995m))
            .Outcome!.Value.Score.Value.Should().Be(70.00m);
    }

    private static string Printed(Func<Indicator, string, Answer> answer)
    {
        var instrument = An.InstrumentLike2023();
        var outcome = Answers.Figures(instrument, Answers.Everywhere(instrument, answer)).Outcome!.Value;

        return $"{outcome.Score} {outcome.Band.Category}";
    }

    private static Answer HalfWay(Indicator indicator, string subject) => indicator.Kind switch
    {
        Checklist => Answers.Checked(indicator.Code, "o1", "o2"),
        LinearNumber => Answers.Number(indicator.Code, 62.5m),
        _ => Answers.Level(indicator.Code, 2, subject),
    };

    private static Answer P(int level) => Answers.Level("p", level);

    private static Answer Q(int level) => Answers.Level("q", level);

    private static Answer R(int level) => Answers.Level("r", level);

    private static Answer S(int level) => Answers.Level("s", level);

    private static List<IndicatorScore> IndicatorsOf(ScoreCard card) =>
        [.. card.Dimensions.SelectMany(dimension => dimension.Variables).SelectMany(variable => variable.Indicators)];

    private static IEnumerable<decimal?> PointsOf(ScoreCard card) => IndicatorsOf(card).Select(indicator => indicator.Node.Points);

    private static IEnumerable<decimal> EffectiveWeightsOf(ScoreCard card) => IndicatorsOf(card).Select(indicator => indicator.Node.EffectiveWeight);
}
