namespace Compliance.Domain.Tests.Scoring;

public sealed class CombiningTests
{
    private const Technique Interview = Technique.Interview;
    private const Technique Document = Technique.Document;
    private const Technique Survey = Technique.Survey;

    // The second official's interview found 2 of 4, its documents 4; of the first only the interview counts.
    [TestCase(CombinationRule.Lowest, "0.375")]
    [TestCase(CombinationRule.Highest, "0.625")]
    [TestCase(CombinationRule.Mean, "0.5")]
    [TestCase(CombinationRule.Preferred, "0.375")]
    public void A_subject_is_worth_the_combination_of_what_its_techniques_found(CombinationRule rule, decimal achievement)
    {
        var indicator = Single(
            On(rule),
            By(Interview, Answers.Level("i", 1, "official:1")),
            By(Document, Answers.NotApplicable("i", "official:1")),
            By(Document, Answers.Level("i", 4, "official:2")),
            By(Interview, Answers.Level("i", 2, "official:2")));

        indicator.Achievement.Should().Be(achievement);
        indicator.Node.Points.Should().Be(100m * achievement);
        indicator.RawScores.Should().Equal(1m, (achievement * 8) - 1);
        (indicator.AnsweredCount, indicator.NotApplicableCount, indicator.MissingCount).Should().Be((3, 1, 0));
    }

    [Test]
    public void The_preferred_technique_is_the_first_of_the_indicator_that_has_an_answer()
    {
        var instrument = An.InstrumentOf(An.Indicator(
            "i", combination: new(CombinationRule.Preferred), techniques: [Survey, Document, Interview]));

        Single(instrument, By(Interview, Answers.Level("i", 1)), By(Document, Answers.Level("i", 3))).Achievement.Should().Be(0.75m);
        Single(instrument, By(Interview, Answers.Level("i", 1)), By(Document, Answers.NotApplicable("i"))).Achievement.Should().Be(0.25m);
    }

    [Test]
    public void An_answer_names_the_technique_where_several_are_combined()
    {
        var act = () => ScoreSheet.Of(
            On(CombinationRule.Mean),
            [
                Answers.Level("i", 1, "official:1"),
                By(Survey, Answers.Level("i", 1, "official:1")),
                By(Document, Answers.Level("i", 5, "official:1")),
                By(Interview, Answers.Level("i", 1, "official:1")),
                By(Interview, Answers.Level("i", 1, "official:1")),
                By(Survey, Answers.Level("i", 1, "official:3")),
            ]);

        act.Should().BreakAt(
            ScoringErrors.AnswersRefused,
            ("/0/technique", "techniqueNeeded"),
            ("/1/technique", "unknownTechnique"),
            ("/2/level", "levelOutOfRange"),
            ("/4", "duplicateAnswer"),
            ("/5/subject", "wrongSubject"));
    }

    [Test]
    public void Elsewhere_an_answer_may_name_a_technique_of_its_indicator_and_stays_the_only_one()
    {
        var open = An.InstrumentOf(An.Indicator("i", techniques: [Interview, Document]));

        Answers.Figures(open, By(Document, Answers.Level("i", 2))).Should().BeEquivalentTo(Answers.Figures(open, Answers.Level("i", 2)));
        Refused(open, By(Survey, Answers.Level("i", 2))).Should().Equal("/0/technique unknownTechnique");
        Refused(open, By(Interview, Answers.Level("i", 2)), By(Document, Answers.Level("i", 2))).Should().Equal("/1 duplicateAnswer");
        Refused(On(CombinationRule.Mean)).Should().BeEmpty();
    }

    [Test]
    public void An_answer_is_placed_by_its_technique_unless_nobody_knows_where()
    {
        var (instrument, planned) = (On(CombinationRule.Mean), PlannedSubjects.Of(On(CombinationRule.Mean)));

        AnswerRules.Locate(instrument, planned, By(Document, Answers.Level("i", 1, "official:2"))).Should().Be((null, 0, 3));
        AnswerRules.Locate(instrument, planned, Answers.Level("i", 1, "official:2")).Slot.Should().Be(-1);
        AnswerRules.Locate(instrument, new(0, 0, 1), By(Document, Answers.Level("i", 1, "official:2"))).Should()
            .Match<(Fault? Fault, int Position, int Slot)>(each => each.Fault!.Error.Code == "subjectNotPlanned" && each.Slot == 3);
    }

