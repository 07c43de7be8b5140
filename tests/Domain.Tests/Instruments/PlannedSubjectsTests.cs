namespace Compliance.Domain.Tests.Instruments;

public sealed class PlannedSubjectsTests
{
    /// <summary>No products; officials are expected four times by one indicator and twice by another.</summary>
    private static readonly Instrument Mixed = An.InstrumentOf(
        An.Indicator("unit"),
        An.Indicator("staff", subject: SubjectKind.Official, expected: 4),
        An.Indicator("handlers", subject: SubjectKind.Official, expected: 2),
        An.Indicator("users", subject: SubjectKind.Respondent, expected: 3));

    [Test]
    public void An_instrument_declares_the_most_that_any_indicator_expects()
    {
        PlannedSubjects.Of(Mixed).Should().Be(new PlannedSubjects(0, 3, 4));
        PlannedSubjects.Of(An.InstrumentLike2023()).Should().Be(new PlannedSubjects(2, 30, 4));
        PlannedSubjects.Of(An.Instrument()).Should().Be(new PlannedSubjects(0, 0, 0));
    }

    [Test]
    public void An_indicator_expects_no_more_than_is_planned_nor_than_it_declares()
    {
        var planned = new PlannedSubjects(0, 1, 3);

        Mixed.Indicators.Select(planned.ExpectedOf).Should().Equal(1, 3, 2, 1);
    }

    [TestCase(0, 3, 4)]
    [TestCase(0, 1, 1)]
    [TestCase(0, 2, 3)]
    public void Every_number_from_1_to_the_instruments_may_be_planned(int products, int respondents, int officials) =>
        FaultsOf(products, respondents, officials).Should().BeEmpty();

    [TestCase(0, 0, 4, "/respondents tooFewSubjects")]
    [TestCase(0, 3, -1, "/officials tooFewSubjects")]
    [TestCase(0, 4, 4, "/respondents tooManySubjects")]
    [TestCase(0, 3, 5, "/officials tooManySubjects")]
    [TestCase(1, 3, 4, "/products subjectsNotObserved")]
    [TestCase(-1, 3, 4, "/products subjectsNotObserved")]
    public void A_number_that_the_instrument_does_not_allow_is_named(int products, int respondents, int officials, string fault) =>
        FaultsOf(products, respondents, officials).Should().Equal(fault);

    [Test]
    public void All_wrong_numbers_are_named_at_once() =>
        FaultsOf(1, 0, 5).Should().Equal("/products subjectsNotObserved", "/respondents tooFewSubjects", "/officials tooManySubjects");

    [Test]
    public void A_sheet_takes_no_plan_that_the_instrument_does_not_allow()
    {
        var act = () => ScoreSheet.Of(Mixed, new(0, 3, 5), []);

        act.Should().BreakAt(PlannedSubjectsErrors.Refused, ("/officials", "tooManySubjects"));
    }

    [Test]
    public void A_subject_beyond_the_plan_is_refused_apart_from_one_that_the_instrument_does_not_know()
    {
        var act = () => ScoreSheet.Of(
            Mixed,
            new(0, 2, 3),
            [
                Answers.Level("staff", 1, "official:3"),
                Answers.Level("staff", 1, "official:4"),
                Answers.Level("staff", 1, "official:5"),
                Answers.Level("handlers", 1, "official:3"),
                Answers.Level("users", 9, "respondent:3"),
            ]);

        act.Should().BreakAt(
            ScoringErrors.AnswersRefused,
            ("/1/subject", "subjectNotPlanned"),
            ("/2/subject", "wrongSubject"),
            ("/3/subject", "wrongSubject"),
            ("/4/subject", "subjectNotPlanned"));
    }

    // The users' slots follow four and two of officials, however few are planned.
    [Test]
    public void Another_plan_moves_no_answer()
    {
        var answer = Answers.Level("users", 2, "respondent:2");

        AnswerRules.Locate(Mixed, new(0, 3, 4), answer).Should().Be((null, 3, 8));
        AnswerRules.Locate(Mixed, new(0, 2, 1), answer).Should().Be((null, 3, 8));

        var (fault, position, slot) = AnswerRules.Locate(Mixed, new(0, 1, 1), answer);
        (fault!.Error.Code, position, slot).Should().Be(("subjectNotPlanned", 3, 8));
    }

    // Planned are 1 + 2 + 2 + 1 observations.
    [Test]
    public void Only_what_is_planned_is_required_and_missing()
    {
        var sheet = ScoreSheet.Of(Mixed, new(0, 1, 2), [Answers.Level("staff", 4, "official:1"), Answers.NotApplicable("users", "respondent:1")]);

        var card = ScoreCalculator.Explain(sheet);

        card.Figures.Completeness.Should().Be(new Completeness(2, 6));
        var indicators = card.Dimensions.Single().Variables.Single().Indicators;
        indicators.Select(indicator => indicator.MissingCount).Should().Equal(1, 1, 2, 0);
        indicators.Select(indicator => indicator.NotApplicable).Should().Equal(false, false, false, true);
        // Three count, a third each: one of the two planned officials is sure, all else is open.
        (card.Figures.Range!.Lowest.Value, card.Figures.Range.Highest.Value).Should().Be((16.67m, 100m));
    }

    [Test]
    public void A_sheet_with_all_that_is_planned_is_complete()
    {
        var figures = ScoreCalculator.Score(ScoreSheet.Of(
            Mixed,
            new(0, 1, 1),
            [Answers.Level("unit", 2), Answers.Level("staff", 2, "official:1"), Answers.Level("handlers", 2, "official:1"), Answers.Level("users", 2, "respondent:1")]));

        figures.Completeness.IsComplete.Should().BeTrue();
        (figures.Outcome!.Value.Score, figures.Range!.Lowest, figures.Range.Highest).Should().Be((Score.Of(50m), Score.Of(50m), Score.Of(50m)));
    }

    private static IEnumerable<string> FaultsOf(int products, int respondents, int officials) =>
        new PlannedSubjects(products, respondents, officials).Check(Mixed).Select(fault => $"{fault.Pointer} {fault.Error.Code}");
}
