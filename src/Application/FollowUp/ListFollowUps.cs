using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Commitments;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.FollowUp;
using Compliance.Domain.Institutions;

namespace Compliance.Application.FollowUp;

/// <summary>All that is due and that the caller may see, of both kinds, the first due first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListFollowUps(FollowUpFilter Filter, Paging Paging) : IRequest<Page<FollowUpLine>>;

internal sealed class ListFollowUpsHandler(IComplianceDb db, Call call, TimeProvider clock) : IRequestHandler<ListFollowUps, Page<FollowUpLine>>
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Page<FollowUpLine>> Handle(ListFollowUps request, CancellationToken cancellationToken)
    {
        var due = await FollowUpRows.Of(db, request.Filter, call.Caller, cancellationToken);
        var (after, rows) = (Behind(request.Paging), request.Paging.Limit + 1);
        var now = clock.GetUtcNow();
        var deadlines = due is not null && request.Filter.ShowsCommitments
            ? await Deadlines(due.Deadlines(FollowUpDays.At(now)), after, rows, now, cancellationToken)
            : [];
        var actions = due is not null && request.Filter.ShowsActions
            ? await Actions(due.Actions(IndonesianTime.DayOf(now)), after, rows, now, cancellationToken)
            : [];

        return request.Paging.Cut(
            DueOrder.Merge(deadlines, actions, line => (line.DueOn, line.Id), rows),
            line => line,
            line => new(line.DueOn.ToString(Day, CultureInfo.InvariantCulture), line.Id.ToString()));
    }

    private static (DateOnly DueOn, Guid Id)? Behind(Paging paging) =>
        paging.After is { } cursor ? (cursor.Part<DateOnly>(0), cursor.Part<Guid>(1)) : null;

    /// <summary>The page is cut out of the index before anything is joined to it.</summary>
    private async Task<IReadOnlyList<FollowUpLine>> Deadlines(
        IQueryable<CommitmentDeadline> deadlines, (DateOnly DueOn, Guid Id)? after, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (after is var (due, given))
        {
            var id = CommitmentDeadlineId.From(given);
            deadlines = deadlines.Where(each => each.DueOn >= due && (each.DueOn > due || each.Id > id));
        }

        var page = await (
            from deadline in deadlines.OrderBy(each => each.DueOn).ThenBy(each => each.Id).Take(most)
            join commitment in db.Commitments on deadline.CommitmentId equals commitment.Id
            join agreement in db.Agreements on deadline.AgreementId equals agreement.Id
            join institution in db.Institutions on deadline.InstitutionId equals (InstitutionId?)institution.Id into institutions
            from institution in institutions.DefaultIfEmpty()
            join unit in db.ServiceUnits on commitment.UnitId equals (ServiceUnitId?)unit.Id into units
            from unit in units.DefaultIfEmpty()
            orderby deadline.DueOn, deadline.Id
            select new
            {
                Deadline = deadline,
                commitment.Title,
                commitment.PersonInCharge,
                commitment.ObligatedOffice,
                commitment.UnitId,
                UnitName = unit.Name,
                Institution = institution,
                Agreement = new AgreementRef(agreement.Id.Value, agreement.Kind, agreement.Number, agreement.Title),
            }).ToListAsync(cancellationToken);

        return
        [
            .. page.Select(row => new FollowUpLine(
                row.Deadline.Id.Value,
                FollowUpKind.Commitment,
                row.Title,
                row.Deadline.Office,
                Obligated(row.Institution, row.UnitId, row.UnitName, row.ObligatedOffice),
                row.Agreement,
                row.Deadline.CommitmentId.Value,
                null,
                row.PersonInCharge,
                row.Deadline.DueOn,
                row.Deadline.StatusOn(Today(row.Deadline.Office, now)),
                row.Deadline.DaysLateOn(Today(row.Deadline.Office, now)))),
        ];
    }

    private async Task<IReadOnlyList<FollowUpLine>> Actions(
        IQueryable<CorrectiveAction> actions, (DateOnly DueOn, Guid Id)? after, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (after is var (due, given))
        {
            var id = CorrectiveActionId.From(given);
            actions = actions.Where(each => each.DueOn >= due && (each.DueOn > due || each.Id > id));
        }

        var page = await (
            from action in actions.OrderBy(each => each.DueOn).ThenBy(each => each.Id).Take(most)
            join institution in db.Institutions on action.InstitutionId equals institution.Id
            join unit in db.ServiceUnits on action.UnitId equals (ServiceUnitId?)unit.Id into units
            from unit in units.DefaultIfEmpty()
            orderby action.DueOn, action.Id
            select new { Action = action, Institution = institution, UnitName = unit.Name }).ToListAsync(cancellationToken);
        var today = IndonesianTime.DayOf(now);

        return
        [
            .. page.Select(row => new FollowUpLine(
                row.Action.Id.Value,
                FollowUpKind.CorrectiveAction,
                row.Action.Title,
                Offices.Of(row.Institution.Province),
                Obligated(row.Institution, row.Action.UnitId, row.UnitName, null),
                null,
                null,
                new(row.Action.DocumentNumber, row.Action.DocumentDate),
                null,
                row.Action.DueOn,
                row.Action.StandingOn(today),
                row.Action.DaysLateOn(today))),
        ];
    }

    private static DateOnly Today(string office, DateTimeOffset now) => IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(office));

    private static ObligatedRef Obligated(Institution? institution, ServiceUnitId? unit, string? unitName, string? office) => new(
        institution is null ? null : new(institution.Code, institution.Name, institution.Kind, institution.Province),
        unit is { } id ? new UnitRef(id.Value, unitName!) : null,
        office);
}
