using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

public static class DecisionErrors
{
    public static readonly DomainError NumberTaken = DomainError.Conflict(
        "decisionNumberTaken", "Nomor keputusan ini sudah digunakan.", "This number is already used by another decision.");

    public static readonly DomainError IdTaken = DomainError.Conflict(
        "decisionIdTaken", "ID ini sudah digunakan oleh keputusan lain.", "This id is already used by another decision.");

    public static readonly DomainError AlreadyAnnounced = DomainError.Conflict(
        "alreadyAnnounced", "Keputusan ini sudah diumumkan.", "This decision is already announced.");

    public static readonly DomainError NotAnnounced = DomainError.Conflict(
        "notAnnounced",
        "Keputusan sebelumnya belum diumumkan; umumkan terlebih dahulu.",
        "The previous decision is not announced yet; announce it first.");

    public static readonly DomainError NothingAnnounced = DomainError.Conflict(
        "nothingAnnounced", "Belum ada keputusan yang diumumkan untuk tahun ini.", "No decision has been announced for this year yet.");

    public static readonly DomainError CorrectsNothing = DomainError.Invalid(
        "correctsNothing", "Koreksi ini tidak mengubah satu jawaban pun.", "The correction changes no answer.");

    public static readonly DomainError AnswersRefused = DomainError.Invalid(
        "correctionRefused", "Koreksi ini tidak valid; setiap kesalahan dicantumkan.", "The correction is not valid; each error is listed.");

    public static readonly DomainError AssessmentTwice = DomainError.Invalid(
        "assessmentTwice", "Penilaian ini disebut dua kali dalam koreksi.", "The correction names this assessment twice.");

    public static readonly DomainError NotAssessed = DomainError.Invalid(
        "unitNotAssessed",
        "Unit layanan ini tidak dinilai sehingga tidak ada jawaban yang dapat dikoreksi.",
        "This service unit was not assessed, so there are no answers to correct.");
}
