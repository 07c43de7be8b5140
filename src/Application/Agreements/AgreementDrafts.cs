using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>What a caller says of an agreement, as the domain takes it.</summary>
/// <param name="Office">The office that is to look after it.</param>
internal sealed record AgreementDraft(AgreementContent Content, Agreement? Umbrella, string Office);

/// <summary>Finds what callers name: institutions, units, offices, the agreement above, items of the scope.</summary>
internal sealed class AgreementDrafts(IComplianceDb db, ScopeItems items, Call call)
{
    /// <summary>Refuses with every place that names nothing, and whoever may not manage agreements at the office.</summary>
    public async Task<AgreementDraft> Read(AgreementInput input, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var known = await Known(input.Parties!, cancellationToken);
        var parties = input.Parties!.Select((party, place) => PartyOf(party, known, $"/parties/{place}", faults)).ToList();
        var umbrella = await Umbrella(input.Parent, faults, cancellationToken);
        faults.AddRange((input.Scope ?? []).Select((code, place) => (code, place)).Where(pair => items.Find(pair.code) is null)
            .Select(pair => AgreementErrors.UnknownScope.At($"/scope/{pair.place}")));
        Rule.RequireNone(faults, AgreementErrors.Refused);
        var content = new AgreementContent(
            input.Kind!.Value, input.Number, input.Title!, umbrella?.Id, [.. parties.OfType<Party>()], [.. (input.Scope ?? []).Distinct()], input.ScopeNote);
        var draft = new AgreementDraft(content, umbrella, OfficeOf(content, known));

        // Without any party it is nobody's, which the agreement itself refuses.
        Rule.Require(content.Parties.Count == 0 || call.Caller.MayAt(Permission.ManageAgreements, draft.Office), AccessErrors.OutsideScope);

        return draft;
    }

    private static string OfficeOf(AgreementContent content, KnownParties known) =>
        content.Parties.FirstOrDefault(party => party.Office is not null)?.Office
        ?? Offices.Of(content.Parties.Where(party => party.InstitutionId is not null)
            .Select(party => known.Institutions.Values.FirstOrDefault(each => each.Id == party.InstitutionId)).FirstOrDefault()?.Province);

    private static Party? PartyOf(PartyInput party, KnownParties known, string pointer, List<Fault> faults)
    {
        var signatory = party.Signatory is { } given ? new Signatory(given.Post!, given.Name) : null;

        switch (party)
        {
            case { Office: { } office, Institution: null, Unit: null }:
                if (known.Offices.Contains(office))
                {
                    return Party.OfOffice(office, party.Role, party.Number, signatory);
                }

                faults.Add(AccessErrors.UnknownOffice.At($"{pointer}/office"));

                return null;
            case { Institution: { } code, Office: null, Unit: null }:
                if (known.Institutions.TryGetValue(code, out var institution))
                {
                    return Party.Of(institution.Id, null, party.Role, party.Number, signatory);
                }

                faults.Add(RegistryErrors.UnknownInstitution(code, []).At($"{pointer}/institution"));

                return null;
            case { Unit: { } unit, Office: null, Institution: null }:
                if (known.Units.TryGetValue(ServiceUnitId.From(unit), out var owner))
                {
                    return Party.Of(owner, ServiceUnitId.From(unit), party.Role, party.Number, signatory);
                }

                faults.Add(RegistryErrors.UnknownUnit(unit).At($"{pointer}/unit"));

                return null;
            default:
                faults.Add(AgreementErrors.OneSideEach.At(pointer));

                return null;
        }
    }

    private async Task<Agreement?> Umbrella(Guid? parent, List<Fault> faults, CancellationToken cancellationToken)
    {
        if (parent is not { } given)
        {
            return null;
        }

        var id = AgreementId.From(given);

        if (await db.Agreements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is { } umbrella)
        {
            return umbrella;
        }

        faults.Add(AgreementErrors.UnknownAgreement.At("/parent"));

        return null;
    }

    private async Task<KnownParties> Known(IReadOnlyList<PartyInput> parties, CancellationToken cancellationToken)
    {
        var unitIds = parties.Select(party => party.Unit).OfType<Guid>().Select(ServiceUnitId.From).ToList();
        var units = await db.ServiceUnits.AsNoTracking().Where(unit => unitIds.Contains(unit.Id))
            .Select(unit => new { unit.Id, unit.InstitutionId }).ToDictionaryAsync(unit => unit.Id, unit => unit.InstitutionId, cancellationToken);
        var codes = parties.Select(party => party.Institution).OfType<string>().ToList();
        var owners = units.Values.ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(each => codes.Contains(each.Code) || owners.Contains(each.Id))
            .ToDictionaryAsync(each => each.Code, cancellationToken);
        var offices = await db.Regions.Where(region => region.Level == RegionLevel.Province).Select(region => region.Code).ToHashSetAsync(cancellationToken);
        offices.Add(Offices.Head);

        return new(institutions, units, offices);
    }

    private sealed record KnownParties(
        IReadOnlyDictionary<string, Institution> Institutions, IReadOnlyDictionary<ServiceUnitId, InstitutionId> Units, IReadOnlySet<string> Offices);
}
