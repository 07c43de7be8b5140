using Compliance.Domain.Common;

namespace Compliance.Domain.SecondScorings;

public static class SecondScoringErrors
{
    public static readonly DomainError SampleBegun = DomainError.Conflict(
        "sampleBegun",
        "Penilaian kedua atas sampel tahun ini sudah dimulai; sampel lain tidak dapat ditarik.",
        "Second scoring of this cycle's sample has begun; another sample cannot be drawn.");

    public static readonly DomainError SampleSize = DomainError.Invalid(
        "sampleSize", "Sampel harus memuat paling sedikit satu penilaian.", "A sample must have at least one assessment.");

    public static readonly DomainError Taken = DomainError.Conflict(
        "secondScoringTaken", "Penilaian kedua ini sudah diambil oleh orang lain.", "This second scoring is already taken by somebody else.");

    public static readonly DomainError ScorerInvolved = DomainError.Invalid(
        "scorerInvolved",
        "Penilai kedua tidak boleh pernah menangani penilaian ini dan tidak boleh memiliki akses ke jejak audit.",
        "A second scorer must never have worked on the assessment and must not have access to the audit trail.");

    public static readonly DomainError UnknownScorer = DomainError.Invalid(
        "unknownScorer",
        "Tidak ditemukan verifikator aktif dengan alamat surel ini untuk tahun penilaian tersebut.",
        "The cycle has no active verifier with this e-mail address.");

    public static readonly DomainError NotTheScorer = DomainError.Forbidden(
        "notTheScorer", "Penilaian kedua ini ditugaskan kepada orang lain.", "This second scoring is assigned to somebody else.");

    public static readonly DomainError Completed = DomainError.Conflict(
        "secondScoringCompleted", "Penilaian kedua ini sudah selesai.", "This second scoring is already complete.");

    public static readonly DomainError Incomplete = DomainError.Invalid(
        "secondScoringIncomplete",
        "Penilaian kedua belum lengkap; setiap kekurangan dicantumkan.",
        "The second scoring is incomplete; everything that is missing is listed.");

    public static DomainError SampleTooLarge(int most) => DomainError.Invalid(
        "sampleTooLarge",
        $"Hanya {most} penilaian yang sudah diajukan atau diverifikasi.",
        $"Only {most} assessments are submitted or verified.");
}
