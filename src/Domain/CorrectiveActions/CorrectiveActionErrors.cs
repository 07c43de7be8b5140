using Compliance.Domain.Common;

namespace Compliance.Domain.CorrectiveActions;

public static class CorrectiveActionErrors
{
    public static readonly DomainError DutiesOverlap = DomainError.Breaks(
        "dutiesOverlap",
        "Yang membuka, yang melaporkan, dan yang memverifikasi harus tiga orang yang berbeda; orang instansi sendiri tidak membuka dan tidak memverifikasi.",
        "Three different persons open, report and verify it; the institution's own people neither open nor verify.");

    public static readonly DomainError DueBeforeDocument = DomainError.Breaks(
        "dueBeforeDocument", "Batas waktu mendahului tanggal dokumen.", "The due date lies before the date of the document.");

    public static readonly DomainError ActionResolved = DomainError.Conflicts(
        "actionResolved", "Tindakan korektif ini sudah dinyatakan selesai.", "This corrective action is resolved.");

    public static readonly DomainError ActionNotReported = DomainError.Conflicts(
        "actionNotReported", "Tidak ada laporan penyelesaian yang menunggu verifikasi.", "No report of completion waits to be verified.");

    public static readonly DomainError ActionRefused = DomainError.Breaks(
        "actionRefused", "Tindakan korektif ini memuat kesalahan; setiap tempatnya disebutkan.", "The corrective action has faults; each place is named.");

    public static readonly DomainError UnitOfAnother = DomainError.Breaks(
        "unitOfAnother", "Unit layanan ini bukan milik instansi tersebut.", "The institution has no such service unit.");

    public static readonly DomainError IndicatorNowhere = DomainError.Breaks(
        "indicatorNowhere", "Tidak ada instrumen yang memiliki indikator ini.", "No instrument has such an indicator.");
}
