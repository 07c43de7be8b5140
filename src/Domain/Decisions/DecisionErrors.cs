using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

public static class DecisionErrors
{
    public static readonly DomainError NumberTaken = DomainError.Conflicts(
        "decisionNumberTaken", "Nomor keputusan ini sudah dipakai.", "This number belongs to another decision.");

    public static readonly DomainError IdTaken = DomainError.Conflicts(
        "decisionIdTaken", "Id ini sudah dipakai oleh keputusan lain.", "This id belongs to another decision.");

    public static readonly DomainError AlreadyAnnounced = DomainError.Conflicts(
        "alreadyAnnounced", "Keputusan ini sudah diumumkan.", "This decision is announced already.");

    public static readonly DomainError NotAnnounced = DomainError.Conflicts(
        "notAnnounced",
        "Keputusan sebelumnya belum diumumkan; umumkan lebih dahulu.",
        "The decision before this one is not announced yet; announce it first.");

    public static readonly DomainError NothingAnnounced = DomainError.Conflicts(
        "nothingAnnounced", "Belum ada keputusan yang diumumkan untuk tahun ini.", "No decision of this year is announced yet.");

    public static readonly DomainError CorrectsNothing = DomainError.Breaks(
        "correctsNothing", "Koreksi ini tidak mengubah satu jawaban pun.", "The correction changes no answer.");

    public static readonly DomainError AnswersRefused = DomainError.Breaks(
        "correctionRefused", "Koreksi ini memuat kesalahan; setiap tempatnya disebutkan.", "The correction has faults; each place is named.");

    public static readonly DomainError AssessmentTwice = DomainError.Breaks(
        "assessmentTwice", "Penilaian ini sudah disebut dalam koreksi yang sama.", "The correction names this assessment already.");

    public static readonly DomainError NotAssessed = DomainError.Breaks(
        "unitNotAssessed", "Unit ini tidak dinilai; tidak ada jawaban yang dapat dikoreksi.", "This unit was not assessed; there are no answers to correct.");
}
