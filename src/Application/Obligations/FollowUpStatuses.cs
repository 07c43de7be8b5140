using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>Statuses as conditions on what is stored, in words that an index knows where few statuses are asked for.</summary>
internal static class FollowUpStatuses
{
    public static IQueryable<CommitmentDeadline> Of(this IQueryable<CommitmentDeadline> rows, IReadOnlyList<ObligationStatus> wanted, FollowUpDays days)
    {
        var (open, overdue) = (wanted.Contains(ObligationStatus.Open), wanted.Contains(ObligationStatus.Overdue));
        var (reported, closed) = (wanted.Contains(ObligationStatus.Reported), wanted.Contains(ObligationStatus.Closed));
        var (earliest, latest, ahead) = days;

        return (open, overdue, reported, closed) switch
        {
            (true, true, false, false) => rows.Where(row => row.Status == DeadlineStatus.Open),
            (false, true, false, false) when earliest == latest => rows.Where(row => row.Status == DeadlineStatus.Open && row.DueOn < earliest),
            (false, true, false, false) => rows.Where(row =>
                row.Status == DeadlineStatus.Open && row.DueOn < latest && (row.DueOn < earliest || ahead.Contains(row.Office))),
            (true, false, false, false) => rows.Where(row =>
                row.Status == DeadlineStatus.Open && row.DueOn >= earliest && (row.DueOn >= latest || !ahead.Contains(row.Office))),
            (false, false, true, false) => rows.Where(row => row.Status == DeadlineStatus.Reported),
            (false, false, false, true) => rows.Where(row => row.Status == DeadlineStatus.Closed),
            _ => rows.Where(row =>
                (reported && row.Status == DeadlineStatus.Reported)
                || (closed && row.Status == DeadlineStatus.Closed)
                || (row.Status == DeadlineStatus.Open
                    && ((overdue && row.DueOn < latest && (row.DueOn < earliest || ahead.Contains(row.Office)))
                        || (open && row.DueOn >= earliest && (row.DueOn >= latest || !ahead.Contains(row.Office)))))),
        };
    }

    public static IQueryable<CorrectiveAction> Of(this IQueryable<CorrectiveAction> rows, IReadOnlyList<ObligationStatus> wanted, DateOnly today)
    {
        var (open, overdue) = (wanted.Contains(ObligationStatus.Open), wanted.Contains(ObligationStatus.Overdue));
        var (reported, resolved) = (wanted.Contains(ObligationStatus.Reported), wanted.Contains(ObligationStatus.Closed));

        return (open, overdue, reported, resolved) switch
        {
            (true, true, false, false) => rows.Where(row => row.Status == CorrectiveActionStatus.Open),
            (false, true, false, false) => rows.Where(row => row.Status == CorrectiveActionStatus.Open && row.DueOn < today),
            (true, false, false, false) => rows.Where(row => row.Status == CorrectiveActionStatus.Open && row.DueOn >= today),
            _ => rows.Where(row =>
                (reported && row.Status == CorrectiveActionStatus.Reported)
                || (resolved && row.Status == CorrectiveActionStatus.Resolved)
                || (row.Status == CorrectiveActionStatus.Open && ((overdue && row.DueOn < today) || (open && row.DueOn >= today)))),
        };
    }
}
