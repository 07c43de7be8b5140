using Compliance.Domain.Common;
using Compliance.Domain.FollowUp;

namespace Compliance.Domain.Commitments;

/// <summary>A deadline with the weight of its commitment.</summary>
public sealed record WeighedDeadline(CommitmentDeadline Deadline, decimal Weight);

/// <summary>How alive an agreement is, by what it promised.</summary>
/// <param name="ClosedShare">The weight that is closed, of all; 0 to 1, null where nothing was promised.</param>
/// <param name="OnTimeShare">
/// The weight that was reported in time and closed, of all that is closed or past its day; 0 to 1, null where nothing is yet.
/// </param>
/// <param name="OverdueDays">Of all deadlines that are overdue, together.</param>
/// <param name="LongestOverdue">In days.</param>
public sealed record AgreementHealth(DueCounts Deadlines, decimal? ClosedShare, decimal? OnTimeShare, int OverdueDays, int LongestOverdue)
{
    /// <param name="today">A day of the calendar of the agreement's office.</param>
    public static AgreementHealth Of(IReadOnlyCollection<WeighedDeadline> deadlines, DateOnly today)
    {
        var closed = deadlines.Where(each => each.Deadline.Status == DeadlineStatus.Closed).ToList();
        var judged = closed.Sum(each => each.Weight) + deadlines.Except(closed).Where(each => each.Deadline.DueOn < today).Sum(each => each.Weight);
        var late = deadlines.Where(each => each.Deadline.StatusOn(today) == DueStatus.Overdue).Select(each => each.Deadline.DaysLateOn(today)).ToList();

        return new(
            DueCounts.Of([.. deadlines.Select(each => each.Deadline.StatusOn(today))]),
            Figures.Share(closed.Sum(each => each.Weight), deadlines.Sum(each => each.Weight)),
            Figures.Share(closed.Where(each => each.Deadline.DaysLateOn(today) == 0).Sum(each => each.Weight), judged),
            late.Sum(),
            late.DefaultIfEmpty().Max());
    }
}
