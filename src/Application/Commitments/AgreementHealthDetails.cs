using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.FollowUp;

namespace Compliance.Application.Commitments;

/// <summary>How alive an agreement is.</summary>
/// <param name="AsOf">The day of its office.</param>
/// <param name="ClosedShare">The weight that is closed, of all; null where nothing was promised.</param>
/// <param name="OnTimeShare">The weight that was reported in time and closed, of all that is closed or past its day.</param>
/// <param name="LastActivityOn">When it was signed, or something was reported or closed, whichever is latest.</param>
public sealed record AgreementHealthDetails(
    AgreementRef Agreement,
    DateOnly AsOf,
    DueCounts Deadlines,
    decimal? ClosedShare,
    decimal? OnTimeShare,
    int OverdueDays,
    int LongestOverdue,
    DateOnly? LastActivityOn);

internal static class AgreementHealths
{
    /// <summary>Of some agreements, in two queries however many they are.</summary>
    public static async Task<IReadOnlyList<AgreementHealthDetails>> HealthOf(
        this IComplianceDb db, IReadOnlyList<Agreement> agreements, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = agreements.Select(each => each.Id).ToList();
        var deadlines = await (
            from deadline in db.CommitmentDeadlines.AsNoTracking()
            join commitment in db.Commitments on deadline.CommitmentId equals commitment.Id
            where ids.Contains(deadline.AgreementId)
            select new { Deadline = deadline, commitment.Weight }).ToListAsync(cancellationToken);
        var reported = await (
            from report in db.ProgressReports
            join commitment in db.Commitments on report.CommitmentId equals commitment.Id
            where ids.Contains(commitment.AgreementId)
            group report.On by commitment.AgreementId into days
            select new { days.Key, Last = days.Max() }).ToDictionaryAsync(each => each.Key, each => (DateOnly?)each.Last, cancellationToken);
        var byAgreement = deadlines.ToLookup(each => each.Deadline.AgreementId, each => new WeighedDeadline(each.Deadline, each.Weight));

        return [.. agreements.Select(each => Show(each, [.. byAgreement[each.Id]], reported.GetValueOrDefault(each.Id), each.DayOf(now)))];
    }

    private static AgreementHealthDetails Show(Agreement agreement, IReadOnlyList<WeighedDeadline> deadlines, DateOnly? reported, DateOnly today)
    {
        var health = AgreementHealth.Of(deadlines, today);

        return new(
            AgreementRef.Of(agreement),
            today,
            health.Deadlines,
            health.ClosedShare,
            health.OnTimeShare,
            health.OverdueDays,
            health.LongestOverdue,
            deadlines.Select(each => each.Deadline.ClosedOn).Append(reported).Append(agreement.SignedOn).Max());
    }
}
