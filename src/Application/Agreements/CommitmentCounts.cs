using Compliance.Domain.Agreements;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Agreements;

/// <summary>The commitments of an agreement by status.</summary>
/// <param name="Open">Commitments with a deadline that is not closed.</param>
/// <param name="Overdue">How many of the open ones are overdue.</param>
public sealed record CommitmentCounts(int Open, int Overdue, int Closed);

internal static class CommitmentCountQueries
{
    /// <summary>Counts by agreement, in one query; an agreement without commitments has no entry.</summary>
    public static async Task<IReadOnlyDictionary<AgreementId, CommitmentCounts>> CountCommitments(
        this IComplianceDb db, IReadOnlyList<Agreement> agreements, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = agreements.ToDictionary(each => each.Id, each => each.DayOf(now));
        var ids = today.Keys.ToList();
        var commitments = await db.CommitmentDeadlines
            .Where(deadline => ids.Contains(deadline.AgreementId))
            .GroupBy(deadline => new { deadline.AgreementId, deadline.CommitmentId })
            .Select(all => new
            {
                all.Key.AgreementId,
                Left = all.Count(deadline => deadline.Status != ObligationProgress.Closed),
                FirstOpen = all.Min(deadline => deadline.Status == ObligationProgress.Open ? (DateOnly?)deadline.DueOn : null),
            })
            .ToListAsync(cancellationToken);

        return commitments.GroupBy(each => each.AgreementId).ToDictionary(of => of.Key, of => new CommitmentCounts(
            of.Count(each => each.Left > 0),
            of.Count(each => each.FirstOpen is { } due && OverdueRule.IsOverdue(ObligationProgress.Open, due, today[of.Key])),
            of.Count(each => each.Left == 0)));
    }
}
