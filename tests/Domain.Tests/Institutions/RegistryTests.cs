using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Institutions;

public sealed class RegistryTests
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    [Test]
    public void Institutions_and_units_are_compared_by_the_key_of_their_name()
    {
        var institution = new Institution(EntityId.New<InstitutionId>(Noon), "14.01", "Kabupaten Kampar", InstitutionKind.Regency, "14", null);
        var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(Noon), institution.Id, "Dinas  Sosial");

        institution.Key.Should().Be("kabupatenkampar");
        unit.Key.Should().Be("dinassosial");
        unit.InstitutionId.Should().Be(institution.Id);
    }

    [Test]
    public void A_unit_offers_its_products_in_the_order_they_were_registered()
    {
        var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(Noon), EntityId.New<InstitutionId>(Noon), "Disdukcapil");
        unit.Offer(EntityId.New<ServiceProductId>(Noon), "Akta kelahiran");
        unit.Offer(EntityId.New<ServiceProductId>(Noon), "KTP elektronik");

        unit.Products.Select(product => product.Name).Should().Equal("Akta kelahiran", "KTP elektronik");
    }
}
