using Compliance.Domain.Access;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Tests.Obligations;

/// <summary>One rule for all that is due, once for objects and once for queries; both say the same of every row.</summary>
public sealed class OverdueRuleTests
{
    private static readonly DateOnly Due = new(2024, 6, 30);

    [TestCase(ObligationProgress.Open, "2024-06-30", ObligationStatus.Open, 0)]
    [TestCase(ObligationProgress.Open, "2024-07-01", ObligationStatus.Overdue, 1)]
    [TestCase(ObligationProgress.Open, "2025-06-30", ObligationStatus.Overdue, 365)]
    [TestCase(ObligationProgress.Reported, "2025-06-30", ObligationStatus.Reported, 2)]
    [TestCase(ObligationProgress.Closed, "2025-06-30", ObligationStatus.Closed, 2)]
    public void Only_what_is_open_and_past_its_due_day_is_overdue(ObligationProgress progress, string today, ObligationStatus status, int daysLate)
    {
        var day = DateOnly.Parse(today, null);

        OverdueRule.StatusOf(progress, Due, day).Should().Be(status);
        OverdueRule.IsOverdue(progress, Due, day).Should().Be(status == ObligationStatus.Overdue);
        OverdueRule.DaysLate(progress, Due, new DateOnly(2024, 7, 2), day).Should().Be(daysLate);
    }

    [TestCase("2024-06-29", 0)]
    [TestCase("2024-06-30", 0)]
    [TestCase("2024-07-03", 3)]
    public void What_was_reported_is_late_by_the_day_of_the_report(string reported, int days) =>
        OverdueRule.DaysLate(ObligationProgress.Reported, Due, DateOnly.Parse(reported, null), new(2030, 1, 1)).Should().Be(days);

    [RandomCases(1000)]
    public bool What_is_overdue_is_late_and_what_is_open_and_late_is_overdue(sbyte day, sbyte? reported)
    {
        var (today, reportedOn) = (Due.AddDays(day), reported is { } after ? Due.AddDays(after) : default(DateOnly?));

        return OverdueRule.IsOverdue(ObligationProgress.Open, Due, today) == OverdueRule.DaysLate(ObligationProgress.Open, Due, reportedOn, today) > 0;
    }

    // 15:00 UTC is midnight in the east, 16:00 in the middle, 17:00 in the west.
    [TestCase("2024-06-30T14:59:59Z", "2024-06-30", "2024-06-30", "2024-06-30")]
    [TestCase("2024-06-30T15:00:00Z", "2024-06-30", "2024-06-30", "2024-07-01")]
    [TestCase("2024-06-30T16:00:00Z", "2024-06-30", "2024-07-01", "2024-07-01")]
    [TestCase("2024-06-30T17:00:00Z", "2024-07-01", "2024-07-01", "2024-07-01")]
    public void The_day_begins_in_the_east(string instant, string west, string middle, string east)
    {
        var days = ObligationDays.At(DateTimeOffset.Parse(instant, null));

        new[] { "14", "51", "94" }.Select(office => DayAt(days, office)).Should().Equal(DateOnly.Parse(west, null), DateOnly.Parse(middle, null), DateOnly.Parse(east, null));
        days.IsOneDay.Should().Be(west == east);
    }

    /// <summary>Rows around the due day, asked for by every set of statuses, at any minute of two days.</summary>
    [RandomCases(300)]
    public void Queries_find_exactly_what_the_objects_say(ushort minutes, (byte Progress, sbyte Day, byte Office)[] rows)
    {
        var now = new DateTimeOffset(2024, 6, 29, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes % 2880);
        var all = rows.Select(row => Row((ObligationProgress)(row.Progress % 3), Due.AddDays(row.Day % 4), new[] { "14", "51", "94", Offices.Head }[row.Office % 4])).ToList();

        foreach (var wanted in Enumerable.Range(0, 16).Select(set => Enum.GetValues<ObligationStatus>().Where(status => (set >> (int)status & 1) == 1).ToList()))
        {
            var condition = OverdueRule.HasStatus<ObligationProgress>(wanted, ObligationDays.At(now)).Compile(preferInterpretation: true);

            all.Where(condition).Should().Equal(all.Where(row => wanted.Contains(StatusOf(row, now))));
        }
    }

    /// <summary>So the ages of what is overdue are counted: overdue for longer than some days is what was overdue so many days ago.</summary>
    [RandomCases(1000)]
    public void Overdue_for_longer_than_some_days_is_overdue_by_the_days_before(ushort minutes, sbyte day, byte office, byte longer)
    {
        var now = new DateTimeOffset(2024, 6, 29, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes % 2880);
        var row = Row(ObligationProgress.Open, Due.AddDays(day), new[] { "14", "51", "94" }[office % 3]);
        var condition = OverdueRule.HasStatus<ObligationProgress>(ObligationStatus.Overdue, ObligationDays.At(now).Before(longer)).Compile(preferInterpretation: true);

        condition(row).Should().Be(OverdueRule.DaysLate(ObligationProgress.Open, row.DueOn, null, TodayAt(row.Office, now)) > longer);
    }

    private static ObligationStatus StatusOf(ObligationRow<ObligationProgress> row, DateTimeOffset now) =>
        OverdueRule.StatusOf(row.Source, row.DueOn, TodayAt(row.Office, now));

    private static DateOnly TodayAt(string office, DateTimeOffset now) => IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(office));

    private static DateOnly DayAt(ObligationDays days, string office) => days.Ahead.Contains(office) ? days.Latest : days.Earliest;

    private static ObligationRow<ObligationProgress> Row(ObligationProgress progress, DateOnly due, string office) => new()
    {
        Source = progress,
        IsOpen = progress == ObligationProgress.Open,
        IsReported = progress == ObligationProgress.Reported,
        IsClosed = progress == ObligationProgress.Closed,
        DueOn = due,
        Office = office,
    };
}
