using Compliance.Domain.Obligations;

namespace Compliance.Domain.Commitments;

public static class CommitmentStatus
{
    /// <summary>
    /// What the deadlines of a commitment make of it: overdue where any is, closed where all are, reported where a report waits, else open.
    /// </summary>
    public static DueStatus Of(IReadOnlyCollection<DueStatus> deadlines) =>
        deadlines.Contains(DueStatus.Overdue) ? DueStatus.Overdue
        : deadlines.All(each => each == DueStatus.Closed) ? DueStatus.Closed
        : deadlines.Contains(DueStatus.Reported) ? DueStatus.Reported
        : DueStatus.Open;
}
