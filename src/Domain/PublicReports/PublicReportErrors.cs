using Compliance.Domain.Common;

namespace Compliance.Domain.PublicReports;

public static class PublicReportErrors
{
    public static readonly DomainError Refused = DomainError.Breaks(
        "publicReportsRefused", "Angka bulan ini memuat kesalahan; setiap tempatnya disebutkan.", "The figures of this month have faults; each place is named.");

    public static readonly DomainError NotAMonth = DomainError.Breaks(
        "notAMonth", "Tulis bulan sebagai yyyy-MM, misalnya 2024-03.", "Write a month as yyyy-MM, such as 2024-03.");

    public static readonly DomainError MonthInFuture = DomainError.Breaks(
        "monthInFuture", "Bulan ini belum tiba menurut kalender kantor.", "By the calendar of the office this month is still to come.");

    public static readonly DomainError CountOutOfRange = DomainError.Breaks(
        "countOutOfRange",
        $"Jumlah laporan adalah bilangan bulat dari 0 sampai {CaseloadFigures.MostReports}.",
        $"A number of reports is whole, from 0 to {CaseloadFigures.MostReports}.");

    public static readonly DomainError MedianOutOfRange = DomainError.Breaks(
        "medianOutOfRange",
        $"Median hari adalah angka dari 0 sampai {CaseloadFigures.MostDays} dengan paling banyak satu desimal.",
        $"The median of days lies between 0 and {CaseloadFigures.MostDays}, with one decimal at most.");

    public static readonly DomainError MedianMissing = DomainError.Breaks(
        "medianMissing",
        "Ada laporan yang diselesaikan; sebutkan median harinya.",
        "Reports were settled; name the median of their days.");

    public static readonly DomainError MedianOfNothing = DomainError.Breaks(
        "medianOfNothing",
        "Tidak ada laporan yang diselesaikan, jadi tidak ada mediannya; kosongkan.",
        "No report was settled, so there is no median; leave it out.");

    public static DomainError MoreSettledThanOpen(Month month, int open) => DomainError.Breaks(
        "moreSettledThanOpen",
        $"Pada {month} diselesaikan lebih banyak daripada {open} laporan yang terbuka atau diterima. Catat dahulu bulan sebelumnya; sisa lama dicatat sebagai diterima pada bulan pertama.",
        $"In {month} more is settled than the {open} reports that were open or received. Record the months before it first; an older balance counts as received in the first month.");

    public static DomainError MoreLateThanThere(Month month, int most) => DomainError.Breaks(
        "moreLateThanThere",
        $"Pada {month} paling banyak {most} laporan dapat melewati 14 hari, yaitu yang diselesaikan dan yang masih terbuka.",
        $"In {month} at most {most} reports can be over 14 days: those settled and those still open.");
}
