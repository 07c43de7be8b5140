using Compliance.Domain.Common;

namespace Compliance.Domain.SecondScorings;

public static class SecondScoringErrors
{
    public static readonly DomainError SampleBegun = DomainError.Conflicts(
        "sampleBegun",
        "Sampel tahun ini sudah mulai dinilai kedua kali; sampel lain tidak dapat ditarik.",
        "The sample of this cycle is being scored; another one cannot be drawn.");

    public static readonly DomainError SampleSize = DomainError.Breaks("sampleSize", "Sampel memuat sedikitnya satu penilaian.", "A sample has at least one assessment.");

    public static readonly DomainError Taken = DomainError.Conflicts(
        "secondScoringTaken", "Penilaian kedua ini sudah dipegang orang lain.", "Somebody else has this second scoring already.");

    public static readonly DomainError ScorerInvolved = DomainError.Breaks(
        "scorerInvolved",
        "Penilai kedua tidak boleh pernah menangani penilaian ini, dan tidak boleh membaca jejak audit.",
        "A second scorer has never worked on the assessment, and does not read the audit.");

    public static readonly DomainError UnknownScorer = DomainError.Breaks(
        "unknownScorer", "Tidak ada verifikator aktif dengan alamat ini untuk tahun tersebut.", "There is no active verifier of this address for that cycle.");

    public static readonly DomainError NotTheScorer = DomainError.Forbids(
        "notTheScorer", "Penilaian kedua ini dipegang orang lain.", "This second scoring is somebody else's.");

    public static readonly DomainError Completed = DomainError.Conflicts(
        "secondScoringCompleted", "Penilaian kedua ini sudah selesai.", "This second scoring is completed.");

    public static readonly DomainError Incomplete = DomainError.Breaks(
        "secondScoringIncomplete",
        "Penilaian kedua belum lengkap; semua kekurangannya disebutkan.",
        "The second scoring is not complete; all that is missing is named.");

    public static DomainError SampleTooLarge(int most) => DomainError.Breaks(
        "sampleTooLarge",
        $"Hanya {most} penilaian yang sudah diajukan atau diverifikasi.",
        $"Only {most} assessments are submitted or verified.");
}
