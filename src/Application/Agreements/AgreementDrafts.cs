using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>The content of a request about an agreement, in terms of the domain.</summary>
/// <param name="Office">The office that will be responsible for it.</param>
/// <param name="Faults">The violated rules; everything that the request refers to exists.</param>
internal sealed record AgreementDraft(AgreementContent Content, Agreement? Umbrella, string Office, IReadOnlyList<Fault> Faults);

/// <summary>Resolves what a request refers to: institutions, units, offices, the umbrella agreement, items of the scope.</summary>
internal sealed class AgreementDrafts(IComplianceDb db, ScopeItems items, AgreementTerms terms, RequestContext context, TimeProvider clock)
{
    /// <summary>
    /// Refuses a caller who may not manage agreements at the office, and references to what does not exist, together with all other faults that can
    /// be found. If everything exists, the other faults are returned with the draft, because a repeated request must not be validated again.
    /// </summary>
    /// <param name="signature">Null if the request has none.</param>
    public async Task<AgreementDraft> Read(AgreementInput input, SignatureInput? signature, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var known = await db.PartiesOf(input.Parties!, cancellationToken);
        var parties = input.Parties!.Select((party, index) => PartyOf(party, known, $"/parties/{index}", faults)).OfType<Party>().ToList();
        var umbrella = await Umbrella(input.Parent, faults, cancellationToken);
        var content = new AgreementContent(
            input.Kind!.Value, input.Number, input.Title!, umbrella?.Id, parties, [.. (input.Scope ?? []).Distinct()], input.ScopeNote);
        var office = OfficeOf(content, known);

        // The office follows from the parties, so it is unknown if one of them was not found or there are none.
        if (parties.Count > 0 && parties.Count == input.Parties!.Count)
        {
            Rule.Require(context.Caller.MayAt(Permission.ManageAgreements, office), AccessErrors.OutsideScope);
        }

        faults.AddRange((input.Scope ?? []).Select((code, index) => (code, index)).Where(pair => items.Find(pair.code) is null)
            .Select(pair => AgreementErrors.UnknownScope.At($"/scope/{pair.index}")));
        faults.AddRange(signature?.Missing() ?? []);
        var draft = new AgreementDraft(content, umbrella, office, FaultsOf(content, umbrella, office, input, signature?.Term));
        Rule.RequireNone(faults is [] ? [] : [.. faults, .. draft.Faults], AgreementErrors.Refused);

        return draft;
    }

    private IReadOnlyList<Fault> FaultsOf(AgreementContent content, Agreement? umbrella, string office, AgreementInput input, AgreementPeriod? term)
    {
        // With a party left out, the indexes of the others would be wrong.
        if (content.Parties.Count < input.Parties!.Count)
        {
            return [];
        }

        var today = IndonesianTime.DayOf(clock.GetUtcNow(), IndonesianTime.ZoneOf(office));

        return
        [
            .. AgreementRules.FaultsOfParties(content),
            .. input.Parent is null || umbrella is not null ? AgreementRules.FaultsOfParent(content, umbrella) : [],
            .. term is null ? [] : AgreementRules.FaultsOfTerm(content.Kind, term, umbrella, terms, today),
        ];
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
}
