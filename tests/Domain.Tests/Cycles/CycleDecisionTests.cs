using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;

namespace Compliance.Domain.Tests.Cycles;

public sealed class CycleDecisionTests
{
    private static readonly DateOnly Held = new(2023, 12, 11);
    private static readonly DateOnly Dated = new(2023, 12, 14);
    private static readonly DateTimeOffset Now = new(2023, 12, 14, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateOnly Today = new(2023, 12, 14);
    private static readonly IReadOnlyList<Fault> Open = [AssessmentErrors.AssessmentOpen("Disdukcapil", AssessmentStatus.Submitted).At("/assessments/1")];

    [Test]
    public void What_was_done_counts_for_more_than_the_calendar()
    {
        var cycle = Cycle();
        var opening = new DateOnly(2023, 5, 1);
        List<CycleState> states = [cycle.StateOn(opening)];

        cycle.HoldPlenary(Held, Today, []);
        states.Add(cycle.StateOn(opening));
        cycle.Decide(Dated, Now, []);
        states.Add(cycle.StateOn(opening));
        cycle.Announce(Now);
        states.Add(cycle.StateOn(opening));

        states.Should().Equal(CycleState.Collecting, CycleState.Plenary, CycleState.Decided, CycleState.Announced);
    }

    [Test]
    public void A_plenary_waits_for_everything_that_is_open_and_names_it()
    {
        var act = () => Cycle().HoldPlenary(Held, Today, Open);

        act.Should().BreakAt(CycleErrors.NotSettled, ("/assessments/1", "assessmentOpen"));
    }

    [TestCase("2023-04-30")]
    [TestCase("2023-12-15")]
    public void A_plenary_is_neither_before_the_cycle_nor_to_come(string day)
    {
        var act = () => Cycle().HoldPlenary(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today, []);

        act.Should().Break(CycleErrors.PlenaryOutOfTime);
    }

    [Test]
    public void A_plenary_may_be_moved_and_taken_back_until_the_decision()
    {
        var cycle = Cycle();
        cycle.HoldPlenary(Held, Today, []);
        cycle.HoldPlenary(Held.AddDays(1), Today, []);
        cycle.PlenaryOn.Should().Be(Held.AddDays(1));

        cycle.CancelPlenary();
        cycle.StateOn(Today).Should().Be(CycleState.Verification);

        cycle.HoldPlenary(Held, Today, []);
        cycle.Decide(Dated, Now, []);
        cycle.Invoking(each => each.HoldPlenary(Held, Today, Open)).Should().NotThrow("it says what stands");
        cycle.Invoking(each => each.HoldPlenary(Held.AddDays(1), Today, [])).Should().Break(CycleErrors.Decided);
        cycle.Invoking(each => each.CancelPlenary()).Should().Break(CycleErrors.Decided);
    }

    [Test]
    public void A_decision_needs_its_plenary() => Cycle().Invoking(each => each.Decide(Dated, Now, [])).Should().Break(CycleErrors.NoPlenary);

    [TestCase("2023-12-10")]
    [TestCase("2023-12-15")]
    public void A_decision_is_dated_from_the_plenary_to_today(string day)
    {
        var cycle = Cycle();
        cycle.HoldPlenary(Held, Today, []);

        cycle.Invoking(each => each.Decide(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Now, []))
            .Should().Break(CycleErrors.DecisionOutOfTime);
    }

    [Test]
    public void A_decision_looks_once_more_for_what_came_back_since_the_plenary()
    {
        var cycle = Cycle();
        cycle.HoldPlenary(Held, Today, []);

        cycle.Invoking(each => each.Decide(Dated, Now, Open)).Should().Break(CycleErrors.NotSettled);
        cycle.IsDecided.Should().BeFalse();
    }

    [Test]
    public void A_cycle_is_decided_once()
    {
        var cycle = Cycle();
        cycle.HoldPlenary(Held, Today, []);
        cycle.Decide(Dated, Now, []);

        cycle.Invoking(each => each.Decide(Dated, Now, [])).Should().Break(CycleErrors.Decided);
    }

    [Test]
    public void Nothing_is_announced_before_it_is_decided() => Cycle().Invoking(each => each.Announce(Now)).Should().Break(CycleErrors.NotDecided);

    [Test]
    public void The_first_announcement_is_the_one_that_counts()
    {
        var cycle = Cycle();
        cycle.HoldPlenary(Held, Today, []);
        cycle.Decide(Dated, Now, []);
        cycle.Announce(Now);
        cycle.Announce(Now.AddDays(30));

        cycle.AnnouncedAt.Should().Be(Now);
    }

    [Test]
    public void Each_state_allows_these_actions_and_no_other()
    {
        var cycle = Cycle();
        cycle.Actions.Should().Equal(CycleAction.PlanAssessments, CycleAction.HoldPlenary);
        cycle.HoldPlenary(Held, Today, []);
        cycle.Actions.Should().Equal(CycleAction.PlanAssessments, CycleAction.HoldPlenary, CycleAction.CancelPlenary, CycleAction.Decide);
        cycle.Decide(Dated, Now, []);
        cycle.Actions.Should().Equal(CycleAction.Announce);
        cycle.Announce(Now);
        cycle.Actions.Should().Equal(CycleAction.Correct);
    }

    private static Cycle Cycle() => Domain.Cycles.Cycle.Open(
        CycleId.From(new Guid(1, 0, 0, new byte[8])), 2023, An.InstrumentLike2023(), new(2023, 5, 1), new(2023, 11, 30));
}
