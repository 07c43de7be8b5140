using Compliance.Domain.Contacts;
using Compliance.Domain.Reminders;

namespace Compliance.Domain.Tests.Reminders;

public sealed class EscalationRuleTests
{
    private static readonly DateOnly Due = new(2024, 3, 31);
    private static readonly HashSet<EscalationStep> Nothing = [];

    [TestCase(-31)]
    [TestCase(-30, -30)]
    [TestCase(-29, -30)]
    [TestCase(-8, -30)]
    [TestCase(-7, -7)]
    [TestCase(-2, -7)]
    [TestCase(-1, -1)]
    [TestCase(0, -1)]
    public void Before_it_is_due_the_latest_step_of_the_person_in_charge_is_told(int today, params int[] steps) =>
        Told(today).Where(step => step.Audience == ContactPost.PersonInCharge).Select(step => step.Days)
            .Should().Equal(steps);

    [Test]
    public void On_the_last_day_before_the_head_of_the_agency_hears_of_it_too() =>
        Told(-1).Should().Equal(new EscalationStep(-1, ContactPost.PersonInCharge), new(-1, ContactPost.HeadOfAgency));

    [TestCase(1, 1)]
    [TestCase(6, 1)]
    [TestCase(7, 2)]
    [TestCase(29, 2)]
    [TestCase(30, 3)]
    [TestCase(300, 3)]
    public void Once_it_is_late_every_step_that_has_come_is_told_and_none_from_before(int today, int steps)
    {
        var told = Told(today);

        told.Should().HaveCount(steps);
        told.Should().OnlyContain(step => step.Days > 0);
    }

    [Test]
    public void What_is_recorded_is_not_told_again_and_brings_no_earlier_step_back() =>
        EscalationRule.OfDuties.StepsDue(Due, Due.AddDays(-6), new HashSet<EscalationStep> { new(-7, ContactPost.PersonInCharge) }).Should().BeEmpty();

    [TestCase(-180, -180)]
    [TestCase(-91, -180)]
    [TestCase(-90, -90)]
    [TestCase(-30, -30)]
    [TestCase(0, -30)]
    public void The_end_of_an_agreement_is_told_in_time(int today, int step) =>
        EscalationRule.OfAgreementEnds.StepsDue(Due, Due.AddDays(today), Nothing).Should().Equal(new EscalationStep(step, ContactPost.HeadOfAgency));

    [Test]
    public void Nobody_is_late_with_the_end_of_an_agreement() =>
        EscalationRule.OfAgreementEnds.StepsDue(Due, Due.AddDays(1), Nothing).Should().BeEmpty();

    private static IReadOnlyList<EscalationStep> Told(int today) => EscalationRule.OfDuties.StepsDue(Due, Due.AddDays(today), Nothing);
}
