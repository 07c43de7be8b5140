using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

public static class InstrumentErrors
{
    public static readonly DomainError Broken = DomainError.Breaks(
        "instrumentBroken",
        "Instrumen melanggar aturan; setiap tempatnya disebutkan.",
        "The instrument breaks its rules; each place is named.");

    public static readonly DomainError ResultsOnly = DomainError.Breaks(
        "instrumentResultsOnly",
        "Instrumen ini hanya untuk hasil terbitan: bobot dan indikatornya tidak dipublikasikan.",
        "This instrument is for published results only: its weights and indicators are unpublished.");

    public static readonly DomainError CodeMissing = DomainError.Breaks(
        "required", "Kode harus diisi.", "A code is needed.");

    public static readonly DomainError CodeTwice = DomainError.Breaks(
        "codeTwice", "Kode ini sudah dipakai di atasnya.", "This code is used above already.");

    public static readonly DomainError NoBands = DomainError.Breaks(
        "bandsMissing", "Instrumen memerlukan rentang nilai.", "An instrument needs bands.");

    public static readonly DomainError ExpectedTooFew = DomainError.Breaks(
        "expectedOutOfRange", "Jumlah pengamatan harus 1 sampai 1000, dan 1 untuk unit.", "The expected count is 1 to 1000, and 1 for the unit itself.");

    public static readonly DomainError NegativeWeight = DomainError.Breaks(
        "negativeWeight", "Bobot tidak boleh negatif.", "A weight is never negative.");

    public static readonly DomainError NoShares = DomainError.Breaks(
        "sharesMissing",
        "Variabel yang berbobot memerlukan sedikitnya satu indikator dengan porsi di atas nol.",
        "A variable with a weight needs at least one indicator with a share above zero.");

    public static readonly DomainError NoChildren = DomainError.Breaks(
        "empty", "Bagian ini tidak boleh kosong.", "This part must not be empty.");

    public static readonly DomainError LevelsCross = DomainError.Breaks(
        "levelsCross", "Tingkat tertinggi harus di atas tingkat terendah.", "The highest level lies above the lowest.");

    public static readonly DomainError MappingFlat = DomainError.Breaks(
        "mappingFlat", "Nilai terburuk dan terbaik harus berbeda.", "The worst and the best number must differ.");

    public static readonly DomainError StepsBroken = DomainError.Breaks(
        "stepsBroken",
        "Jenjang harus mulai pada nilai terendah, menaik, di dalam rentang, dan bercapaian 0 sampai 1.",
        "Steps start at the lowest number, ascend, stay within the range and achieve 0 to 1.");

    public static readonly DomainError TooFine = DomainError.Breaks(
        "tooFine", "Batas rentang memakai paling banyak dua desimal.", "Band limits have at most two decimals.");

    public static readonly DomainError UnknownZone = DomainError.Breaks(
        "unknownZone", "Zona ini tidak ada dalam instrumen.", "The instrument has no such zone.");

    public static readonly DomainError NumberMapping = DomainError.Breaks(
        "numberMapping",
        "Angka memerlukan worst dan best, atau lowest, highest, dan steps.",
        "A number needs worst and best, or lowest, highest and steps.");

    public static readonly DomainError FigureOutOfRange = DomainError.Breaks(
        "figureOutOfRange",
        "Bobot, porsi, tingkat, dan batas angka memakai paling banyak empat desimal dan tidak melampaui satu juta.",
        "Weights, shares, levels and limits of numbers have at most four decimals and stay within a million.");

    public static readonly DomainError BandCrosses = DomainError.Breaks(
        "bandCrosses", "Batas atas rentang tidak boleh di bawah batas bawahnya.", "A band never ends below its beginning.");

    public static readonly DomainError CombinationAlone = DomainError.Breaks(
        "combinationAlone", "Hanya dua teknik atau lebih yang dapat digabungkan.", "Only two techniques or more can be combined.");

    public static readonly DomainError TechniqueTwice = DomainError.Breaks(
        "techniqueTwice", "Teknik ini sudah disebut di atasnya.", "This technique is named above already.");

    public static readonly DomainError DivergenceOutOfRange = DomainError.Breaks(
        "divergenceOutOfRange",
        "Ambang perbedaan teknik di atas 0 sampai 1, paling banyak empat desimal.",
        "The divergence of techniques lies above 0 and up to 1, with at most four decimals.");

    public static readonly DomainError ThresholdOutOfRange = DomainError.Breaks(
        "thresholdOutOfRange",
        "Ambang temuan 0 sampai 1, paling banyak empat desimal.",
        "The threshold of a finding lies between 0 and 1, with at most four decimals.");

    public static readonly DomainError ThresholdMissing = DomainError.Breaks(
        "thresholdMissing",
        "Indikator dengan tema memerlukan ambang, pada indikator itu atau pada instrumen.",
        "An indicator with a theme needs a threshold, of its own or of the instrument.");

    public static readonly DomainError ThemeMissing = DomainError.Breaks(
        "themeMissing", "Saran hanya untuk indikator yang bertema.", "Advice goes with a theme.");

    public static readonly DomainError AdviceMissing = DomainError.Breaks(
        "adviceMissing", "Indikator dengan tema memerlukan saran dalam kedua bahasa.", "An indicator with a theme needs advice in both languages.");

    /// <summary>Names both contents by their hashes.</summary>
    public static DomainError OtherContent(string published, string sent) => DomainError.Conflicts(
        "instrumentPublished",
        $"Instrumen dengan kode ini sudah terbit dengan isi lain (SHA-256 {published}; yang dikirim {sent}); terbitkan perubahan di bawah kode baru.",
        $"An instrument of this code is published with other content (SHA-256 {published}; sent {sent}); publish the change under a new code.");

    public static DomainError OneAnswerKind(string indicator) => DomainError.Breaks(
        "oneAnswerKind",
        $"Indikator '{indicator}' dijawab dengan tepat satu dari levels, number, options.",
        $"The indicator '{indicator}' is answered by exactly one of levels, number, options.");

    public static DomainError WeightsDoNotAddUp(decimal sum, decimal expected) => DomainError.Breaks(
        "weightsDoNotAddUp",
        $"Jumlah bobot {Figures.Indonesian(sum)}, seharusnya {Figures.Indonesian(expected)}.",
        $"The weights add up to {Figures.English(sum)} instead of {Figures.English(expected)}.");

    public static DomainError BandGap(decimal from, decimal to) => DomainError.Breaks(
        "bandGap",
        $"Tidak ada rentang untuk nilai {Figures.Indonesian(from)} sampai {Figures.Indonesian(to)}.",
        $"No band covers {Figures.English(from)} to {Figures.English(to)}.");

    public static DomainError BandOverlap(decimal at) => DomainError.Breaks(
        "bandOverlap",
        $"Nilai {Figures.Indonesian(at)} masuk ke lebih dari satu rentang.",
        $"The score {Figures.English(at)} falls into more than one band.");

    public static DomainError UnknownInstrument(string code) => DomainError.Breaks(
        "unknownInstrument", $"Instrumen '{code}' tidak ada.", $"There is no instrument '{code}'.");
}
