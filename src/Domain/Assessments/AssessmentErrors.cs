using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class AssessmentErrors
{
    public static readonly DomainError UnitsUnknown = DomainError.Breaks(
        "unknownUnit", "Ada unit layanan yang tidak terdaftar.", "Some service units are not registered.");

    public static readonly DomainError ReasonNeeded = DomainError.Breaks(
        "reasonNeeded",
        "Penilaian ini sudah diajukan; perubahan jawaban perlu alasan (reason).",
        "This assessment was submitted; a changed answer needs its reason.");

    public static readonly DomainError TechniqueNotAssigned = DomainError.Forbids(
        "techniqueNotAssigned",
        "Indikator ini diamati dengan teknik yang ditugaskan kepada asesor lain.",
        "This indicator is observed by techniques that are assigned to other assessors.");

    public static readonly DomainError UnitTwice = DomainError.Breaks(
        "unitTwice", "Unit ini sudah ada dalam kerangka sampel yang dikirim.", "This unit stands in the sampling frame already.");

    public static readonly DomainError PlanRefused = DomainError.Breaks(
        "planRefused", "Rencana ini memuat kesalahan; setiap tempatnya disebutkan.", "The plan has faults; each place is named.");

    public static readonly DomainError ProductTwice = DomainError.Breaks(
        "productTwice", "Produk layanan ini sudah dipilih.", "This service product is chosen already.");

    public static readonly DomainError SubjectAnswered = DomainError.Conflicts(
        "subjectAnswered",
        "Sudah ada jawaban pada subjek yang akan hilang atau berganti produk.",
        "An answer stands on a subject that would fall away or stand for another product.");

    public static readonly DomainError AssignmentRefused = DomainError.Breaks(
        "assignmentRefused", "Penugasan ini memuat kesalahan; setiap tempatnya disebutkan.", "The assignment has faults; each place is named.");

    public static readonly DomainError TechniqueTwice = DomainError.Breaks(
        "techniqueAssignedTwice", "Teknik ini sudah ditugaskan dalam kiriman yang sama.", "This technique is assigned already in the same request.");

    public static readonly DomainError UnknownAssessment = DomainError.Breaks(
        "unknownAssessment",
        "Penilaian ini tidak ada dalam tahun penilaian tersebut, atau tidak terlihat bagi Anda.",
        "The cycle has no such assessment, or not for you.");

    public static readonly DomainError NoteMissing = DomainError.Breaks(
        "noteMissing", "Alasan 'other' perlu catatan.", "The reason 'other' needs a note.");

    public static readonly DomainError Incomplete = DomainError.Breaks(
        "assessmentIncomplete", "Penilaian belum lengkap; semua kekurangannya disebutkan.", "The assessment is not complete; all that is missing is named.");

    public static readonly DomainError AnswerMissing = DomainError.Breaks(
        "answerMissing", "Pengamatan ini belum dijawab.", "This observation has no answer yet.");

    public static readonly DomainError EvidenceMissing = DomainError.Breaks(
        "evidenceMissing", "Jawaban ini perlu bukti dukung.", "This answer needs evidence.");

    public static readonly DomainError ConflictOpen = DomainError.Breaks(
        "conflictOpen", "Ada jawaban yang bertentangan dan belum diputuskan.", "There are conflicting answers that nobody has decided between.");

    public static readonly DomainError RefusedItemOpen = DomainError.Breaks(
        "refusedItemOpen", "Ada jawaban yang ditolak dan belum diperbaiki.", "An answer was refused and has not been mended.");

    public static readonly DomainError VerificationBegun = DomainError.Conflicts(
        "verificationBegun", "Verifikasi sudah dimulai; penilaian ini tidak dapat ditarik lagi.", "Verification has begun; the assessment cannot be withdrawn any more.");

    public static readonly DomainError VerifiedByOneself = DomainError.Breaks(
        "verifiedByOneself",
        "Yang mengisi atau mengajukan penilaian ini tidak memverifikasinya; orang lain yang memverifikasi.",
        "Whoever entered or submitted something of this assessment does not verify it; somebody else does.");

    public static readonly DomainError ReturnReasonOpen = DomainError.Breaks(
        "returnReasonOpen", "Alasan pengembalian ini belum dijawab.", "This reason of a return has not been answered.");

    public static readonly DomainError UnknownObservation = DomainError.Breaks(
        "unknownObservation",
        "Formulir penilaian ini tidak memuat pengamatan tersebut.",
        "The form of this assessment has no such observation.");

    public static readonly DomainError ReturnReasonClosed = DomainError.Conflicts(
        "returnReasonClosed",
        "Alasan pengembalian ini sudah dijawab dengan teks lain.",
        "This reason of a return was answered with another text.");

    public static DomainError TechniqueUnused(string instrument) => DomainError.Breaks(
        "techniqueUnused",
        $"Instrumen {instrument} tidak memakai teknik ini.",
        $"Instrument {instrument} observes nothing by this technique.");

    /// <summary>The status does not allow what is asked for.</summary>
    public static DomainError StatusForbids(AssessmentStatus status)
    {
        var (id, en) = status switch
        {
            AssessmentStatus.Planned => ("direncanakan", "planned"),
            AssessmentStatus.Collecting => ("dalam pengumpulan data", "collecting"),
            AssessmentStatus.Submitted => ("sudah diajukan", "submitted"),
            AssessmentStatus.Returned => ("dikembalikan", "returned"),
            AssessmentStatus.Verified => ("sudah diverifikasi", "verified"),
            AssessmentStatus.Final => ("final", "final"),
            _ => ("ditandai tidak dinilai", "marked as not assessed"),
        };

        return DomainError.Conflicts(
            "statusForbids",
            $"Penilaian ini {id}; allowedActions menunjukkan apa yang masih boleh.",
            $"The assessment is {en}; allowedActions says what is still possible.");
    }

    public static DomainError AssessmentOpen(string unit, AssessmentStatus status)
    {
        var name = status.ToCamelCase();

        return DomainError.Breaks("assessmentOpen", $"{unit} belum diverifikasi (status {name}).", $"{unit} is not verified yet (status {name}).");
    }
}
