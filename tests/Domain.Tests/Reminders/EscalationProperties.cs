using Compliance.Domain.Contacts;
using Compliance.Domain.Reminders;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Reminders;

/// <summary>Whatever days the program runs on, and however often: each step is told once at most, and in time where it can be.</summary>
public sealed class EscalationProperties
{
    private static readonly DateOnly Due = new(2024, 6, 30);

    [RandomCases(500, Arbitrary = [typeof(Anything)])]
    public void Run_every_day_each_step_is_told_exactly_once_and_on_its_day(Rules given)
    {
        var told = Run(given.Rule, Enumerable.Range(-60, 121));

        InOrder(told.Select(each => each.Step)).Should().Equal(InOrder(given.Rule.Steps.Distinct()));
        told.Where(each => each.Day != each.Step.Days).Should().BeEmpty();
    }

    [RandomCases(500, Arbitrary = [typeof(Anything)])]
    public void Whatever_runs_are_missed_or_repeated_nothing_is_told_twice_nor_too_early(Rules given, Runs runs)
    {
        var told = Run(given.Rule, runs.Days);

        told.Select(each => each.Step).Should().OnlyHaveUniqueItems().And.BeSubsetOf(given.Rule.Steps);
        told.Where(each => each.Day < each.Step.Days).Should().BeEmpty();
        told.Where(each => each.Step.IsBefore && each.Day > 0).Should().BeEmpty();
    }

    [RandomCases(500, Arbitrary = [typeof(Anything)])]
    public void One_run_after_the_last_step_makes_up_for_all_that_were_missed_after_it_was_due(Rules given, Runs runs) =>
        InOrder(Run(given.Rule, [.. runs.Days, 60]).Select(each => each.Step).Where(step => !step.IsBefore))
            .Should().Equal(InOrder(given.Rule.Steps.Distinct().Where(step => !step.IsBefore)));

    [RandomCases(500, Arbitrary = [typeof(Anything)])]
    public void A_run_tells_an_audience_one_step_from_before_at_most(Rules given, Runs runs) =>
        Run(given.Rule, runs.Days).Where(each => each.Step.IsBefore)
            .Select(each => (each.Run, each.Step.Audience)).Should().OnlyHaveUniqueItems();

    [RandomCases(500, Arbitrary = [typeof(Anything)])]
    public void The_order_of_the_steps_in_the_settings_does_not_matter(Rules given, Runs runs) =>
        Run(new([.. given.Rule.Steps.Reverse()]), runs.Days).Should().Equal(Run(given.Rule, runs.Days));

    [RandomCases(500, Arbitrary = [typeof(Anything)])]
    public void Sides_share_the_steps_and_none_is_lost(Rules given) =>
        InOrder(given.Rule.At(headOffice: true).Steps.Concat(given.Rule.At(headOffice: false).Steps)).Should().Equal(InOrder(given.Rule.Steps));

    /// <summary>What is told over some runs, each of which records it as the program does.</summary>
    private static List<(int Run, int Day, EscalationStep Step)> Run(EscalationRule rule, IEnumerable<int> days)
    {
        var recorded = new HashSet<EscalationStep>();
        List<(int, int, EscalationStep)> told = [];

        foreach (var (day, run) in days.Order().Select((day, run) => (day, run)))
        {
            var steps = rule.StepsDue(Due, Due.AddDays(day), recorded);
            told.AddRange(steps.Select(step => (run, day, step)));
            recorded.UnionWith(steps);
        }

        return told;
    }

    private static IEnumerable<EscalationStep> InOrder(IEnumerable<EscalationStep> steps) => steps.OrderBy(step => step.Days).ThenBy(step => step.Audience);

    public sealed record Rules(EscalationRule Rule);

    public sealed record Runs(IReadOnlyList<int> Days);

    private static class Anything
    {
        public static Arbitrary<Rules> AnyRules() => Arb.From(
            from steps in Gen.ListOf(
                from days in Gen.Choose(-45, 45)
                from audience in Gen.Elements(Enum.GetValues<ContactPost>())
                select new EscalationStep(days, audience))
            select new Rules(new([.. steps])));

        public static Arbitrary<Runs> AnyRuns() => Arb.From(
            from days in Gen.ListOf(Gen.Choose(-60, 60))
            select new Runs([.. days]));
    }
}
