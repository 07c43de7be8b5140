using System.Linq.Expressions;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <param name="From">The first due day.</param>
/// <param name="Until">The last due day.</param>
/// <param name="EndsUntil">The last due day for the ends of agreements.</param>
/// <param name="OnlyOpen">Whether reported and closed obligations are left out.</param>
internal sealed record ObligationWindow(DateOnly From, DateOnly Until, DateOnly EndsUntil, bool OnlyOpen, Institution? Of = null, string? Office = null)
{
    private static readonly ObligationStatus[] open = [ObligationStatus.Open, ObligationStatus.Overdue];

    public FollowUpFilter Filter(DateOnly until) => new(Of?.Code, null, Office, null, OnlyOpen ? open : [], From.AddDays(-1), until.AddDays(1));
}

/// <summary>Reads all obligations of any kind that the caller may see, for reminders and calendars.</summary>
internal sealed class ObligationQueries(IComplianceDb db, KnownInstitutions institutions, RequestContext context, TimeProvider clock)
{
    private const string Ombudsman = "Ombudsman";

    /// <param name="failures">Takes what cannot be read, which is then left out; without it, that throws.</param>
    public async Task<IReadOnlyList<Obligation>> Read(ObligationWindow window, CancellationToken cancellationToken, RowFailures? failures = null)
    {
        var now = clock.GetUtcNow();
        var days = ObligationDays.At(now);
        var due = await RowsUntil(window.Until);
        var ends = await RowsUntil(window.EndsUntil);

        return due is null || ends is null ? [] :
        [
            .. await Each(due.Actions(days.Earliest), row => row.Id, rows => Read(rows, cancellationToken)),
            .. await Each(due.Deadlines(days), row => row.Id, rows => Read(rows, now, cancellationToken)),
            .. await Each(ends.AgreementEnds(days), row => row.Id, rows => Read(rows, cancellationToken)),
        ];

        async Task<IEnumerable<Obligation>> Each<T, TId>(IQueryable<T> rows, Expression<Func<T, TId>> id, Func<IQueryable<T>, Task<IEnumerable<Obligation>>> read) =>
            failures is null ? await read(rows) : await failures.Read(rows, id, read, cancellationToken);

        Task<ObligationRows?> RowsUntil(DateOnly until) => ObligationRows.Of(db, institutions, window.Filter(until), context.Caller, cancellationToken);
    }

    private async Task<IEnumerable<Obligation>> Read(IQueryable<CorrectiveAction> actions, CancellationToken cancellationToken)
    {
        var rows =
            from action in actions
            join institution in db.Institutions on action.InstitutionId equals institution.Id
            orderby action.DueOn, action.Id
            select new { action, institution };

        return [.. (await rows.ToListAsync(cancellationToken)).Select(row => Of(row.action, row.institution))];
    }

    /// <summary>Corrective actions use the calendar of head office.</summary>
    private static Obligation Of(CorrectiveAction action, Institution institution) => new(
        ObligationKind.CorrectiveAction,
        action.Id.Value,
        action.DueOn,
        action.Title,
        institution.Name,
        [SideOf(institution)],
        null,
        IndonesianZone.Wib,
        action.Progress,
        action.OpenedAt,
        action.Version);

    private async Task<IEnumerable<Obligation>> Read(IQueryable<CommitmentDeadline> deadlines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows =
            from deadline in deadlines
            join commitment in db.Commitments on deadline.CommitmentId equals commitment.Id
            join agreement in db.Agreements on deadline.AgreementId equals agreement.Id
            join institution in db.Institutions on deadline.InstitutionId equals (InstitutionId?)institution.Id into obligated
            from institution in obligated.DefaultIfEmpty()
            orderby deadline.DueOn, deadline.Id
            select new { deadline, commitment, agreement.TerminatedOn, institution };

        return [.. (await rows.ToListAsync(cancellationToken)).Select(row => Of(row.deadline, row.commitment, row.TerminatedOn, row.institution, now))];
    }

    private static Obligation Of(CommitmentDeadline deadline, Commitment commitment, DateOnly? terminatedOn, Institution? institution, DateTimeOffset now)
    {
        var zone = IndonesianTime.ZoneOf(deadline.Office);

        return new(
            ObligationKind.Deadline,
            deadline.Id.Value,
            deadline.DueOn,
            commitment.Title,
            institution?.Name ?? Ombudsman,
            [institution is null ? new(null, commitment.ObligatedOffice ?? deadline.Office) : SideOf(institution)],
            commitment.PersonInCharge,
            zone,
            deadline.ProgressUnder(terminatedOn, IndonesianTime.DayOf(now, zone)),
            commitment.MadeAt,
            commitment.Version);
    }

    private async Task<IEnumerable<Obligation>> Read(IQueryable<Agreement> ends, CancellationToken cancellationToken)
    {
        var agreements = await ends.OrderBy(agreement => agreement.EffectiveTo).ThenBy(agreement => agreement.Id).ToListAsync(cancellationToken);
        var known = await institutions.Of(db, agreements.SelectMany(agreement => agreement.Parties).Select(party => party.InstitutionId).OfType<InstitutionId>(), cancellationToken);

        return [.. agreements.Select(agreement => Of(agreement, known))];
    }

    private static Obligation Of(Agreement agreement, IReadOnlyDictionary<InstitutionId, Institution> institutions) => new(
        ObligationKind.AgreementEnd,
        agreement.Id.Value,
        agreement.EffectiveTo!.Value,
        agreement.Title,
        string.Join(", ", agreement.Parties.Where(party => party.InstitutionId is not null).Select(party => institutions[party.InstitutionId!.Value].Name).Distinct()),
        [.. agreement.Parties.Select(party => party.Office is { } office ? new(null, office) : SideOf(institutions[party.InstitutionId!.Value])).Distinct()],
        null,
        agreement.Zone,
        agreement.EndProgress,
        agreement.RegisteredAt,
        agreement.Version);

    private static Side SideOf(Institution institution) => new(institution.Code, Offices.Of(institution.Province));
}
