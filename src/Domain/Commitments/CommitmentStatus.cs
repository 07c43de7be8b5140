using Compliance.Domain.Obligations;

namespace Compliance.Domain.Commitments;

public static class CommitmentStatus
{
    /// <summary>
    /// The status of a commitment from those of its deadlines: overdue if any is, closed if all are, reported if any report is undecided, else open.
    /// </summary>
    public static ObligationStatus Of(IReadOnlyCollection<ObligationStatus> deadlines) =>
        deadlines.Contains(ObligationStatus.Overdue) ? ObligationStatus.Overdue
        : deadlines.All(each => each == ObligationStatus.Closed) ? ObligationStatus.Closed
        : deadlines.Contains(ObligationStatus.Reported) ? ObligationStatus.Reported
        : ObligationStatus.Open;
}
