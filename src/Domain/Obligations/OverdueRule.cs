using System.Linq.Expressions;
using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

/// <summary>
/// Determines whether an obligation is overdue, and by how many days. The rule is written twice: for an object, and as an expression that
/// databases translate and indexes can serve. A test compares the two.
/// </summary>
public static class OverdueRule
{
    /// <summary>Whether it is open, that is neither reported done nor closed, and past its due day.</summary>
    /// <param name="today">The current day in the calendar that applies.</param>
    public static bool IsOverdue(ObligationProgress progress, DateOnly dueOn, DateOnly today) =>
        progress == ObligationProgress.Open && IsPast(dueOn, today);

    /// <summary>The due day itself is not late.</summary>
    public static bool IsPast(DateOnly dueOn, DateOnly today) => dueOn < today;

    public static ObligationStatus StatusOf(ObligationProgress progress, DateOnly dueOn, DateOnly today) => progress switch
    {
        ObligationProgress.Reported => ObligationStatus.Reported,
        ObligationProgress.Closed => ObligationStatus.Closed,
        _ => IsOverdue(progress, dueOn, today) ? ObligationStatus.Overdue : ObligationStatus.Open,
    };

    /// <summary>The number of days by which it was reported late, or is late now; 0 if it is in time.</summary>
    /// <param name="reportedOn">The day of the report that was not rejected; ignored while the obligation is open.</param>
    public static int DaysLate(ObligationProgress progress, DateOnly dueOn, DateOnly? reportedOn, DateOnly today)
    {
        var until = progress == ObligationProgress.Open ? today : reportedOn ?? today;

        return IsPast(dueOn, until) ? until.DayNumber - dueOn.DayNumber : 0;
    }

    /// <summary>Whether a row has one of these statuses.</summary>
    public static Expression<Func<ObligationRow<T>, bool>> HasStatus<T>(IReadOnlyCollection<ObligationStatus> wanted, ObligationDays days)
    {
        // Open and overdue together are everything without a report, regardless of the day.
        var isWaiting = wanted.Contains(ObligationStatus.Open) && wanted.Contains(ObligationStatus.Overdue);
        Expression<Func<ObligationRow<T>, bool>>[] conditions =
        [
            .. wanted.Distinct().OrderDescending().Where(status => !isWaiting || status is not (ObligationStatus.Open or ObligationStatus.Overdue))
                .Select(status => HasStatus<T>(status, days)),
            .. isWaiting ? [row => row.IsOpen] : Array.Empty<Expression<Func<ObligationRow<T>, bool>>>(),
        ];

        return conditions is [] ? _ => false : conditions.Aggregate((one, other) => one.Or(other));
    }

    /// <summary>Whether a row has the status on the current day of its own office.</summary>
    public static Expression<Func<ObligationRow<T>, bool>> HasStatus<T>(ObligationStatus status, ObligationDays days)
    {
        var (earliest, latest, ahead) = days;

        return status switch
        {
            ObligationStatus.Overdue when days.IsOneDay => row => row.IsOpen && row.DueOn < earliest,
            ObligationStatus.Overdue => row => row.IsOpen && row.DueOn < latest && (row.DueOn < earliest || ahead.Contains(row.Office)),
            ObligationStatus.Open when days.IsOneDay => row => row.IsOpen && row.DueOn >= earliest,
            ObligationStatus.Open => row => row.IsOpen && row.DueOn >= earliest && (row.DueOn >= latest || !ahead.Contains(row.Office)),
            ObligationStatus.Reported => row => row.IsReported,
            _ => row => row.IsClosed,
        };
    }
}
