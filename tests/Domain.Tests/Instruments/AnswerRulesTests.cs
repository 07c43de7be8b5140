namespace Compliance.Domain.Tests.Instruments;

public sealed class AnswerRulesTests
{
    private static readonly SteppedNumber Stairs = new(0m, 10m, [new(0m, 0m), new(5m, 1m)]);

    private static readonly Instrument Every = An.InstrumentOf(
        An.Indicator("level", subject: SubjectKind.Official, expected: 2),
        An.Indicator("number", kind: new LinearNumber(25m, 100m)),
        An.Indicator("days", kind: new LinearNumber(30m, 10m)),
        An.Indicator("stairs", kind: Stairs),
        An.Indicator("list", kind: An.Options(3)),
        An.Indicator("always", optional: false),
        An.Indicator("seen", techniques: [Technique.Observation, Technique.Interview]));

    private static TestCaseData[] Faulty =>
    [
        Case("an unknown indicator", Answers.Level("weather", 1), "/indicator", "unknownIndicator"),
        Case("an indicator in other letters", Answers.Level("LEVEL", 1, "official:1"), "/indicator", "unknownIndicator"),
        Case("another kind of subject", Answers.Level("level", 1, "product:1"), "/subject", "wrongSubject"),
        Case("the unit where officials are expected", Answers.Level("level", 1), "/subject", "wrongSubject"),
        Case("a subject beyond the expected count", Answers.Level("level", 1, "official:3"), "/subject", "wrongSubject"),
        Case("no subject", new Answer("level", null!) { Level = 1 }, "/subject", "wrongSubject"),
        Case("a level above the highest", Answers.Level("level", 5, "official:1"), "/level", "levelOutOfRange"),
        Case("a level below the lowest", Answers.Level("level", -1, "official:1"), "/level", "levelOutOfRange"),
        Case("a number for a level", Answers.Number("level", 1m, "official:1"), "/level", "levelExpected"),
        Case("a level for a number", Answers.Level("number", 50), "/number", "numberExpected"),
        Case("a level for steps", Answers.Level("stairs", 5), "/number", "numberExpected"),
        Case("a level for a list", Answers.Level("list", 1), "/checked", "checklistExpected"),
        Case("no value", new Answer("number", "unit"), "/number", "numberExpected"),
        Case("a number below the range", Answers.Number("number", 24.9999m), "/number", "numberOutOfRange"),
        Case("a number above the range", Answers.Number("number", 100.0001m), "/number", "numberOutOfRange"),
        Case("a number below a falling range", Answers.Number("days", 9.9999m), "/number", "numberOutOfRange"),
        Case("a number beyond the steps", Answers.Number("stairs", 10.0001m), "/number", "numberOutOfRange"),
        Case("five decimals", Answers.Number("number", 50.00001m), "/number", "tooManyDecimals"),
        Case("an unknown option", Answers.Checked("list", "o1", "o4"), "/checked/1", "unknownOption"),
        Case("an option twice", Answers.Checked("list", "o1", "o2", "o1"), "/checked/2", "optionTwice"),
        Case("two values", Answers.Level("level", 1, "official:1") with { Number = 1m }, "", "moreThanOneValue"),
        Case("a value and a list", Answers.Checked("list", "o1") with { Level = 1 }, "", "moreThanOneValue"),
        Case("a value that does not apply", Answers.NotApplicable("number") with { Number = 50m }, "", "moreThanOneValue"),
        Case("not applicable where it always applies", Answers.NotApplicable("always"), "/notApplicable", "notApplicableNotAllowed"),
        Case("not applicable without a reason", Answers.NotApplicable("number") with { Reason = null }, "/reason", "reasonMissing"),
        Case("not applicable with a blank reason", Answers.NotApplicable("number") with { Reason = " " }, "/reason", "reasonMissing"),
        Case("a remark with a control character", Answers.Number("number", 50m) with { Reason = "a\0" }, "/reason", "controlCharacter"),
        Case("a remark that is too long", Answers.Number("number", 50m) with { Reason = new('a', 2001) }, "/reason", "tooLong"),
        Case("an unknown technique before a wrong value", Answers.Level("seen", 9) with { Technique = Technique.Document }, "/technique", "unknownTechnique"),
    ];

