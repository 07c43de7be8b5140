using Compliance.Domain.Commitments;

namespace Compliance.Domain.Tests.Commitments;

public sealed class RecurrenceTests
{
    [Test]
    public void The_last_day_of_a_month_stays_the_last_day_without_drift() =>
        Days(RecurrenceInterval.Month, "2024-01-31", "2024-05-31").Should().Equal("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31");

    [Test]
    public void February_has_28_days_outside_leap_years() =>
        Days(RecurrenceInterval.Month, "2023-01-29", "2023-03-31").Should().Equal("2023-01-29", "2023-02-28", "2023-03-29");

    [Test]
    public void The_leap_day_comes_back_in_leap_years() =>
        Days(RecurrenceInterval.Year, "2024-02-29", "2028-12-31").Should().Equal("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");

    [TestCase(RecurrenceInterval.Month, 13)]
    [TestCase(RecurrenceInterval.Quarter, 5)]
    [TestCase(RecurrenceInterval.HalfYear, 3)]
    [TestCase(RecurrenceInterval.Year, 2)]
    public void It_includes_the_day_on_which_it_ends(RecurrenceInterval every, int count)
    {
        var days = Days(every, "2024-03-15", "2025-03-15");

        days.Should().HaveCount(count);
        (days[0], days[^1]).Should().Be(("2024-03-15", "2025-03-15"));
    }

    [Test]
    public void It_stops_the_day_before_where_it_ends_earlier() => Days(RecurrenceInterval.Quarter, "2024-03-15", "2024-06-14").Should().Equal("2024-03-15");

    [Test]
    public void Without_an_end_or_with_one_before_its_beginning_nothing_is_due()
    {
        new Recurrence(RecurrenceInterval.Month, new(2024, 1, 1), null).Deadlines().Should().BeEmpty();
        Days(RecurrenceInterval.Month, "2024-02-01", "2024-01-31").Should().BeEmpty();
    }

    [Test]
    public void The_end_of_the_calendar_is_no_trouble() => Days(RecurrenceInterval.Year, "9998-12-31", "9999-12-31").Should().Equal("9998-12-31", "9999-12-31");

    [RandomCases(300)]
    public void Deadlines_strictly_increase_within_from_and_until_on_the_same_day_of_the_month_or_its_last(byte every, ushort start, ushort length)
    {
        var from = new DateOnly(2000, 1, 1).AddDays(start);
        var until = from.AddDays(length % 20000);
        var recurrence = new Recurrence((RecurrenceInterval)(every % 4), from, until);

        var days = recurrence.Deadlines();

        days[0].Should().Be(from);
        days.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.OnlyContain(day => from <= day && day <= until);
        days.Count.Should().BeLessThanOrEqualTo(Recurrence.MostDeadlines + 1);
        days.Should().OnlyContain(day => day.Day == Math.Min(from.Day, DateTime.DaysInMonth(day.Year, day.Month)));
    }

    [RandomCases(300)]
    public void None_is_left_out(byte every, ushort start, ushort length)
    {
        var from = new DateOnly(2000, 1, 1).AddDays(start);
        var until = from.AddDays(length % 3650);
        var months = (every % 4) switch { 0 => 1, 1 => 3, 2 => 6, _ => 12 };

        var days = new Recurrence((RecurrenceInterval)(every % 4), from, until).Deadlines();

        if (days.Count <= Recurrence.MostDeadlines)
        {
            from.AddMonths(days.Count * months).Should().BeAfter(until);
        }
    }

    private static List<string> Days(RecurrenceInterval every, string from, string until) =>
        [.. new Recurrence(every, DateOnly.Parse(from, null), DateOnly.Parse(until, null)).Deadlines().Select(day => $"{day:yyyy-MM-dd}")];
}
