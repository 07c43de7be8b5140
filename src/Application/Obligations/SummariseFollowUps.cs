using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>How much is due, by status, and how old what is late has become.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record SummariseFollowUps(FollowUpFilter Filter) : IRequest<FollowUpSummary>;

/// <param name="Counts">Of both kinds.</param>
/// <param name="Overdue">What is overdue, by the days since it was due.</param>
public sealed record FollowUpSummary(ObligationCounts Counts, Ageing Overdue, ObligationCounts Commitments, ObligationCounts CorrectiveActions);

public sealed record Ageing(int UpTo30Days, int UpTo90Days, int UpTo180Days, int Longer);

internal sealed class SummariseFollowUpsHandler(IComplianceDb db, KnownInstitutions institutions, RequestContext context, TimeProvider clock) : IRequestHandler<SummariseFollowUps, FollowUpSummary>
{
    private const int Month = 30;
    private const int Quarter = 90;
    private const int HalfYear = 180;

    public async Task<FollowUpSummary> Handle(SummariseFollowUps request, CancellationToken cancellationToken)
    {
        var due = await FollowUpRows.Of(db, institutions, request.Filter, context.Caller, cancellationToken);
        var days = FollowUpDays.At(clock.GetUtcNow());
        var (deadlines, actions) = (new List<Tally>(), new List<Tally>());

        if (due is not null && request.Filter.ShowsCommitments)
        {
            var rows = due.Deadlines(days);
            var east = days.Ahead;
            deadlines.Add(await Count(east.Count == 0 ? rows : rows.Where(row => !east.Contains(row.Office)), days.Earliest, cancellationToken));

            if (east.Count > 0)
            {
                deadlines.Add(await Count(rows.Where(row => east.Contains(row.Office)), days.Latest, cancellationToken));
            }
        }

        if (due is not null && request.Filter.ShowsActions)
        {
            actions.Add(await Count(due.Actions(days.Earliest), days.Earliest, cancellationToken));
        }

        var all = Tally.Sum([.. deadlines, .. actions]);

        return new(all.Counts, all.Ages, Tally.Sum(deadlines).Counts, Tally.Sum(actions).Counts);
    }

    private static Task<Tally> Count(IQueryable<CommitmentDeadline> rows, DateOnly today, CancellationToken cancellationToken) => Count(
        rows.Select(row => new Standing
        {
            IsOpen = row.Status == DeadlineStatus.Open,
            IsReported = row.Status == DeadlineStatus.Reported,
            IsClosed = row.Status == DeadlineStatus.Closed,
            DueOn = row.DueOn,
        }),
        today,
        cancellationToken);

    private static Task<Tally> Count(IQueryable<CorrectiveAction> rows, DateOnly today, CancellationToken cancellationToken) => Count(
        rows.Select(row => new Standing
        {
            IsOpen = row.Status == CorrectiveActionStatus.Open,
            IsReported = row.Status == CorrectiveActionStatus.Reported,
            IsClosed = row.Status == CorrectiveActionStatus.Resolved,
            DueOn = row.DueOn,
        }),
        today,
        cancellationToken);

    private static async Task<Tally> Count(IQueryable<Standing> rows, DateOnly today, CancellationToken cancellationToken)
    {
        var (month, quarter, halfYear) = (today.AddDays(-Month), today.AddDays(-Quarter), today.AddDays(-HalfYear));

        return await rows.GroupBy(_ => 1).Select(all => new Tally(
            all.Count(row => row.IsOpen && row.DueOn >= today),
            all.Count(row => row.IsReported),
            all.Count(row => row.IsClosed),
            all.Count(row => row.IsOpen && row.DueOn < today && row.DueOn >= month),
            all.Count(row => row.IsOpen && row.DueOn < month && row.DueOn >= quarter),
            all.Count(row => row.IsOpen && row.DueOn < quarter && row.DueOn >= halfYear),
            all.Count(row => row.IsOpen && row.DueOn < halfYear))).SingleOrDefaultAsync(cancellationToken) ?? Tally.None;
    }

    /// <summary>What is counted of a row of either kind.</summary>
    private sealed record Standing
    {
        public required bool IsOpen { get; init; }

        public required bool IsReported { get; init; }

        public required bool IsClosed { get; init; }

        public required DateOnly DueOn { get; init; }
    }

    private sealed record Tally(int Open, int Reported, int Closed, int UpTo30, int UpTo90, int UpTo180, int Longer)
    {
        public static readonly Tally None = new(0, 0, 0, 0, 0, 0, 0);

        public ObligationCounts Counts => new(Open, UpTo30 + UpTo90 + UpTo180 + Longer, Reported, Closed);

        public Ageing Ages => new(UpTo30, UpTo90, UpTo180, Longer);

        public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(None, (sum, each) => new(
            sum.Open + each.Open,
            sum.Reported + each.Reported,
            sum.Closed + each.Closed,
            sum.UpTo30 + each.UpTo30,
            sum.UpTo90 + each.UpTo90,
            sum.UpTo180 + each.UpTo180,
            sum.Longer + each.Longer));
    }
}
