using Compliance.Domain.Access;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>The existing institutions, units and offices, of those that a request names as parties.</summary>
internal sealed record KnownParties(
    IReadOnlyDictionary<string, Institution> Institutions, IReadOnlyDictionary<ServiceUnitId, InstitutionId> Units, IReadOnlySet<string> Offices);

internal static class KnownPartyRows
{
    public static async Task<KnownParties> PartiesOf(this IComplianceDb db, IReadOnlyList<PartyInput> parties, CancellationToken cancellationToken)
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
}
