using System.Globalization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Cycles;

public static class CycleErrors
{
    public static readonly DomainError DatesCross = DomainError.Breaks(
        "datesCross", "Tanggal tutup mendahului tanggal buka.", "The cycle closes before it opens.");

    public static readonly DomainError NotSettled = DomainError.Conflicts(
        "cycleNotSettled",
        "Masih ada yang harus diselesaikan lebih dahulu; semuanya disebutkan.",
        "Something has to be settled first; all of it is named.");

    public static readonly DomainError PlenaryOutOfTime = DomainError.Breaks(
        "plenaryOutOfTime",
        "Rapat pleno berlangsung pada hari di antara pembukaan tahun penilaian dan hari ini.",
        "A plenary is held on a day from the opening of the cycle to today.");

    public static readonly DomainError PlenaryBegun = DomainError.Conflicts(
        "plenaryBegun",
        "Hasil sudah diputuskan dalam rapat pleno; batalkan dahulu rapat pleno itu.",
        "A plenary has adopted the results; it has to be taken back first.");

    public static readonly DomainError ClarificationInPast = DomainError.Breaks(
        "clarificationInPast", "Hari terakhir klarifikasi sudah lewat.", "The last day for clarifications is over already.");

    public static readonly DomainError ClarificationsOpen = DomainError.Breaks(
        "clarificationsOpen", "Instansi masih dapat menyampaikan klarifikasi.", "Institutions may still write clarifications.");

    public static readonly DomainError ClarificationUnanswered = DomainError.Breaks(
        "clarificationUnanswered", "Klarifikasi ini belum dijawab.", "This clarification has not been answered.");

    public static readonly DomainError NoPlenary = DomainError.Conflicts(
        "noPlenary", "Hasil belum diputuskan dalam rapat pleno.", "No plenary has adopted the results yet.");

    public static readonly DomainError Decided = DomainError.Conflicts(
        "cycleDecided",
        "Hasil tahun penilaian ini sudah ditetapkan; yang keliru diperbaiki dengan keputusan baru.",
        "The results of this cycle are decided; what was wrong is corrected by a further decision.");

    public static readonly DomainError NotDecided = DomainError.Conflicts(
        "notDecided", "Hasil tahun penilaian ini belum ditetapkan.", "The results of this cycle are not decided yet.");

    public static readonly DomainError DecisionOutOfTime = DomainError.Breaks(
        "decisionOutOfTime",
        "Tanggal keputusan tidak mendahului rapat pleno dan tidak sesudah hari ini.",
        "A decision is dated from the day of the plenary to today.");

    public static readonly DomainError NothingAssessed = DomainError.Conflicts(
        "nothingAssessed", "Tahun penilaian ini tidak memuat satu unit pun.", "The cycle has no unit to decide on.");

    /// <summary>Names what stands and what was asked for.</summary>
    public static DomainError YearTaken(Cycle standing, string instrument, DateOnly opensOn, DateOnly closesOn) => YearTaken(
        standing.Year, standing.Id, Show(standing.Instrument, standing.OpensOn, standing.ClosesOn), Show(instrument, opensOn, closesOn));

    public static DomainError YearTaken(int year, CycleId id, string stands, string asked) => DomainError.Conflicts(
        "cycleExists",
        $"Tahun penilaian {year} sudah dibuka ({stands}, id {id.Value}); yang diminta lain ({asked}).",
        $"The cycle of {year} is open ({stands}, id {id.Value}); what is asked for differs ({asked}).");

    private static string Show(string instrument, DateOnly opensOn, DateOnly closesOn) =>
        string.Create(CultureInfo.InvariantCulture, $"{instrument}, {opensOn:yyyy-MM-dd} - {closesOn:yyyy-MM-dd}");
}
