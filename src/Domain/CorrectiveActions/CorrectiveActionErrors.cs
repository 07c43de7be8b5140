using Compliance.Domain.Common;

namespace Compliance.Domain.CorrectiveActions;

public static class CorrectiveActionErrors
{
    public static readonly DomainError DutiesOverlap = DomainError.Invalid(
        "dutiesOverlap",
        "Tindakan korektif harus dibuka, dilaporkan, dan diverifikasi oleh tiga orang yang berbeda; pihak instansi sendiri tidak boleh membuka atau memverifikasinya.",
        "Opening, reporting and verifying a corrective action need three different people; the institution's own people can neither open nor verify it.");

    public static readonly DomainError DueBeforeDocument = DomainError.Invalid(
        "dueBeforeDocument", "Batas waktu mendahului tanggal dokumen.", "The due date precedes the date of the document.");

    public static readonly DomainError ActionResolved = DomainError.Conflict(
        "actionResolved", "Tindakan korektif ini sudah dinyatakan selesai.", "This corrective action is already resolved.");

    public static readonly DomainError ActionNotReported = DomainError.Conflict(
        "actionNotReported", "Tidak ada laporan penyelesaian yang menunggu verifikasi.", "No report of completion is waiting for verification.");

    public static readonly DomainError ActionRefused = DomainError.Invalid(
        "actionRefused",
        "Tindakan korektif ini tidak valid; setiap kesalahan dicantumkan.",
        "The corrective action is not valid; each error is listed.");

    public static readonly DomainError UnitOfAnother = DomainError.Invalid(
        "unitOfAnother", "Unit layanan ini bukan milik instansi tersebut.", "The service unit does not belong to the institution.");

    public static readonly DomainError IndicatorNowhere = DomainError.Invalid(
        "indicatorNowhere", "Indikator ini tidak ditemukan dalam instrumen mana pun.", "No instrument has this indicator.");
}
