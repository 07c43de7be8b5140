using Compliance.Domain.Common;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Commitments;

/// <summary>A deadline with the weight of its commitment.</summary>
public sealed record WeightedDeadline(CommitmentDeadline Deadline, decimal Weight);

/// <summary>The health of an agreement, or of all agreements of an office together: how far its commitments are kept.</summary>
/// <param name="Commitments">By their status.</param>
/// <param name="ClosedShare">The closed part of the total weight, 0 to 1; null if there are no commitments.</param>
/// <param name="OnTimeShare">
/// The weight that was reported in time and closed, divided by the weight that is closed or past its due day; 0 to 1, null if there is none yet.
/// </param>
/// <param name="OverdueDays">The sum over all overdue deadlines.</param>
/// <param name="LongestOverdue">In days.</param>
/// <param name="LastActivityOn">The day of the last signature, report or closure.</param>
public sealed record AgreementHealth(
    ObligationCounts Deadlines, ObligationCounts Commitments, decimal? ClosedShare, decimal? OnTimeShare, int OverdueDays, int LongestOverdue, DateOnly? LastActivityOn)
{
    /// <param name="activity">The days of signatures and reports.</param>
    /// <param name="today">The current day in the time zone of the responsible office.</param>
    public static AgreementHealth Of(IReadOnlyCollection<WeightedDeadline> deadlines, IEnumerable<DateOnly?> activity, DateOnly today)
    {
        var closed = deadlines.Where(each => each.Deadline.Status == ObligationProgress.Closed).ToList();
        var judged = closed.Concat(deadlines.Where(each => each.Deadline.Status != ObligationProgress.Closed && OverdueRule.IsPast(each.Deadline.DueOn, today)));
        var late = deadlines.Where(each => each.Deadline.StatusOn(today) == ObligationStatus.Overdue).Select(each => each.Deadline.DaysLateOn(today)).ToList();
        var states = deadlines.ToLookup(each => each.Deadline.CommitmentId, each => each.Deadline.StatusOn(today));

        return new(
            ObligationCounts.Of([.. states.SelectMany(each => each)]),
            ObligationCounts.Of([.. states.Select(each => CommitmentStatus.Of([.. each]))]),
            Figures.Share(WeightOf(closed), WeightOf(deadlines)),
            Figures.Share(WeightOf(closed.Where(each => each.Deadline.DaysLateOn(today) == 0)), WeightOf(judged)),
            late.Sum(),
            late.DefaultIfEmpty().Max(),
            closed.Select(each => each.Deadline.ClosedOn).Concat(activity).Max());
    }

    private static decimal WeightOf(IEnumerable<WeightedDeadline> deadlines) => deadlines.Sum(each => each.Weight);
}
