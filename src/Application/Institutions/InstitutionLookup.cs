using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>How institutions and units are found by what callers call them.</summary>
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

    /// <summary>An institution that a body names; where there is none, the request is refused at that place.</summary>
    public static async Task<Institution> LoadInstitutionAt(
        this IComplianceDb db, string code, string pointer, DomainError refusal, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == code, cancellationToken);
        Rule.RequireNone(institution is null ? [RegistryErrors.UnknownInstitution(code, []).At(pointer)] : [], refusal);

        return institution!;
    }
}
