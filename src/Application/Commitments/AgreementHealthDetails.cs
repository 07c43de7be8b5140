using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Commitments;

/// <summary>The health of an agreement: how well its deadlines are met.</summary>
/// <param name="AsOf">Today, in the time zone of its office.</param>
/// <param name="ClosedShare">The weight of closed deadlines, of the weight of all; null if there are none.</param>
/// <param name="OnTimeShare">The weight of deadlines reported in time and closed, of the weight of all that are closed or past their due day.</param>
/// <param name="LastActivityOn">The latest day on which it was signed, or something was reported or closed.</param>
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
    /// <summary>Returns the health of these agreements, in two queries.</summary>
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

    /// <summary>Returns the latest day of reports for each agreement.</summary>
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
