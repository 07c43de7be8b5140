namespace Compliance.Domain.Common;

/// <summary>Refusals where two writers meet, whatever they write.</summary>
public static class ConcurrencyErrors
{
    public static readonly DomainError ChangedMeanwhile = DomainError.Conflicts(
        "changedMeanwhile",
        "Data berubah sewaktu permintaan ini berjalan; ulangi.",
        "The data changed while this request ran; send it again.");

    public static readonly DomainError IdTaken = DomainError.Conflicts(
        "idTaken", "Id ini sudah dipakai dengan isi lain.", "This id stands for other content.");

    /// <summary>The resource has changed since the caller read it.</summary>
    public static DomainError VersionDiffers(int version) => DomainError.Outdated(
        "versionDiffers",
        $"Data ini sudah berubah; versi sekarang {version}. Baca ulang, lalu kirim dengan If-Match yang baru.",
        $"It has changed meanwhile; its version is now {version}. Read it again and send the new If-Match.");
}
