using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.FollowUp;
using Compliance.Domain.Institutions;

namespace Compliance.Application.FollowUp;

/// <summary>What is due of both kinds, as filtered. Every condition is one that an index knows.</summary>
internal static class FollowUpRows
{
    public static IQueryable<CommitmentDeadline> DeadlinesBy(this IComplianceDb db, FollowUpFilter filter, InstitutionId? institution, FollowUpDays days)
    {
        var rows = db.CommitmentDeadlines.AsNoTracking();
        rows = institution is { } id ? rows.Where(row => row.InstitutionId == id) : rows;
        rows = filter.Office is { } office ? rows.Where(row => row.Office == office) : rows;
        rows = filter.DueAfter is { } after ? rows.Where(row => row.DueOn > after) : rows;
        rows = filter.DueBefore is { } before ? rows.Where(row => row.DueOn < before) : rows;

        if (filter.Agreement is { } given)
        {
            var agreement = AgreementId.From(given);
            rows = rows.Where(row => row.AgreementId == agreement);
        }

        return filter.IsAnyStatus ? rows : Of(rows, filter.Status, days);
    }

    public static IQueryable<CorrectiveAction> ActionsBy(this IComplianceDb db, FollowUpFilter filter, InstitutionId? institution, DateOnly today)
    {
        var rows = db.CorrectiveActions.AsNoTracking();
        rows = institution is { } id ? rows.Where(row => row.InstitutionId == id) : rows;
        rows = filter.DueAfter is { } after ? rows.Where(row => row.DueOn > after) : rows;
        rows = filter.DueBefore is { } before ? rows.Where(row => row.DueOn < before) : rows;
        rows = filter.Office is { } office
            ? rows.Where(row => db.Institutions.Any(each => each.Id == row.InstitutionId && (each.Province ?? Offices.Head) == office))
            : rows;

        return filter.IsAnyStatus ? rows : Of(rows, filter.Status, today);
    }

    /// <summary>The institution that is asked for: whether there is one, and which.</summary>
    public static async Task<(bool Known, InstitutionId? Id)> InstitutionOf(this IComplianceDb db, FollowUpFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Institution is not { } code)
        {
            return (true, null);
        }

        var id = await db.Institutions.Where(each => each.Code == code).Select(each => (InstitutionId?)each.Id).SingleOrDefaultAsync(cancellationToken);

        return (id is not null, id);
    }

    private static IQueryable<CommitmentDeadline> Of(IQueryable<CommitmentDeadline> rows, IReadOnlyList<DueStatus> wanted, FollowUpDays days)
    {
        var (open, overdue) = (wanted.Contains(DueStatus.Open), wanted.Contains(DueStatus.Overdue));
        var (reported, closed) = (wanted.Contains(DueStatus.Reported), wanted.Contains(DueStatus.Closed));
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

    private static IQueryable<CorrectiveAction> Of(IQueryable<CorrectiveAction> rows, IReadOnlyList<DueStatus> wanted, DateOnly today)
    {
        var (open, overdue) = (wanted.Contains(DueStatus.Open), wanted.Contains(DueStatus.Overdue));
        var (reported, resolved) = (wanted.Contains(DueStatus.Reported), wanted.Contains(DueStatus.Closed));

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
