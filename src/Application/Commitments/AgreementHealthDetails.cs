using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Commitments;

/// <summary>The health of an agreement: how its deadlines are met.</summary>
/// <param name="AsOf">The day of its office.</param>
/// <param name="ClosedShare">The weight that is closed, of all; null where nothing was promised.</param>
/// <param name="OnTimeShare">The weight that was reported in time and closed, of all that is closed or past its day.</param>
/// <param name="LastActivityOn">When it was signed, or something was reported or closed, whichever is latest.</param>
public sealed record AgreementHealthDetails(
    AgreementRef Agreement,
    DateOnly AsOf,
    ObligationCounts Deadlines,
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
        var deadlines = (await db.Weighed(db.CommitmentDeadlines.Where(each => ids.Contains(each.AgreementId))).ToListAsync(cancellationToken))
            .ToLookup(each => each.Deadline.AgreementId);
        var reported = await db.LastReports(db.Commitments.Where(each => ids.Contains(each.AgreementId)))
            .ToDictionaryAsync(each => each.Agreement, each => (DateOnly?)each.On, cancellationToken);

        return [.. agreements.Select(each => Show(each, [.. deadlines[each.Id]], reported.GetValueOrDefault(each.Id), each.DayOf(now)))];
    }

    public static IQueryable<WeightedDeadline> Weighed(this IComplianceDb db, IQueryable<CommitmentDeadline> deadlines) =>
        from deadline in deadlines.AsNoTracking()
        join commitment in db.Commitments on deadline.CommitmentId equals commitment.Id
        select new WeightedDeadline(deadline, commitment.Weight);

    /// <summary>The newest day that reports of an agreement speak of.</summary>
    public static IQueryable<LastReport> LastReports(this IComplianceDb db, IQueryable<Commitment> commitments) =>
        from report in db.ProgressReports
        join commitment in commitments on report.CommitmentId equals commitment.Id
        group report.On by commitment.AgreementId into days
        select new LastReport { Agreement = days.Key, On = days.Max() };

    private static AgreementHealthDetails Show(Agreement agreement, IReadOnlyList<WeightedDeadline> deadlines, DateOnly? reported, DateOnly today)
    {
        var health = AgreementHealth.Of(deadlines, [reported, agreement.SignedOn], today);

        return new(
            AgreementRef.Of(agreement),
            today,
            health.Deadlines,
            health.ClosedShare,
            health.OnTimeShare,
            health.OverdueDays,
            health.LongestOverdue,
            health.LastActivityOn);
    }
}

internal sealed class LastReport
{
    public AgreementId Agreement { get; init; }

    public DateOnly On { get; init; }
}
