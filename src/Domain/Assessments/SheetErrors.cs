using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class SheetErrors
{
    public static readonly DomainError Busy = DomainError.Conflicts(
        "sheetBusy",
        "Lembar ini sedang diubah banyak perangkat sekaligus; kirim ulang.",
        "Too many devices change this sheet at once; send it again.");

    public static readonly DomainError TooManyRefused = DomainError.Conflicts(
        "tooManyRefused",
        $"Sudah {Sheet.MostRefused} jawaban tertolak menunggu perbaikan; perbaiki atau abaikan dulu di /assessments/{{id}}/refused. Kiriman ini tidak disimpan.",
        $"{Sheet.MostRefused} refused answers wait to be mended; mend or dismiss them at /assessments/{{id}}/refused first. Nothing of this batch is kept.");

    public static readonly DomainError NoSuchConflict = DomainError.Conflicts(
        "noSuchConflict",
        "Tidak ada konflik terbuka dengan id ini; mungkin sudah diselesaikan.",
        "There is no open conflict of this id; it may be settled already.");

    public static readonly DomainError NoSuchRefusedItem = DomainError.Conflicts(
        "noSuchRefusedItem",
        "Tidak ada jawaban tertolak dengan kunci ini; mungkin sudah diperbaiki.",
        "There is no refused answer of this key; it may be mended already.");

    public static DomainError Outdated(int version) => DomainError.Conflicts(
        "answerChanged",
        $"Jawaban ini sudah berubah; yang berlaku adalah versi {version}. Keduanya disimpan sampai kepala perwakilan memutuskan.",
        $"The answer has changed meanwhile; version {version} stands. Both are kept until the office head decides.");

    public static DomainError Settled(int version) => DomainError.Conflicts(
        "conflictSettled",
        $"Konflik jawaban ini sudah diputuskan; yang berlaku adalah versi {version}. Jawaban ini tetap ada dalam riwayat.",
        $"The conflict over this answer was settled; version {version} stands. This answer stays in the history.");

    public static DomainError BaseVersionAhead(int version) => DomainError.Breaks(
        "baseVersionAhead",
        $"baseVersion melampaui versi yang berlaku, {version}.",
        $"The baseVersion is ahead of the version that stands, {version}.");
}
