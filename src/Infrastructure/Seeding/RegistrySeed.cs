using Compliance.Application.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>
/// Regions, their governments, and the ministries, agencies and vertical bodies. Adds
/// what is missing; existing rows are not changed.
/// </summary>
internal sealed class RegistrySeed(ComplianceDbContext db, ShippedFiles files, RequestContext context, TimeProvider clock)
{
    public static readonly string[] Files = ["regions", "registry/institutions.csv"];

    public async Task Load(CancellationToken cancellationToken)
    {
        context.Begin("loadRegistry", null);
        var regions = await db.Regions.Select(region => region.Code).ToHashSetAsync(cancellationToken);
        var institutions = await db.Institutions.Select(institution => institution.Code).ToHashSetAsync(cancellationToken);
        db.Regions.AddRange(Regions().Where(region => regions.Add(region.Code)));
        db.Institutions.AddRange(Governments().Concat(OtherBodies()).Where(institution => institutions.Add(institution.Code)));
        await db.SaveChangesAsync(cancellationToken);
        db.ClearTracking();
    }

    private IEnumerable<Region> Regions() =>
    [
        .. files.Rows("regions/provinces.csv").Select(row => new Region(row["code"], row["name"], null, RegionLevel.Province)),
        .. files.Rows("regions/regencies.csv").Select(row => new Region(
            row["code"], row["name"], row["province_code"], IsCity(row["name"]) ? RegionLevel.City : RegionLevel.Regency)),
        .. files.Rows("regions/pekanbaru-districts.csv").Select(row => new Region(row["code"], row["name"], row["regency_code"], RegionLevel.District)),
        .. files.Rows("regions/pekanbaru-villages.csv").Select(row => new Region(row["code"], row["name"], row["district_code"], RegionLevel.Village)),
    ];

    private IEnumerable<Institution> Governments() =>
    [
        .. files.Rows("regions/provinces.csv").Select(row =>
            Register(row["code"], $"Provinsi {row["name"]}", InstitutionKind.Province, row["code"], null)),
        .. files.Rows("regions/regencies.csv").Select(row => Register(
            row["code"], row["name"], IsCity(row["name"]) ? InstitutionKind.City : InstitutionKind.Regency, row["province_code"], null)),
    ];

    private IEnumerable<Institution> OtherBodies() => files.Rows("registry/institutions.csv").Select(row => Register(
        row["code"], row["name"], Enum.Parse<InstitutionKind>(row["kind"], ignoreCase: true), NullIfEmpty(row["province"]), NullIfEmpty(row["parent"])));

    private Institution Register(string code, string name, InstitutionKind kind, string? province, string? parent) =>
        new(EntityId.New<InstitutionId>(clock.GetUtcNow()), code, name, kind, province, parent);

    private static bool IsCity(string name) => name.StartsWith("Kota ", StringComparison.Ordinal);

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}
