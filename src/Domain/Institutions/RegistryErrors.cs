using Compliance.Domain.Common;

namespace Compliance.Domain.Institutions;

public static class RegistryErrors
{
    public static DomainError UnknownInstitution(string name, IReadOnlyList<string> closest)
    {
        var names = string.Join(", ", closest);
        var (id, en) = closest.Count == 0 ? ("", "") : ($" Yang terdekat: {names}.", $" The closest: {names}.");

        return DomainError.Breaks(
            "unknownInstitution", $"Instansi '{name}' tidak terdaftar.{id}", $"No institution '{name}' is registered.{en}");
    }

    public static DomainError UnknownUnit(Guid id) => DomainError.Breaks(
        "unknownUnit", $"Unit layanan {id} tidak terdaftar.", $"No service unit {id} is registered.");

    public static DomainError UnknownProduct(Guid id) => DomainError.Breaks(
        "unknownProduct", $"Unit ini tidak memiliki produk layanan {id}.", $"The unit offers no service product {id}.");

    public static DomainError UnknownRegion(string code) => DomainError.Breaks(
        "unknownRegion", $"Tidak ada wilayah berkode Kemendagri '{code}'.", $"There is no region of the Kemendagri code '{code}'.");
}
