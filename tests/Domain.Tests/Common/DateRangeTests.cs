using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;
using Compliance.Domain.PublicReports;
using Compliance.Domain.Reminders;

namespace Compliance.Domain.Tests.Common;

/// <summary>No computation leads out of the calendar for a day that is accepted, least of all near both ends of the range.</summary>
public sealed class DateRangeTests
{
    /// <summary>As far as a setting may be: ten years.</summary>
    private const int FurthestDays = 3650;

    [RandomCases(500)]
    public void A_series_of_deadlines_can_always_be_computed(ushort from, ushort until, byte every)
    {
        var (first, last) = (AtAnEnd(from), AtAnEnd(until));

        var days = new Recurrence((RecurrenceInterval)(every % 4), first, last).Deadlines();

        days.All(day => first <= day && day <= last).Should().BeTrue();
    }

    [RandomCases(500)]
    public void Days_of_obligations_reminders_and_agreements_can_always_be_computed(ushort one, ushort other, ushort step)
    {
        var (due, today, days) = (AtAnEnd(one), AtAnEnd(other), step % FurthestDays);
        var steps = new EscalationRule([new(-days, default), new(days, default)]);
        var (first, last) = due < today ? (due, today) : (today, due);
        var term = new AgreementPeriod(first, first, last);

        FluentActions.Invoking(() =>
        {
            steps.StepsDue(due, today, new HashSet<EscalationStep>());
            OverdueRule.DaysLate(ObligationProgress.Open, due, null, today);
            ObligationDays.Of(today).Before(days);
            term.TerminatedOn(today);
            AgreementStatusRule.StatusOf(today, new(days), term, null, null);
            AgreementStatusRule.OnDay(new(today, TimeOnly.MaxValue, TimeSpan.Zero), new(days));
            Month.LastEndedOn(due);
            _ = Month.Of(due).Previous;
            Dates.English(due);
            Dates.Indonesian(due);
        }).Should().NotThrow();
    }

    [RandomCases(500)]
    public void An_instant_has_a_day_everywhere_in_Indonesia(ushort day, ushort minute)
    {
        var instant = new DateTimeOffset(AtAnEnd(day), new TimeOnly(minute % 24, minute % 60), TimeSpan.Zero);

        FluentActions.Invoking(() => Enum.GetValues<IndonesianZone>().Select(zone => IndonesianTime.DayOf(instant, zone)).Append(ObligationDays.At(instant).Latest).ToList())
            .Should().NotThrow();
    }

    [TestCase("2024-01-31", "2024-01")]
    [TestCase("2024-01-30", "2023-12")]
    [TestCase("2024-02-29", "2024-02")]
    [TestCase("2023-02-28", "2023-02")]
    [TestCase("9999-12-31", "9999-12")]
    public void The_last_month_that_is_over_on_a_day(string day, string month) => Month.LastEndedOn(DateOnly.Parse(day)).ToString().Should().Be(month);

    /// <summary>Even numbers lead on from the first day of the range, odd ones back from its last.</summary>
    private static DateOnly AtAnEnd(ushort distance) =>
        distance % 2 == 0 ? DateInput.FirstDay.AddDays(distance / 2) : DateInput.LastDay.AddDays(-(distance / 2));
}
