using Compliance.Application.Commitments;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>
/// Reads the lines of one page, unordered. The page is taken from the index before anything is joined, and only the columns that a line
/// shows are read, because each costs time.
/// </summary>
/// <param name="after">The last line of the previous page; null for the first page.</param>
internal sealed class FollowUpPageQueries(IComplianceDb db, KnownInstitutions institutions, (DateOnly DueOn, Guid Id)? after, int most, DateTimeOffset now)
{
    public async Task<IReadOnlyList<FollowUpLine>> Of(IQueryable<CommitmentDeadline> deadlines, CancellationToken cancellationToken)
    {
        if (after is var (due, given))
        {
            var id = CommitmentDeadlineId.From(given);
            deadlines = deadlines.Where(each => each.DueOn >= due && (each.DueOn > due || each.Id > id));
        }

        var page = await deadlines.OrderBy(each => each.DueOn).ThenBy(each => each.Id).Take(most)
            .Join(db.Commitments, deadline => deadline.CommitmentId, commitment => commitment.Id, (deadline, commitment) => new { deadline, commitment })
            .Join(db.Agreements, row => row.deadline.AgreementId, agreement => agreement.Id, (row, agreement) => new { row.deadline, row.commitment, agreement })
            .LeftJoin(db.ServiceUnits, row => row.commitment.UnitId, unit => (ServiceUnitId?)unit.Id, (row, unit) => new
            {
                row.deadline.Id,
                row.deadline.CommitmentId,
                row.deadline.AgreementId,
                row.deadline.InstitutionId,
                row.deadline.Office,
                row.deadline.DueOn,
                row.deadline.Status,
                row.deadline.ReportedAt,
                row.commitment.Title,
                row.commitment.PersonInCharge,
                row.commitment.ObligatedOffice,
                row.commitment.UnitId,
                UnitName = unit!.Name,
                AgreementKind = row.agreement.Kind,
                AgreementNumber = row.agreement.Number,
                AgreementTitle = row.agreement.Title,
            })
            .ToListAsync(cancellationToken);
        var known = await institutions.Of(db, page.Select(row => row.InstitutionId).OfType<InstitutionId>(), cancellationToken);

        return
        [
            .. page.Select(row => new FollowUpLine(
                row.Id.Value,
                FollowUpKind.Commitment,
                row.Title,
                row.Office,
                Obligated(row.InstitutionId is { } id ? known[id] : null, row.UnitId, row.UnitName, row.ObligatedOffice),
                new(row.AgreementId.Value, row.AgreementKind, row.AgreementNumber, row.AgreementTitle),
                row.CommitmentId.Value,
                null,
                row.PersonInCharge,
                row.DueOn,
                OverdueRule.StatusOf(row.Status, row.DueOn, DayAt(row.Office, now)),
                OverdueRule.DaysLate(row.Status, row.DueOn, row.ReportedAt is { } at ? DayAt(row.Office, at) : null, DayAt(row.Office, now)))),
        ];
    }

    /// <param name="last">The latest due day to read.</param>
    public async Task<IReadOnlyList<FollowUpLine>> Of(IQueryable<CorrectiveAction> actions, DateOnly last, CancellationToken cancellationToken)
    {
        if (after is var (due, given))
        {
            var id = CorrectiveActionId.From(given);
            actions = actions.Where(each => each.DueOn >= due && (each.DueOn > due || each.Id > id));
        }

        var page = await actions.Where(each => each.DueOn <= last).OrderBy(each => each.DueOn).ThenBy(each => each.Id).Take(most)
            .LeftJoin(db.ServiceUnits, action => action.UnitId, unit => (ServiceUnitId?)unit.Id, (action, unit) => new { Action = action, UnitName = unit!.Name })
            .ToListAsync(cancellationToken);
        var known = await institutions.Of(db, page.Select(row => row.Action.InstitutionId), cancellationToken);
        var today = IndonesianTime.DayOf(now);

        return
        [
            .. page.Select(row => new FollowUpLine(
                row.Action.Id.Value,
                FollowUpKind.CorrectiveAction,
                row.Action.Title,
                Offices.Of(known[row.Action.InstitutionId].Province),
                Obligated(known[row.Action.InstitutionId], row.Action.UnitId, row.UnitName, null),
                null,
                null,
                new(row.Action.DocumentNumber, row.Action.DocumentDate),
                null,
                row.Action.DueOn,
                row.Action.StatusOn(today),
                row.Action.DaysLateOn(today))),
        ];
    }

    private static DateOnly DayAt(string office, DateTimeOffset instant) => IndonesianTime.DayOf(instant, IndonesianTime.ZoneOf(office));

    private static ObligatedRef Obligated(Institution? institution, ServiceUnitId? unit, string? unitName, string? office) => new(
        institution is null ? null : new(institution.Code, institution.Name, institution.Kind, institution.Province),
        unit is { } id ? new UnitRef(id.Value, unitName!) : null,
        office);
}
