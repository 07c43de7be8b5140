using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>Reads agreements with the names to show, and with what the caller may do with them today.</summary>
internal sealed class AgreementQueries(IComplianceDb db, ScopeItems items, AgreementTerms terms, RequestContext context, TimeProvider clock)
{
    public async Task<AgreementDetails> Read(AgreementId id, CancellationToken cancellationToken) =>
        (await Show([await db.FindAgreement(id, cancellationToken)], cancellationToken))[0];

    public async Task<IReadOnlyList<AgreementDetails>> Show(IReadOnlyList<Agreement> agreements, CancellationToken cancellationToken)
    {
        var ids = agreements.Select(each => (AgreementId?)each.Id).ToList();
        var continuations = (await db.Agreements.AsNoTracking().Where(each => ids.Contains(each.Continues))
            .OrderBy(each => each.Id).Select(each => new { each.Id, each.Continues }).ToListAsync(cancellationToken)).ToLookup(each => each.Continues, each => each.Id.Value);
        var names = await Names([.. agreements.SelectMany(each => each.Parties)], cancellationToken);
        var commitments = await db.CountCommitments(agreements, clock.GetUtcNow(), cancellationToken);

        return [.. agreements.Select(each => Show(each, names, [.. continuations[each.Id]], commitments.GetValueOrDefault(each.Id) ?? new(0, 0, 0)))];
    }

    private AgreementDetails Show(Agreement agreement, PartyNames names, IReadOnlyList<Guid> continuedBy, CommitmentCounts commitments)
    {
        var status = agreement.StatusOn(agreement.DayOf(clock.GetUtcNow()), terms);

        return new(
            agreement.Id.Value,
            agreement.Kind,
            agreement.Number,
            agreement.Title,
            agreement.Parent?.Value,
            agreement.Continues?.Value,
            continuedBy,
            agreement.Office,
            [.. agreement.Parties.Select(names.Show)],
            agreement.SignedOn,
            agreement.EffectiveFrom,
            agreement.EffectiveTo,
            agreement.Scope,
            [.. agreement.Scope.Select(items.Find).OfType<ScopeItem>()],
            agreement.ScopeNote,
            status,
            agreement.Steps,
            agreement is { TerminatedOn: { } on, TerminationReason: { } reason } ? new(on, reason) : null,
            commitments,
            agreement.RegisteredAt,
            [.. AllowedActions(agreement, status)],
            agreement.Version);
    }

    private IEnumerable<string> AllowedActions(Agreement agreement, AgreementStatus status)
    {
        if (!context.Caller.MayAt(Permission.ManageAgreements, agreement.Office))
        {
            return [];
        }

        string[] possible = agreement switch
        {
            { TerminatedOn: not null } => [],
            { SignedOn: null } => ["redraftAgreement", "recordAgreementStep", "signAgreement", "terminateAgreement"],
            _ when status == AgreementStatus.Expired => ["extendAgreement"],
            _ => ["terminateAgreement", "extendAgreement"],
        };

        return [.. possible, "addAgreementDocument"];
    }

    private async Task<PartyNames> Names(IReadOnlyList<Party> parties, CancellationToken cancellationToken)
    {
        var institutionIds = parties.Select(party => party.InstitutionId).OfType<InstitutionId>().Distinct().ToList();
        var unitIds = parties.Select(party => party.UnitId).OfType<ServiceUnitId>().Distinct().ToList();
        var officeCodes = parties.Select(party => party.Office).OfType<string>().Distinct().ToList();

        return new(
            await db.Institutions.AsNoTracking().Where(each => institutionIds.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellationToken),
            await db.ServiceUnits.AsNoTracking().Where(each => unitIds.Contains(each.Id)).Select(each => new { each.Id, each.Name })
                .ToDictionaryAsync(each => each.Id, each => each.Name, cancellationToken),
            await db.Regions.Where(each => officeCodes.Contains(each.Code)).ToDictionaryAsync(each => each.Code, each => each.Name, cancellationToken));
    }

    private sealed record PartyNames(
        IReadOnlyDictionary<InstitutionId, Institution> Institutions, IReadOnlyDictionary<ServiceUnitId, string> Units, IReadOnlyDictionary<string, string> Provinces)
    {
        private const string Ombudsman = "Ombudsman Republik Indonesia";

        public PartyDetails Show(Party party)
        {
            var institution = party.InstitutionId is { } id ? Institutions[id] : null;

            return new(
                party.UnitId is null ? institution?.Code : null,
                party.Office,
                party.UnitId?.Value,
                party.Office is { } office ? (Provinces.TryGetValue(office, out var province) ? $"{Ombudsman} Perwakilan {province}" : Ombudsman)
                    : party.UnitId is { } unit ? Units[unit]
                    : institution!.Name,
                party.UnitId is not null ? new(institution!.Code, institution.Name, institution.Kind, institution.Province) : null,
                party.Role,
                party.Number,
                party.Signatory);
        }
    }
}
