namespace Compliance.Domain.Common;

public static class DiskErrors
{
    public static readonly DomainError StorageFull = DomainError.NoSpace(
        "storageFull",
        "Ruang penyimpanan hampir habis sehingga untuk sementara tidak ada yang dapat disimpan; coba lagi nanti.",
        "The storage is almost full, so nothing can be stored at the moment; try again later.");
}
