using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class AssessmentErrors
{
    public static readonly DomainError UnitsUnknown = DomainError.Invalid(
        "unknownUnit", "Ada unit layanan yang tidak ditemukan.", "Some service units are not registered.");

    public static readonly DomainError ReasonNeeded = DomainError.Invalid(
        "reasonNeeded",
        "Penilaian ini sudah diajukan; setiap perubahan jawaban wajib disertai alasan (reason).",
        "The assessment was submitted; every changed answer needs a reason.");

    public static readonly DomainError TechniqueNotAssigned = DomainError.Forbidden(
        "techniqueNotAssigned",
        "Indikator ini diamati dengan teknik yang ditugaskan kepada asesor lain.",
        "This indicator is observed by techniques that are assigned to other assessors.");

    public static readonly DomainError UnitTwice = DomainError.Invalid(
        "unitTwice", "Unit layanan ini disebut dua kali dalam kerangka sampel.", "This service unit occurs twice in the sampling frame.");

    public static readonly DomainError PlanRefused = DomainError.Invalid(
        "planRefused", "Rencana ini tidak valid; setiap kesalahan dicantumkan.", "The plan is not valid; each error is listed.");

    public static readonly DomainError ProductTwice = DomainError.Invalid(
        "productTwice", "Produk layanan ini dipilih dua kali.", "This service product is chosen twice.");

    public static readonly DomainError SubjectAnswered = DomainError.Conflict(
        "subjectAnswered",
        "Perubahan ini akan menghapus atau mengganti subjek yang sudah memiliki jawaban.",
        "This change would remove or replace a subject that already has an answer.");

    public static readonly DomainError AssignmentRefused = DomainError.Invalid(
        "assignmentRefused", "Penugasan ini tidak valid; setiap kesalahan dicantumkan.", "The assignment is not valid; each error is listed.");

    public static readonly DomainError TechniqueTwice = DomainError.Invalid(
        "techniqueAssignedTwice",
        "Teknik ini ditugaskan dua kali dalam permintaan yang sama.",
        "This technique is assigned twice in the same request.");

    public static readonly DomainError UnknownAssessment = DomainError.Invalid(
        "unknownAssessment",
        "Penilaian ini tidak ditemukan dalam tahun penilaian tersebut atau tidak dapat Anda akses.",
        "The cycle has no such assessment, or you may not see it.");

    public static readonly DomainError NoteMissing = DomainError.Invalid(
        "noteMissing", "Alasan 'Lainnya' wajib disertai catatan (note).", "The reason 'Other' needs a note.");

    public static readonly DomainError Incomplete = DomainError.Invalid(
        "assessmentIncomplete",
        "Penilaian belum lengkap; setiap kekurangan dicantumkan.",
        "The assessment is incomplete; everything that is missing is listed.");

    public static readonly DomainError AnswerMissing = DomainError.Invalid(
        "answerMissing", "Pengamatan ini belum dijawab.", "This observation has no answer yet.");

    public static readonly DomainError EvidenceMissing = DomainError.Invalid(
        "evidenceMissing", "Jawaban ini wajib disertai bukti dukung.", "This answer needs evidence.");

    public static readonly DomainError ConflictOpen = DomainError.Invalid(
        "conflictOpen", "Ada jawaban yang bertentangan dan belum diputuskan.", "There are conflicting answers that have not been settled.");

    public static readonly DomainError RefusedItemOpen = DomainError.Invalid(
        "refusedItemOpen", "Ada jawaban yang ditolak dan belum diperbaiki.", "An answer was refused and has not been corrected.");

    public static readonly DomainError VerificationBegun = DomainError.Conflict(
        "verificationBegun",
        "Verifikasi sudah dimulai; penilaian ini tidak dapat ditarik lagi.",
        "Verification has begun; the assessment can no longer be withdrawn.");

    public static readonly DomainError VerifiedByOneself = DomainError.Invalid(
        "verifiedByOneself",
        "Penilaian tidak boleh diverifikasi oleh orang yang mengisi atau mengajukannya.",
        "An assessment cannot be verified by somebody who worked on it or submitted it.");

    public static readonly DomainError ReturnReasonOpen = DomainError.Invalid(
        "returnReasonOpen", "Alasan pengembalian ini belum ditanggapi.", "This reason for the return has not been answered.");

    public static readonly DomainError UnknownObservation = DomainError.Invalid(
        "unknownObservation",
        "Formulir penilaian ini tidak memuat pengamatan tersebut.",
        "The form of this assessment has no such observation.");

    public static readonly DomainError ReturnReasonClosed = DomainError.Conflict(
        "returnReasonClosed",
        "Alasan pengembalian ini sudah ditanggapi dengan teks lain.",
        "This reason for the return was already answered with a different text.");

    public static DomainError TechniqueUnused(string instrument) => DomainError.Invalid(
        "techniqueUnused",
        $"Instrumen {instrument} tidak menggunakan teknik ini.",
        $"Instrument {instrument} does not use this technique.");

    public static DomainError StatusForbids(AssessmentStatus status) => DomainError.Conflict(
        "statusForbids",
        $"Penilaian ini {status.Label().Id}; allowedActions menunjukkan tindakan yang masih dapat dilakukan.",
        $"The assessment is {status.Label().En}; allowedActions shows what is still possible.");

    public static DomainError AssessmentOpen(string unit, AssessmentStatus status) => DomainError.Invalid(
        "assessmentOpen",
        $"{unit} belum diverifikasi; penilaiannya {status.Label().Id}.",
        $"{unit} is not verified yet; its assessment is {status.Label().En}.");
}
