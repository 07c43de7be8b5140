using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>How the commitments of an agreement stand.</summary>
/// <param name="Overdue">Those among the open ones that are late.</param>
public sealed record CommitmentCounts(int Open, int Overdue, int Closed);

internal static class CommitmentCounting
{
    private static readonly Dictionary<AgreementId, CommitmentCounts> none = [];

    /// <summary>By agreement; one without any is not among them. No commitment is registered yet, so nothing is counted.</summary>
    public static IReadOnlyDictionary<AgreementId, CommitmentCounts> CountCommitments() => none;
}
