namespace Compliance.Domain.Common;

/// <summary>Errors of concurrent changes, for every kind of resource.</summary>
public static class ConcurrencyErrors
{
    public static readonly DomainError ChangedMeanwhile = DomainError.Conflict(
        "changedMeanwhile",
        "Data berubah ketika permintaan ini diproses; kirim ulang permintaan.",
        "The data changed while the request was being processed; send it again.");

    public static readonly DomainError IdTaken = DomainError.Conflict(
        "idTaken", "ID ini sudah digunakan untuk isi yang berbeda.", "This id is already used for different content.");

    public static DomainError VersionDiffers(int version) => DomainError.Outdated(
        "versionDiffers",
        $"Data ini telah berubah; versinya sekarang {version}. Baca kembali, lalu kirim dengan If-Match yang baru.",
        $"The data has changed; its version is now {version}. Read it again and send the new If-Match.");
}
