using Compliance.Domain.Common;

namespace Compliance.Domain.Institutions;

public static class RegistryErrors
{
    public static DomainError UnknownInstitution(string name, IReadOnlyList<string> closest)
    {
        var names = string.Join(", ", closest);
        var (id, en) = closest.Count == 0 ? ("", "") : ($" Nama terdekat: {names}.", $" Closest names: {names}.");

        return DomainError.Invalid(
            "unknownInstitution", $"Instansi '{name}' tidak ditemukan.{id}", $"There is no institution '{name}'.{en}");
    }

    public static DomainError UnknownUnit(Guid id) => DomainError.Invalid(
        "unknownUnit", $"Unit layanan '{id}' tidak ditemukan.", $"There is no service unit '{id}'.");

    public static DomainError UnknownProduct(Guid id) => DomainError.Invalid(
        "unknownProduct", $"Produk layanan '{id}' tidak ditemukan pada unit ini.", $"The unit has no service product '{id}'.");

    public static DomainError UnknownRegion(string code) => DomainError.Invalid(
        "unknownRegion", $"Wilayah dengan kode Kemendagri '{code}' tidak ditemukan.", $"There is no region with the Kemendagri code '{code}'.");
}
