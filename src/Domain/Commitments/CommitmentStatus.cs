using Compliance.Domain.Obligations;

namespace Compliance.Domain.Commitments;

public static class CommitmentStatus
{
    /// <summary>
    /// What the deadlines of a commitment make of it: overdue where any is, closed where all are, reported where a report waits, else open.
    /// </summary>
    public static ObligationStatus Of(IReadOnlyCollection<ObligationStatus> deadlines) =>
        deadlines.Contains(ObligationStatus.Overdue) ? ObligationStatus.Overdue
        : deadlines.All(each => each == ObligationStatus.Closed) ? ObligationStatus.Closed
        : deadlines.Contains(ObligationStatus.Reported) ? ObligationStatus.Reported
        : ObligationStatus.Open;
}
