using Compliance.Domain.Institutions;

namespace Compliance.Infrastructure.Tests;

/// <summary>The registry as a fresh database has it.</summary>
public sealed class ShippedDataTests
{
    private List<Institution> institutions = null!;
    private List<Region> regions = null!;

    [OneTimeSetUp]
    public async Task Load()
    {
        await using var database = await TestDatabase.Prepared("sqlite");
        await using var db = database.Open();
        institutions = await db.Institutions.ToListAsync();
        regions = await db.Regions.ToListAsync();
    }

    [TestCase(InstitutionKind.Province, 38)]
    [TestCase(InstitutionKind.City, 98)]
    [TestCase(InstitutionKind.Regency, 416)]
    public void All_552_governments_are_registered(InstitutionKind kind, int count) =>
        institutions.Count(institution => institution.Kind == kind).Should().Be(count);

    [TestCase(InstitutionKind.Ministry)]
    [TestCase(InstitutionKind.Agency)]
    [TestCase(InstitutionKind.Vertical)]
    public void Other_bodies_are_registered_too(InstitutionKind kind) => institutions.Should().Contain(institution => institution.Kind == kind);

    [Test]
    public void Names_and_codes_are_unique()
    {
        institutions.Select(institution => institution.Key).Should().OnlyHaveUniqueItems();
        institutions.Select(institution => institution.Code).Should().OnlyHaveUniqueItems();
        institutions.Should().OnlyContain(institution => institution.Key == NameMatching.Key(institution.Name));
    }

    [Test]
    public void Governments_bear_the_code_of_their_region_and_belong_to_its_province()
    {
        var codes = regions.Select(region => region.Code).ToHashSet();
        var governments = institutions.Where(each => each.Kind is InstitutionKind.Province or InstitutionKind.City or InstitutionKind.Regency);

        governments.Should().OnlyContain(government => codes.Contains(government.Code) && government.Code.StartsWith(government.Province!));
    }

    [Test]
    public void Bodies_belong_to_provinces_and_parents_that_exist()
    {
        var codes = institutions.Select(institution => institution.Code).ToHashSet();

        institutions.Where(institution => institution.Parent != null).Should().OnlyContain(institution => codes.Contains(institution.Parent!));
        institutions.Where(institution => institution.Province != null).Should().OnlyContain(institution => codes.Contains(institution.Province!));
        regions.Where(region => region.Parent != null).Select(region => region.Parent).Should().BeSubsetOf(regions.Select(region => region.Code));
    }

    [TestCase("14.01", "Kabupaten Kampar", InstitutionKind.Regency)]
    [TestCase("14.71", "Kota Pekanbaru", InstitutionKind.City)]
    [TestCase("14", "Provinsi Riau", InstitutionKind.Province)]
    public void Well_known_governments(string code, string name, InstitutionKind kind) =>
        institutions.Single(institution => institution.Code == code).Should().BeEquivalentTo(new { Name = name, Kind = kind, Province = "14" });
}
