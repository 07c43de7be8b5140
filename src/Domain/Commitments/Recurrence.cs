namespace Compliance.Domain.Commitments;

public enum RecurrenceInterval
{
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A recurring due date with an end.</summary>
/// <param name="From">The first day on which it is due.</param>
/// <param name="Until">The last possible due day; a recurrence without an end is refused.</param>
public sealed record Recurrence(RecurrenceInterval Every, DateOnly From, DateOnly? Until)
{
    /// <summary>Monthly for ten years.</summary>
    public const int MostDeadlines = 120;

    private int Months => Every switch
    {
        RecurrenceInterval.Month => 1,
        RecurrenceInterval.Quarter => 3,
        RecurrenceInterval.HalfYear => 6,
        _ => 12,
    };

    /// <summary>
    /// The due days, at most one more than allowed. Each is computed from the first one, so that the 31st becomes the last day of a
    /// shorter month and is the 31st again after it.
    /// </summary>
    public IReadOnlyList<DateOnly> Deadlines()
    {
        if (Until is not { } until || until < From)
        {
            return [];
        }

        var steps = (((until.Year - From.Year) * 12) + until.Month - From.Month) / Months;

        return [.. Enumerable.Range(0, Math.Min(steps, MostDeadlines) + 1).Select(step => From.AddMonths(step * Months)).Where(day => day <= until)];
    }
}
