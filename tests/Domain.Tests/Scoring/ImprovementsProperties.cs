namespace Compliance.Domain.Tests.Scoring;

public sealed class ImprovementsProperties
{
    [RandomCases(400, Arbitrary = [typeof(SmallSheet)])]
    public void No_smaller_set_of_indicators_reaches_the_target(Sheet sheet)
    {
        foreach (var target in new[] { "A", "green", "yellow", "D" })
        {
            var plan = PlanOf(sheet, target);
            var smaller = plan.Reachable ? plan.Steps.Count - 1 : sheet.Instrument.Indicators.Count;

            SetsUpTo(smaller, sheet.Instrument.Indicators.Count)
                .Select(set => Improved(sheet, [.. set.Select(position => sheet.Instrument.Indicators[position].Code)]))
                .Where(outcome => outcome != null && outcome.Value.Score.Value >= plan.Target.From)
                .Should().BeEmpty();
        }
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void Answering_the_steps_at_their_best_gives_the_score_after(Sheet sheet)
    {
        var plan = PlanOf(sheet, "A");

        for (var made = 1; made <= plan.Steps.Count; made++)
        {
            var outcome = Improved(sheet, [.. plan.Steps.Take(made).Select(step => step.Indicator.Code)]);

            outcome!.Value.Score.Should().Be(plan.Steps[made - 1].ScoreAfter);
        }
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void Gains_add_up_to_the_score_after_and_never_grow(Sheet sheet)
    {
        var plan = PlanOf(sheet, "A");

        if (plan.Steps.Count > 0)
        {
            // Quotients are cut off at decimal's last digit; without it, what is a tie is a tie again.
            Score.Of(decimal.Round(sheet.Figures.Unrounded!.Value + plan.Steps.Sum(step => step.Gain), 20)).Should().Be(plan.Steps[^1].ScoreAfter);
            plan.Steps.Select(step => step.Gain).Should().BeInDescendingOrder();
            plan.Reachable.Should().Be(plan.Steps[^1].ScoreAfter.Value >= plan.Target.From);
        }
    }

    [RandomCases(3000, Arbitrary = [typeof(AnySheet)])]
    public void What_is_at_its_best_already_is_no_step(Sheet sheet) =>
        PlanOf(sheet, "A").Steps.Where(step => step.Achievement >= step.BestAchievement || step.Gain <= 0m).Should().BeEmpty();

    private static ImprovementPlan PlanOf(Sheet sheet, string target) => Improvements.Find(ScoreSheet.Of(sheet.Instrument, sheet.Answers), target);

    private static Outcome? Improved(Sheet sheet, HashSet<string> indicators) => (sheet with
    {
        Answers = [.. sheet.Answers.Select(answer => answer.NotApplicable || !indicators.Contains(answer.Indicator)
            ? answer
            : Answers.Best(sheet.Instrument.Indicators[sheet.Instrument.PositionOf(answer.Indicator)!.Value], answer.Subject) with { Technique = answer.Technique })],
    }).Figures.Outcome;

    private static IEnumerable<IEnumerable<int>> SetsUpTo(int size, int count) =>
        Enumerable.Range(0, 1 << count)
            .Where(bits => int.PopCount(bits) <= size)
            .Select(bits => Enumerable.Range(0, count).Where(position => (bits & (1 << position)) != 0));
}