    [Test]
    public void Every_technique_is_an_observation_to_make()
    {
        var instrument = On(CombinationRule.Mean);

        Answers.Figures(instrument).Completeness.Should().Be(new Completeness(0, 4));
        Answers.Figures(instrument, By(Interview, Answers.Level("i", 1, "official:1")), By(Document, Answers.NotApplicable("i", "official:2")))
            .Completeness.Should().Be(new Completeness(2, 4));
    }

    [Test]
    public void A_subject_does_not_apply_where_none_of_its_techniques_does()
    {
        var instrument = On(CombinationRule.Mean);
        Answer[] first = [By(Interview, Answers.NotApplicable("i", "official:1")), By(Document, Answers.NotApplicable("i", "official:1"))];
        Answer[] second = [By(Interview, Answers.NotApplicable("i", "official:2")), By(Document, Answers.NotApplicable("i", "official:2"))];

        Single(instrument, [.. first, By(Document, Answers.Level("i", 3, "official:2"))]).Achievement.Should().Be(0.75m);
        Single(instrument, [.. first, .. second]).NotApplicable.Should().BeTrue();
        Single(instrument, first).NotApplicable.Should().BeFalse();
    }

    // Missing: the documents of a subject whose interview found 2 of 4. Each rule keeps what is known as far as it can.
    [TestCase(CombinationRule.Lowest, 0, 50)]
    [TestCase(CombinationRule.Highest, 50, 100)]
    [TestCase(CombinationRule.Mean, 25, 75)]
    [TestCase(CombinationRule.Preferred, 50, 50)]
    public void A_missing_technique_is_taken_at_its_worst_and_best_inside_the_combination(CombinationRule rule, decimal lowest, decimal highest)
    {
        foreach (var optional in new[] { true, false })
        {
            var range = RangeOf(rule, optional, An.FourLevels, By(Interview, Answers.Level("i", 2)));

            (range.Lowest.Value, range.Highest.Value).Should().Be((lowest, highest));
        }
    }

    [Test]
    public void A_preferred_technique_that_is_missing_leaves_everything_open()
    {
        var range = RangeOf(CombinationRule.Preferred, optional: true, An.FourLevels, By(Document, Answers.Level("i", 2)));

        (range.Lowest.Value, range.Highest.Value).Should().Be((0m, 100m));
    }

    // Steps of 0.5 and 0.8: once a technique has an answer the subject applies, so its combination stays between the steps.
    [TestCase(CombinationRule.Lowest, 50, 80)]
    [TestCase(CombinationRule.Highest, 80, 80)]
    [TestCase(CombinationRule.Mean, 65, 80)]
    [TestCase(CombinationRule.Preferred, 50, 80)]
    public void Only_a_subject_without_any_answer_may_leave_its_weight_to_others(CombinationRule rule, decimal lowest, decimal highest)
    {
        var steps = new SteppedNumber(0m, 100m, [new(0m, 0.5m), new(50m, 0.8m)]);

        var some = RangeOf(rule, optional: true, steps, By(Document, Answers.Number("i", 60m)));
        var none = RangeOf(rule, optional: true, steps, By(Document, Answers.NotApplicable("i")));
        var never = RangeOf(rule, optional: false, steps);

        (some.Lowest.Value, some.Highest.Value).Should().Be((lowest, highest));
        (none.Lowest.Value, none.Highest.Value).Should().Be((0m, 100m));
        (never.Lowest.Value, never.Highest.Value).Should().Be((50m, 80m));
    }

    // (69.9855 + 70 + 69.9995) / 3 = 69.995, which no sum of rounded thirds gives.
    [Test]
    public void A_tie_of_three_techniques_is_rounded_up()
    {
        var instrument = An.InstrumentOf(An.Indicator(
            "i", kind: new LinearNumber(0m, 100m), combination: new(CombinationRule.Mean), techniques: [Interview, Document, Survey]));

        Answers.Figures(
            instrument,
            By(Interview, Answers.Number("i", 69.9855m)),
            By(Document, Answers.Number("i", 70m)),
            By(Survey, Answers.Number("i", 69.9995m))).Outcome!.Value.Score.Value.Should().Be(70.00m);
        Answers.Figures(
            instrument,
            By(Interview, Answers.Number("i", 69.9854m)),
            By(Document, Answers.Number("i", 70m)),
            By(Survey, Answers.Number("i", 69.9995m))).Outcome!.Value.Score.Value.Should().Be(69.99m);
    }

