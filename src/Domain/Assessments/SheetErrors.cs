using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class SheetErrors
{
    public static readonly DomainError Busy = DomainError.Conflict(
        "sheetBusy",
        "Terlalu banyak perangkat mengubah lembar ini secara bersamaan; kirim ulang.",
        "Too many devices are changing this sheet at once; send the request again.");

    public static readonly DomainError TooManyRefused = DomainError.Conflict(
        "tooManyRefused",
        $"Sudah ada {Sheet.MostRefused} jawaban tertolak yang menunggu perbaikan; perbaiki atau abaikan terlebih dahulu di /assessments/{{id}}/refused. Kiriman ini tidak disimpan.",
        $"There are already {Sheet.MostRefused} refused answers; correct or dismiss them at /assessments/{{id}}/refused first. Nothing in this batch was stored.");

    public static readonly DomainError NoSuchConflict = DomainError.Conflict(
        "noSuchConflict",
        "Tidak ada konflik terbuka dengan ID ini; mungkin sudah diselesaikan.",
        "There is no open conflict with this id; it may already be settled.");

    public static readonly DomainError NoSuchRefusedItem = DomainError.Conflict(
        "noSuchRefusedItem",
        "Tidak ada jawaban tertolak dengan kunci ini; mungkin sudah diperbaiki.",
        "There is no refused answer with this key; it may already be corrected.");

    public static DomainError Outdated(int version) => DomainError.Conflict(
        "answerChanged",
        $"Jawaban ini telah berubah; yang berlaku adalah versi {version}. Kedua jawaban disimpan sampai kepala perwakilan memutuskan.",
        $"The answer has changed; the current version is {version}. Both answers are kept until the head of the office decides.");

    public static DomainError Settled(int version) => DomainError.Conflict(
        "conflictSettled",
        $"Konflik jawaban ini sudah diputuskan; yang berlaku adalah versi {version}. Jawaban ini tetap tersimpan dalam riwayat.",
        $"The conflict over this answer was settled; the current version is {version}. This answer stays in the history.");

    public static DomainError BaseVersionAhead(int version) => DomainError.Invalid(
        "baseVersionAhead",
        $"Nilai baseVersion melampaui versi yang berlaku, yaitu {version}.",
        $"The baseVersion is ahead of the current version, {version}.");
}
