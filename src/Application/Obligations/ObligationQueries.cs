using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <param name="From">The first due day that is asked for.</param>
/// <param name="Until">The last one.</param>
/// <param name="EndsUntil">The last one for the ends of agreements.</param>
/// <param name="OnlyOpen">Whether what is reported or settled is left out.</param>
internal sealed record ObligationWindow(DateOnly From, DateOnly Until, DateOnly EndsUntil, bool OnlyOpen, Institution? Of = null, string? Office = null);

/// <summary>All that is due and that the caller may see, of whatever kind, for reminders and calendars alike.</summary>
internal sealed class ObligationQueries(IComplianceDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Obligation>> Read(ObligationWindow window, CancellationToken cancellationToken) =>
    [
        .. await Actions(window, cancellationToken),
        .. await db.Deadlines(window, clock.GetUtcNow(), cancellationToken),
        .. await AgreementEnds(window, cancellationToken),
    ];

    private async Task<IEnumerable<Obligation>> Actions(ObligationWindow window, CancellationToken cancellationToken)
    {
        var rows =
            from action in db.CorrectiveActions.AsNoTracking()
            join institution in db.Institutions on action.InstitutionId equals institution.Id
            where action.DueOn >= window.From && action.DueOn <= window.Until
            select new { action, institution };
        rows = window.OnlyOpen ? rows.Where(row => row.action.Status == CorrectiveActionStatus.Open) : rows;
        rows = window.Of is { } own ? rows.Where(row => row.institution.Id == own.Id) : rows;
        rows = window.Office is { } office ? rows.Where(row => (row.institution.Province ?? Offices.Head) == office) : rows;

        return (await rows.OrderBy(row => row.action.DueOn).ThenBy(row => row.action.Id).ToListAsync(cancellationToken))
            .Select(row => Of(row.action, row.institution));
    }

    /// <summary>Corrective actions run by the calendar of the head office.</summary>
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

    private async Task<IEnumerable<Obligation>> AgreementEnds(ObligationWindow window, CancellationToken cancellationToken)
    {
        var ends = db.Agreements.AsNoTracking().Where(agreement => agreement.EffectiveTo >= window.From && agreement.EffectiveTo <= window.EndsUntil);
        ends = window.OnlyOpen ? ends.Where(agreement => agreement.ContinuedOn == null && agreement.TerminatedOn == null) : ends;
        ends = window.Of is { } own ? ends.Where(agreement => agreement.Parties.Any(party => party.InstitutionId == own.Id)) : ends;
        ends = window.Office is { } office
            ? ends.Where(agreement => agreement.Office == office || agreement.Parties.Any(party => party.Office == office))
            : ends;
        var agreements = await ends.OrderBy(agreement => agreement.EffectiveTo).ThenBy(agreement => agreement.Id).ToListAsync(cancellationToken);
        var parties = agreements.SelectMany(agreement => agreement.Parties).Select(party => party.InstitutionId).OfType<InstitutionId>().Distinct().ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(each => parties.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellationToken);

        return agreements.Select(agreement => Of(agreement, institutions));
    }

    private static Obligation Of(Agreement agreement, Dictionary<InstitutionId, Institution> institutions) => new(
        ObligationKind.AgreementEnd,
        agreement.Id.Value,
        agreement.EffectiveTo!.Value,
        agreement.Title,
        string.Join(", ", agreement.Parties.Where(party => party.InstitutionId is not null).Select(party => institutions[party.InstitutionId!.Value].Name).Distinct()),
        [.. agreement.Parties.Select(party => party.Office is { } office ? new(null, office) : SideOf(institutions[party.InstitutionId!.Value])).Distinct()],
        null,
        agreement.Zone,
        agreement.ContinuedOn is null && agreement.TerminatedOn is null ? ObligationProgress.Open : ObligationProgress.Closed,
        agreement.RegisteredAt,
        agreement.Version);

    private static Side SideOf(Institution institution) => new(institution.Code, Offices.Of(institution.Province));
}