    [TestCase(CombinationRule.Mean, 70)]
    [TestCase(CombinationRule.Lowest, 70)]
    public void An_improvement_brings_every_technique_that_is_answered_to_its_best(CombinationRule rule, decimal after)
    {
        var steps = new SteppedNumber(0m, 100m, [new(0m, 0.2m), new(50m, 0.7m)]);
        var instrument = An.InstrumentOf(An.Indicator("i", kind: steps, combination: new(rule), techniques: [Interview, Document]));

        var plan = Improvements.Find(
            ScoreSheet.Of(instrument, [By(Interview, Answers.Number("i", 60m)), By(Document, Answers.Number("i", 10m))]), "yellow");

        plan.Steps.Should().ContainSingle().Which.Should().Match<Improvement>(step => step.BestAchievement == 0.7m && step.ScoreAfter.Value == after);
        plan.Reachable.Should().BeTrue();
    }

    // The example of the domain page: 20 x 17/24 + 10 + 30 + 12, and one official whose techniques lie half the scale apart.
    [Test]
    public void The_example_that_is_worked_by_hand_comes_out_the_same()
    {
        var instrument = An.Instrument(
            An.Dimension(
                "a",
                40m,
                An.Variable(
                    "v",
                    40m,
                    An.Indicator("a1", subject: SubjectKind.Official, expected: 3, combination: new(CombinationRule.Mean, 0.5m), techniques: [Interview, Document]),
                    An.Indicator("a2"))),
            An.Dimension(
                "b",
                60m,
                An.Variable("w", 45m, An.Indicator("b1", kind: An.Options(3))),
                An.Variable("i", 15m, An.Indicator("b2", kind: new LinearNumber(25m, 100m)))));

        var card = Answers.Card(
            instrument,
            By(Interview, Answers.Level("a1", 4, "official:1")),
            By(Interview, Answers.Level("a1", 3, "official:2")),
            By(Interview, Answers.Level("a1", 3, "official:3")),
            By(Document, Answers.Level("a1", 2, "official:1")),
            By(Document, Answers.Level("a1", 2, "official:2")),
            By(Document, Answers.NotApplicable("a1", "official:3")),
            Answers.Level("a2", 2),
            Answers.Checked("b1", "o1", "o2"),
            Answers.Number("b2", 85m));

        card.Figures.Outcome!.Value.Score.Value.Should().Be(66.17m);
        card.Figures.Completeness.Should().Be(new Completeness(9, 9));
        card.Dimensions[0].Variables[0].Indicators[0].Divergences.Select(divergence => divergence.Subject.ToString()).Should().Equal("official:1");
    }

    private static Instrument On(CombinationRule rule) => An.InstrumentOf(An.Indicator(
        "i", subject: SubjectKind.Official, expected: 2, combination: new(rule), techniques: [Interview, Document]));

    private static Answer By(Technique technique, Answer answer) => answer with { Technique = technique };

    private static ScoreRange RangeOf(CombinationRule rule, bool optional, AnswerKind kind, params Answer[] answers) => Answers.Figures(
        An.InstrumentOf(An.Indicator("i", kind: kind, optional: optional, combination: new(rule), techniques: [Interview, Document])), answers).Range!;

    private static IndicatorScore Single(Instrument instrument, params Answer[] answers) =>
        Answers.Card(instrument, answers).Dimensions.Single().Variables.Single().Indicators.Single();

    private static IEnumerable<string> Refused(Instrument instrument, params Answer[] answers)
    {
        try
        {
            ScoreSheet.Of(instrument, answers);

            return [];
        }
        catch (DomainException refusal)
        {
            return refusal.Faults.Select(fault => $"{fault.Pointer} {fault.Error.Code}");
        }
    }
}
