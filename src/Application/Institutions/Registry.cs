using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>How institutions and units are found by what callers call them.</summary>
internal static class Registry
{
    public static async Task<Institution> LoadByCode(this DbSet<Institution> institutions, string code, CancellationToken cancellationToken) =>
        await institutions.AsNoTracking().SingleOrDefaultAsync(institution => institution.Code == code, cancellationToken)
        ?? throw new NotFoundException(nameof(Institution), code);

    public static async Task<ServiceUnit> LoadById(this DbSet<ServiceUnit> units, Guid id, CancellationToken cancellationToken) =>
        await units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == ServiceUnitId.From(id), cancellationToken)
        ?? throw new NotFoundException(nameof(ServiceUnit), id);
}
