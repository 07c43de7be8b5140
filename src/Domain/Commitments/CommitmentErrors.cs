using System.Globalization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Commitments;

public static class CommitmentErrors
{
    public static readonly DomainError Refused = DomainError.Breaks(
        "commitmentRefused", "Komitmen ini memuat kesalahan; setiap tempatnya disebutkan.", "The commitment has faults; each place is named.");

    public static readonly DomainError AgreementEnded = DomainError.Conflicts(
        "agreementEnded",
        "Perjanjian ini sudah berakhir; buatlah komitmen di bawah perpanjangannya.",
        "The agreement has ended; make the commitment under the one that extends it.");

    public static readonly DomainError ObligatedNotParty = DomainError.Breaks(
        "obligatedNotParty",
        "Pihak ini bukan pihak perjanjian dan bukan bagian dari salah satunya.",
        "It is no party of the agreement and belongs to none.");

    public static readonly DomainError DueDateNeeded = DomainError.Breaks(
        "dueDateNeeded", "Sebutkan dueOn atau recurrence, salah satu.", "Name dueOn or recurrence, one of the two.");

    public static readonly DomainError RecurrenceWithoutEnd = DomainError.Breaks(
        "recurrenceWithoutEnd",
        "Perulangan harus berakhir: sebutkan until, paling lambat hari terakhir perjanjian.",
        "A recurrence ends: name until, at latest the last day of the agreement.");

    public static readonly DomainError RecurrenceCrosses = DomainError.Breaks(
        "recurrenceCrosses", "Perulangan berakhir sebelum mulai.", "The recurrence ends before it begins.");

    public static readonly DomainError TooManyDeadlines = DomainError.Breaks(
        "tooManyDeadlines",
        $"Paling banyak {Recurrence.MostDeadlines} tenggat; akhiri lebih awal atau perjarang.",
        $"At most {Recurrence.MostDeadlines} deadlines; end it earlier or make it rarer.");

    public static readonly DomainError ScopeItemNotAgreed = DomainError.Breaks(
        "scopeItemNotAgreed", "Butir ini tidak ada dalam ruang lingkup perjanjian.", "This item is not in the scope of the agreement.");

    public static readonly DomainError TargetIsBaseline = DomainError.Breaks(
        "targetIsBaseline", "Target sama dengan keadaan awal.", "The target is where it began.");

    public static readonly DomainError DirectionContradicts = DomainError.Breaks(
        "directionContradicts", "Arah ini berlawanan dengan jalan dari keadaan awal ke target.", "This direction leads away from the target.");

    public static readonly DomainError SeriesNeedsInstitution = DomainError.Breaks(
        "seriesNeedsInstitution",
        "Laporan masyarakat dicatat per instansi; hanya kewajiban sebuah instansi secara keseluruhan yang dapat diukur dengan deret ini.",
        "Public reports are on record by institution; only what an institution as a whole promised is measured by a series.");

    public static readonly DomainError Reported = DomainError.Conflicts(
        "commitmentReported",
        "Komitmen ini sudah dilaporkan; isinya tidak berubah lagi.",
        "Something was reported of this commitment; what it says no longer changes.");

    public static readonly DomainError ProgressRefused = DomainError.Breaks(
        "progressRefused", "Laporan ini memuat kesalahan; setiap tempatnya disebutkan.", "The report has faults; each place is named.");

    public static readonly DomainError NoSuchDeadline = DomainError.Breaks(
        "noSuchDeadline", "Komitmen ini tidak jatuh tempo pada hari itu.", "The commitment is not due on that day.");

    public static readonly DomainError DeadlineClosed = DomainError.Conflicts(
        "deadlineClosed", "Tenggat ini sudah ditutup.", "The deadline is closed.");

    public static readonly DomainError DeadlineNotReported = DomainError.Conflicts(
        "deadlineNotReported", "Tidak ada laporan selesai yang menunggu keputusan.", "No report that it is done waits to be judged.");

    public static readonly DomainError OwnSideCloses = DomainError.Breaks(
        "ownSideCloses", "Komitmen ditutup oleh pihak lain, bukan oleh pihak yang berkewajiban.", "The other side closes a commitment, not the side that is obliged.");

    public static readonly DomainError ReporterCloses = DomainError.Breaks(
        "reporterCloses", "Yang melaporkan tidak menutup laporannya sendiri.", "Whoever reported it does not close it.");

    public static readonly DomainError ProofMissing = DomainError.Breaks(
        "proofMissing",
        "Belum ada bukti: sertakan proof pada penutupan ini, atau mintalah laporan dengan bukti.",
        "There is no proof: name one in proof, or ask for a report that has one.");

    public static readonly DomainError PlanRefused = DomainError.Breaks(
        "workPlanRefused", "Rencana kerja ini memuat kesalahan; setiap tempatnya disebutkan.", "The work plan has faults; each place is named.");

    public static readonly DomainError YearOutsideTerm = DomainError.Breaks(
        "yearOutsideTerm", "Perjanjian ini tidak berlaku pada tahun itu.", "The agreement is not in force in that year.");

    public static DomainError OutsideTerm(DateOnly from, DateOnly to) => DomainError.Breaks(
        "outsideTerm",
        $"Tenggat harus dalam masa berlaku perjanjian, {Day(from)} sampai {Day(to)}.",
        $"A deadline lies within the term of the agreement, {Day(from)} to {Day(to)}.");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
