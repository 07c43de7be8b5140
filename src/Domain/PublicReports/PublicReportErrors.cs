using Compliance.Domain.Common;

namespace Compliance.Domain.PublicReports;

public static class PublicReportErrors
{
    public static readonly DomainError Refused = DomainError.Invalid(
        "publicReportsRefused",
        "Data bulan ini tidak valid; setiap kesalahan dicantumkan.",
        "The figures of this month are not valid; each error is listed.");

    public static readonly DomainError NotAMonth = DomainError.Invalid(
        "notAMonth", "Harus berupa bulan dengan format yyyy-MM, misalnya 2024-03.", "This must be a month in the form yyyy-MM, such as 2024-03.");

    public static readonly DomainError MonthInFuture = DomainError.Invalid(
        "monthInFuture", "Bulan ini belum tiba menurut kalender kantor.", "This month is in the future by the calendar of the office.");

    public static readonly DomainError CountOutOfRange = DomainError.Invalid(
        "countOutOfRange",
        $"Jumlah laporan harus berupa bilangan bulat antara 0 dan {CaseloadFigures.MostReports}.",
        $"The number of reports must be a whole number between 0 and {CaseloadFigures.MostReports}.");

    public static readonly DomainError MedianOutOfRange = DomainError.Invalid(
        "medianOutOfRange",
        $"Median hari harus antara 0 dan {CaseloadFigures.MostDays}, dengan paling banyak satu desimal.",
        $"The median of days must be between 0 and {CaseloadFigures.MostDays}, with at most one decimal.");

    public static readonly DomainError MedianMissing = DomainError.Invalid(
        "medianMissing",
        "Ada laporan yang diselesaikan; median harinya wajib diisi.",
        "Some reports were settled; their median of days is required.");

    public static readonly DomainError MedianOfNothing = DomainError.Invalid(
        "medianOfNothing",
        "Tidak ada laporan yang diselesaikan sehingga tidak ada median; kosongkan.",
        "No report was settled, so there is no median; leave it empty.");

    public static DomainError MoreSettledThanOpen(Month month, int open) => DomainError.Invalid(
        "moreSettledThanOpen",
        $"Pada {Dates.IndonesianMonth(month.FirstDay)} jumlah yang diselesaikan melebihi {open} laporan yang masih terbuka atau baru diterima. Catat terlebih dahulu bulan-bulan sebelumnya; sisa lama dicatat sebagai laporan yang diterima pada bulan pertama.",
        $"In {Dates.EnglishMonth(month.FirstDay)} more reports are settled than the {open} that were open or received. Record the previous months first; an older balance counts as received in the first month.");

    public static DomainError MoreLateThanReceived(Month month, int most) => DomainError.Invalid(
        "moreLateThanThere",
        $"Pada {Dates.IndonesianMonth(month.FirstDay)} paling banyak {most} laporan dapat melewati 14 hari, yaitu yang diselesaikan dan yang masih terbuka.",
        $"In {Dates.EnglishMonth(month.FirstDay)} at most {most} reports can be over 14 days: those settled and those still open.");
}
