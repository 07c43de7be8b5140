using Compliance.Domain.Common;

namespace Compliance.Domain.Commitments;

public static class CommitmentErrors
{
    public static readonly DomainError Refused = DomainError.Invalid(
        "commitmentRefused", "Komitmen ini tidak valid; setiap kesalahan dicantumkan.", "The commitment is not valid; each error is listed.");

    public static readonly DomainError AgreementEnded = DomainError.Conflict(
        "agreementEnded",
        "Perjanjian ini sudah berakhir; buat komitmen di bawah perpanjangannya.",
        "The agreement has ended; make the commitment under its extension.");

    public static readonly DomainError ObligatedNotParty = DomainError.Invalid(
        "obligatedNotParty",
        "Pihak yang berkewajiban harus merupakan pihak perjanjian atau bagian dari salah satu pihak.",
        "The obligated side must be a party to the agreement or belong to one.");

    public static readonly DomainError DueDateNeeded = DomainError.Invalid(
        "dueDateNeeded", "Sebutkan salah satu: dueOn atau recurrence.", "Name either dueOn or recurrence.");

    public static readonly DomainError RecurrenceWithoutEnd = DomainError.Invalid(
        "recurrenceWithoutEnd",
        "Perulangan harus memiliki akhir: isi until, paling lambat hari terakhir perjanjian.",
        "A recurrence must end: set until, at the latest to the last day of the agreement.");

    public static readonly DomainError RecurrenceCrosses = DomainError.Invalid(
        "recurrenceCrosses", "Perulangan berakhir sebelum mulai.", "The recurrence ends before it begins.");

    public static readonly DomainError TooManyDeadlines = DomainError.Invalid(
        "tooManyDeadlines",
        $"Paling banyak {Recurrence.MostDeadlines} tenggat; akhiri lebih awal atau perpanjang jaraknya.",
        $"At most {Recurrence.MostDeadlines} deadlines are possible; end the recurrence earlier or choose a longer interval.");

    public static readonly DomainError ScopeItemNotAgreed = DomainError.Invalid(
        "scopeItemNotAgreed", "Butir ini tidak termasuk dalam ruang lingkup perjanjian.", "This item is not in the scope of the agreement.");

    public static readonly DomainError TargetIsBaseline = DomainError.Invalid(
        "targetIsBaseline", "Target tidak boleh sama dengan keadaan awal (baseline).", "The target must differ from the baseline.");

    public static readonly DomainError DirectionContradicts = DomainError.Invalid(
        "directionContradicts",
        "Arah ini bertentangan dengan perubahan dari keadaan awal ke target.",
        "This direction contradicts the change from the baseline to the target.");

    public static readonly DomainError SeriesNeedsInstitution = DomainError.Invalid(
        "seriesNeedsInstitution",
        "Laporan masyarakat dicatat per instansi; hanya kewajiban instansi secara keseluruhan yang dapat diukur dengan deret ini.",
        "Public reports are recorded by institution; only an obligation of an institution as a whole can be measured by a series.");

    public static readonly DomainError Reported = DomainError.Conflict(
        "commitmentReported",
        "Komitmen ini sudah memiliki laporan; isinya tidak dapat diubah lagi.",
        "Progress was reported on this commitment; it can no longer be changed.");

    public static readonly DomainError ProgressRefused = DomainError.Invalid(
        "progressRefused",
        "Laporan kemajuan ini tidak valid; setiap kesalahan dicantumkan.",
        "The progress report is not valid; each error is listed.");

    public static readonly DomainError NoSuchDeadline = DomainError.Invalid(
        "noSuchDeadline", "Komitmen ini tidak memiliki tenggat pada tanggal tersebut.", "The commitment has no deadline on that date.");

    public static readonly DomainError DeadlineClosed = DomainError.Conflict(
        "deadlineClosed", "Tenggat ini sudah ditutup.", "The deadline is already closed.");

    public static readonly DomainError DeadlineNotReported = DomainError.Conflict(
        "deadlineNotReported", "Tidak ada laporan penyelesaian yang menunggu keputusan.", "No report of completion is waiting for a decision.");

    public static readonly DomainError OwnSideCloses = DomainError.Invalid(
        "ownSideCloses",
        "Komitmen ditutup oleh pihak lain, bukan oleh pihak yang berkewajiban.",
        "A commitment is closed by the other side, not by the obligated side.");

    public static readonly DomainError ReporterCloses = DomainError.Invalid(
        "reporterCloses", "Laporan tidak boleh ditutup oleh orang yang menyampaikannya.", "A report cannot be closed by the person who made it.");

    public static readonly DomainError ProofMissing = DomainError.Invalid(
        "proofMissing",
        "Belum ada bukti dukung: sertakan dalam proof, atau minta laporan yang disertai bukti dukung.",
        "There is no evidence yet: name it in proof, or ask for a report that has evidence.");

    public static readonly DomainError PlanRefused = DomainError.Invalid(
        "workPlanRefused", "Rencana kerja ini tidak valid; setiap kesalahan dicantumkan.", "The work plan is not valid; each error is listed.");

    public static readonly DomainError YearOutsideTerm = DomainError.Invalid(
        "yearOutsideTerm", "Perjanjian ini tidak berlaku pada tahun tersebut.", "The agreement is not in force in that year.");

    public static DomainError OutsideTerm(DateOnly from, DateOnly to) => DomainError.Invalid(
        "outsideTerm",
        $"Tenggat harus berada dalam masa berlaku perjanjian, {Dates.Indonesian(from)} sampai {Dates.Indonesian(to)}.",
        $"A deadline must lie within the term of the agreement, {Dates.English(from)} to {Dates.English(to)}.");
}