    [TestCaseSource(nameof(Faulty))]
    public void An_answer_that_does_not_fit_is_refused_at_its_place(Answer answer, string pointer, string code)
    {
        var act = () => ScoreSheet.Of(Every, [answer]);

        act.Should().BreakAt(ScoringErrors.AnswersRefused, ("/0" + pointer, code));
    }

    [Test]
    public void An_answer_is_placed_by_its_indicator_and_subject_or_nowhere()
    {
        var planned = PlannedSubjects.Of(Every);

        AnswerRules.Locate(Every, planned, Answers.Level("level", 1, "official:2")).Should().Be((null, 0, 1));
        AnswerRules.Locate(Every, planned, Answers.Number("number", 50m)).Should().Be((null, 1, 2));

        foreach (var lost in new[] { Answers.Level("weather", 1), Answers.Level("level", 1, "official:3") })
        {
            var (fault, position, slot) = AnswerRules.Locate(Every, planned, lost);

            (fault is null, position, slot).Should().Be((false, -1, -1));
        }
    }

    [Test]
    public void An_answer_that_names_none_of_the_combined_techniques_has_no_place()
    {
        var combined = An.InstrumentOf(An.Indicator(
            "combined", combination: new(CombinationRule.Lowest), techniques: [Technique.Observation, Technique.Interview]));

        AnswerRules.Locate(combined, PlannedSubjects.Of(combined), Answers.Level("combined", 1))
            .Should().Be((AnswerErrors.TechniqueNeeded(combined.Indicators[0]).At("/technique"), -1, -1));
    }

    private static TestCaseData[] Fitting =>
    [
        new(Answers.Level("level", 0, "official:1")) { TestName = "{m}(the lowest level)" },
        new(Answers.Level("level", 4, "official:2")) { TestName = "{m}(the highest level of the last subject)" },
        new(Answers.Number("number", 25m)) { TestName = "{m}(the lowest number)" },
        new(Answers.Number("number", 99.9999m)) { TestName = "{m}(four decimals)" },
        new(Answers.Number("number", 50.000000m)) { TestName = "{m}(zeros beyond four decimals)" },
        new(Answers.Number("days", 30m)) { TestName = "{m}(the worst of a falling range)" },
        new(Answers.Number("stairs", 10m)) { TestName = "{m}(the highest number of the steps)" },
        new(Answers.Checked("list")) { TestName = "{m}(nothing found on a list)" },
        new(Answers.NotApplicable("list")) { TestName = "{m}(not applicable with a reason)" },
        new(Answers.Level("always", 1) with { Reason = "Seen twice." }) { TestName = "{m}(a remark beside a value)" },
    ];

    [TestCaseSource(nameof(Fitting))]
    public void An_answer_that_fits_is_counted(Answer answer) =>
        Answers.Figures(Every, answer).Completeness.Should().Be(new Completeness(1, 8));

    [Test]
    public void An_indicator_and_subject_are_answered_once()
    {
        var act = () => ScoreSheet.Of(Every, [Answers.Number("number", 50m), Answers.Number("days", 20m), Answers.NotApplicable("number")]);

        act.Should().BreakAt(ScoringErrors.AnswersRefused, ("/2", "duplicateAnswer"));
    }

    [Test]
    public void All_faults_of_a_batch_are_listed()
    {
        var act = () => ScoreSheet.Of(
            Every,
            [
                Answers.Level("level", 4, "official:1"),
                Answers.Level("weather", 1),
                Answers.Number("number", 50m),
                Answers.Level("level", 9, "official:2"),
                Answers.Checked("list", "o9"),
            ]);

        act.Should().BreakAt(
            ScoringErrors.AnswersRefused, ("/1/indicator", "unknownIndicator"), ("/3/level", "levelOutOfRange"), ("/4/checked/0", "unknownOption"));
    }

    [Test]
    public void Nothing_is_assessed_by_an_instrument_for_results_only()
    {
        var act = () => ScoreSheet.Of(An.Instrument(), []);

        act.Should().Break(InstrumentErrors.ResultsOnly);
    }

    private static TestCaseData Case(string name, Answer answer, string pointer, string code) => new(answer, pointer, code) { TestName = $"{{m}}({name})" };
}
