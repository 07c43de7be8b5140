using Compliance.Domain.Common;

namespace Compliance.Domain.Cycles;

public static class CycleErrors
{
    public static readonly DomainError DatesCross = DomainError.Invalid(
        "datesCross", "Tanggal tutup mendahului tanggal buka.", "The closing date precedes the opening date.");

    public static readonly DomainError NotSettled = DomainError.Conflict(
        "cycleNotSettled",
        "Masih ada hal yang harus diselesaikan terlebih dahulu; semuanya dicantumkan.",
        "Some matters must be settled first; all of them are listed.");

    public static readonly DomainError PlenaryOutOfTime = DomainError.Invalid(
        "plenaryOutOfTime",
        "Rapat pleno harus berlangsung antara tanggal buka tahun penilaian dan hari ini.",
        "The plenary must be held between the opening of the cycle and today.");

    public static readonly DomainError PlenaryBegun = DomainError.Conflict(
        "plenaryBegun",
        "Hasil sudah disetujui rapat pleno; batalkan terlebih dahulu rapat pleno tersebut.",
        "A plenary has adopted the results; cancel that plenary first.");

    public static readonly DomainError ClarificationInPast = DomainError.Invalid(
        "clarificationInPast", "Hari terakhir klarifikasi sudah lewat.", "The last day for clarifications is already over.");

    public static readonly DomainError ClarificationsOpen = DomainError.Invalid(
        "clarificationsOpen", "Masa klarifikasi belum berakhir.", "The clarification period is not over yet.");

    public static readonly DomainError ClarificationUnanswered = DomainError.Invalid(
        "clarificationUnanswered", "Klarifikasi ini belum dijawab.", "This clarification has not been answered.");

    public static readonly DomainError NoPlenary = DomainError.Conflict(
        "noPlenary", "Hasil belum disetujui rapat pleno.", "No plenary has adopted the results yet.");

    public static readonly DomainError Decided = DomainError.Conflict(
        "cycleDecided",
        "Hasil tahun penilaian ini sudah ditetapkan; kekeliruan diperbaiki melalui keputusan koreksi.",
        "The results of this cycle are decided; errors are corrected by a further decision.");

    public static readonly DomainError NotDecided = DomainError.Conflict(
        "notDecided", "Hasil tahun penilaian ini belum ditetapkan.", "The results of this cycle are not decided yet.");

    public static readonly DomainError DecisionOutOfTime = DomainError.Invalid(
        "decisionOutOfTime",
        "Tanggal keputusan harus antara tanggal rapat pleno dan hari ini.",
        "The decision must be dated between the plenary and today.");

    public static readonly DomainError NothingAssessed = DomainError.Conflict(
        "nothingAssessed", "Tahun penilaian ini tidak memuat unit layanan yang dapat diputuskan.", "The cycle has no service unit to decide on.");

    /// <summary>The message shows the existing cycle and the requested one.</summary>
    public static DomainError YearTaken(Cycle current, string instrument, DateOnly opensOn, DateOnly closesOn) => YearTaken(
        current.Year, current.Id, Show(current.Instrument, current.OpensOn, current.ClosesOn), Show(instrument, opensOn, closesOn));

    public static DomainError YearTaken(int year, CycleId id, LocalizedText exists, LocalizedText asked) => DomainError.Conflict(
        "cycleExists",
        $"Tahun penilaian {year} sudah dibuka ({exists.Id}; ID {id.Value}), berbeda dari permintaan ini ({asked.Id}).",
        $"The cycle of {year} is already open ({exists.En}; id {id.Value}) and differs from this request ({asked.En}).");

    private static LocalizedText Show(string instrument, DateOnly opensOn, DateOnly closesOn) => new(
        $"instrumen {instrument}, {Dates.Indonesian(opensOn)} sampai {Dates.Indonesian(closesOn)}",
        $"instrument {instrument}, {Dates.English(opensOn)} to {Dates.English(closesOn)}");
}
