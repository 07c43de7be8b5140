using System.Linq.Expressions;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>Counts obligations by status, and the overdue ones by age.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record SummariseFollowUps(FollowUpFilter Filter) : IRequest<FollowUpSummary>;

/// <param name="Counts">Commitments and corrective actions together.</param>
/// <param name="Overdue">The overdue ones, by days since the due day.</param>
public sealed record FollowUpSummary(ObligationCounts Counts, Ageing Overdue, ObligationCounts Commitments, ObligationCounts CorrectiveActions);

public sealed record Ageing(int UpTo30Days, int UpTo90Days, int UpTo180Days, int Longer);

internal sealed class SummariseFollowUpsHandler(IComplianceDb db, KnownInstitutions institutions, RequestContext context, TimeProvider clock) : IRequestHandler<SummariseFollowUps, FollowUpSummary>
{
    private const int Month = 30;
    private const int Quarter = 90;
    private const int HalfYear = 180;

    public async Task<FollowUpSummary> Handle(SummariseFollowUps request, CancellationToken cancellationToken)
    {
        var due = await ObligationRows.Of(db, institutions, request.Filter, context.Caller, cancellationToken);
        var days = ObligationDays.At(clock.GetUtcNow());
        var deadlines = due is not null && request.Filter.ShowsCommitments
            ? await Count(due.Deadlines(days).Select(CommitmentDeadline.Row), days, cancellationToken)
            : Tally.None;
        var actions = due is not null && request.Filter.ShowsActions
            ? await Count(due.Actions(days.Earliest).Select(CorrectiveAction.Row), ObligationDays.Of(days.Earliest), cancellationToken)
            : Tally.None;
        var all = deadlines + actions;

        return new(all.Counts, all.Ages, deadlines.Counts, actions.Counts);
    }

    /// <summary>Counts in SQL. An obligation is overdue for more than n days if it was already overdue n days ago.</summary>
    private static async Task<Tally> Count<T>(IQueryable<ObligationRow<T>> rows, ObligationDays days, CancellationToken cancellationToken)
    {
        var open = OverdueRule.HasStatus<T>(ObligationStatus.Open, days);
        var (reported, closed) = (OverdueRule.HasStatus<T>(ObligationStatus.Reported, days), OverdueRule.HasStatus<T>(ObligationStatus.Closed, days));
        var overdue = OverdueRule.HasStatus<T>(ObligationStatus.Overdue, days);
        var (month, quarter, halfYear) = (OverdueFor<T>(Month, days), OverdueFor<T>(Quarter, days), OverdueFor<T>(HalfYear, days));

        return await rows.GroupBy(_ => 1).Select(all => new Tally(
            all.AsQueryable().Count(open),
            all.AsQueryable().Count(reported),
            all.AsQueryable().Count(closed),
            all.AsQueryable().Count(overdue),
            all.AsQueryable().Count(month),
            all.AsQueryable().Count(quarter),
            all.AsQueryable().Count(halfYear))).SingleOrDefaultAsync(cancellationToken) ?? Tally.None;
    }

    private static Expression<Func<ObligationRow<T>, bool>> OverdueFor<T>(int longerThan, ObligationDays days) =>
        OverdueRule.HasStatus<T>(ObligationStatus.Overdue, days.Before(longerThan));

    /// <param name="OverMonth">How many have been overdue for more than a month; likewise the other two.</param>
    private sealed record Tally(int Open, int Reported, int Closed, int Overdue, int OverMonth, int OverQuarter, int OverHalfYear)
    {
        public static readonly Tally None = new(0, 0, 0, 0, 0, 0, 0);

        public ObligationCounts Counts => new(Open, Overdue, Reported, Closed);

        public Ageing Ages => new(Overdue - OverMonth, OverMonth - OverQuarter, OverQuarter - OverHalfYear, OverHalfYear);

        public static Tally operator +(Tally one, Tally other) => new(
            one.Open + other.Open,
            one.Reported + other.Reported,
            one.Closed + other.Closed,
            one.Overdue + other.Overdue,
            one.OverMonth + other.OverMonth,
            one.OverQuarter + other.OverQuarter,
            one.OverHalfYear + other.OverHalfYear);
    }
}
