using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>Finds institutions and units by their public keys.</summary>
internal static class InstitutionLookup
{
    public static async Task<Institution> LoadByCode(this DbSet<Institution> institutions, string code, CancellationToken cancellationToken) =>
        await institutions.AsNoTracking().SingleOrDefaultAsync(institution => institution.Code == code, cancellationToken)
        ?? throw new NotFoundException(ResourceKind.Institution, code);

    public static async Task<ServiceUnit> LoadById(this DbSet<ServiceUnit> units, Guid id, CancellationToken cancellationToken) =>
        await units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == ServiceUnitId.From(id), cancellationToken)
        ?? throw new NotFoundException(ResourceKind.ServiceUnit, id);

    public static Task<Region?> FindRegion(this DbSet<Region> regions, string code, CancellationToken cancellationToken) =>
        regions.AsNoTracking().SingleOrDefaultAsync(region => region.Code == code, cancellationToken);

    /// <summary>Loads an institution that a request body names; refuses the request, with the pointer, if it does not exist.</summary>
    public static async Task<Institution> LoadInstitutionAt(
        this IComplianceDb db, string code, string pointer, DomainError refusal, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == code, cancellationToken);
        Rule.RequireNone(institution is null ? [RegistryErrors.UnknownInstitution(code, []).At(pointer)] : [], refusal);

        return institution!;
    }
}
