using Compliance.Domain.Tests.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Instruments;

/// <summary>Answers that fit a plan for one unit, which asks as much as its instrument or less.</summary>
public sealed record PlannedSheet(Sheet Sheet, PlannedSubjects Planned)
{
    public ScoreSheet ToScoreSheet() => ScoreSheet.Of(Sheet.Instrument, Planned, Sheet.Answers);

    /// <summary>The same answers on an instrument that expects by itself no more than was planned.</summary>
    public ScoreSheet OnASmallerInstrument()
    {
        var smaller = Sheet.With(indicator => indicator with { Expected = Planned.ExpectedOf(indicator) });

        return ScoreSheet.Of(smaller.Instrument, smaller.Answers);
    }

    public override string ToString() => $"{Planned}\n{Sheet}";
}

public static class AnyPlan
{
    public static Arbitrary<PlannedSheet> Sheets() => Arb.From(
        from sheet in AnySheet.Sheets().Generator
        let most = PlannedSubjects.Of(sheet.Instrument)
        from products in UpTo(most.Products)
        from respondents in UpTo(most.Respondents)
        from officials in UpTo(most.Officials)
        let planned = new PlannedSubjects(products, respondents, officials)
        select new PlannedSheet(sheet with { Answers = [.. sheet.Answers.Where(answer => IsPlanned(planned, answer))] }, planned));

    private static Gen<int> UpTo(int most) => Gen.Choose(Math.Min(1, most), most);

    private static bool IsPlanned(PlannedSubjects planned, Answer answer) =>
        Subject.Parse(answer.Subject) is { } subject && subject.Number <= planned.Of(subject.Kind);
}

public sealed class PlannedSubjectsProperties
{
    [RandomCases(1500, Arbitrary = [typeof(AnyPlan)])]
    public void A_plan_scores_like_an_instrument_that_expects_no_more(PlannedSheet planned)
    {
        var (card, smaller) = (ScoreCalculator.Explain(planned.ToScoreSheet()), ScoreCalculator.Explain(planned.OnASmallerInstrument()));

        card.Figures.Should().BeEquivalentTo(smaller.Figures);
        Shown(card).Should().Equal(Shown(smaller));
        ScoreTrace.Of(card).Should().Equal(ScoreTrace.Of(smaller));
    }

    [RandomCases(500, Arbitrary = [typeof(AnyPlan)])]
    public void A_plan_is_improved_like_an_instrument_that_expects_no_more(PlannedSheet planned)
    {
        var (plan, smaller) = (Improvements.Find(planned.ToScoreSheet(), "A"), Improvements.Find(planned.OnASmallerInstrument(), "A"));

        plan.Reachable.Should().Be(smaller.Reachable);
        plan.Steps.Select(step => (step.Indicator.Code, step.Gain, step.ScoreAfter))
            .Should().Equal(smaller.Steps.Select(step => (step.Indicator.Code, step.Gain, step.ScoreAfter)));
    }

    [RandomCases(500, Arbitrary = [typeof(AnyPlan)])]
    public void A_generated_plan_is_one_that_its_instrument_allows(PlannedSheet planned) =>
        planned.Planned.Check(planned.Sheet.Instrument).Should().BeEmpty();

    private static IEnumerable<object> Shown(ScoreCard card) =>
        card.Dimensions.SelectMany(dimension => dimension.Variables).SelectMany(variable => variable.Indicators).Select(indicator => (object)(
            indicator.Node, indicator.Achievement, string.Join(' ', indicator.RawScores), indicator.NotApplicableCount, indicator.MissingCount, indicator.NotApplicable));
}
