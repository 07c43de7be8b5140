using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

public static class InstrumentErrors
{
    public static readonly DomainError Broken = DomainError.Invalid(
        "instrumentBroken",
        "Instrumen ini tidak valid; setiap kesalahan dicantumkan.",
        "The instrument is not valid; each error is listed.");

    public static readonly DomainError ResultsOnly = DomainError.Invalid(
        "instrumentResultsOnly",
        "Instrumen ini hanya untuk hasil terbitan; bobot dan indikatornya tidak dipublikasikan.",
        "This instrument is only for published results; its weights and indicators are not public.");

    public static readonly DomainError CodeMissing = PlainText.Required;

    public static readonly DomainError CodeTwice = DomainError.Invalid(
        "codeTwice", "Kode ini sudah digunakan di bagian sebelumnya.", "This code is already used above.");

    public static readonly DomainError CodeNotComposed = DomainError.Invalid(
        "notComposed",
        "Kode harus ditulis dalam bentuk normalisasi Unicode C (NFC), agar jawaban yang menyebutnya dapat dikenali.",
        "A code must be in Unicode's normalisation form C (NFC), so that answers that name it are recognised.");

    public static readonly DomainError NoBands = DomainError.Invalid(
        "bandsMissing", "Instrumen memerlukan rentang nilai.", "An instrument needs bands.");

    public static readonly DomainError ExpectedTooFew = DomainError.Invalid(
        "expectedOutOfRange",
        "Jumlah pengamatan harus antara 1 dan 1000; untuk unit selalu 1.",
        "The expected number must be between 1 and 1000; for the unit itself it is 1.");

    public static readonly DomainError NegativeWeight = DomainError.Invalid(
        "negativeWeight", "Bobot tidak boleh negatif.", "A weight must not be negative.");

    public static readonly DomainError NoShares = DomainError.Invalid(
        "sharesMissing",
        "Variabel yang berbobot memerlukan paling sedikit satu indikator dengan porsi di atas nol.",
        "A variable with a weight needs at least one indicator with a share above zero.");

    public static readonly DomainError NoChildren = DomainError.Invalid(
        "empty", "Bagian ini tidak boleh kosong.", "This part must not be empty.");

    public static readonly DomainError LevelsCross = DomainError.Invalid(
        "levelsCross", "Tingkat tertinggi harus di atas tingkat terendah.", "The highest level must be above the lowest.");

    public static readonly DomainError MappingFlat = DomainError.Invalid(
        "mappingFlat", "Nilai terburuk dan nilai terbaik harus berbeda.", "The worst and the best number must differ.");

    public static readonly DomainError StepsBroken = DomainError.Invalid(
        "stepsBroken",
        "Jenjang harus dimulai dari nilai terendah, menaik, berada dalam rentang, dan memiliki capaian 0 sampai 1.",
        "Steps must start at the lowest number, ascend, stay within the range and have achievements from 0 to 1.");

    public static readonly DomainError TooFine = DomainError.Invalid(
        "tooFine", "Batas rentang nilai boleh memiliki paling banyak dua desimal.", "The limits of a band can have at most two decimals.");

    public static readonly DomainError UnknownZone = DomainError.Invalid(
        "unknownZone", "Zona ini tidak ditemukan dalam instrumen.", "The instrument has no such zone.");

    public static readonly DomainError NumberMapping = DomainError.Invalid(
        "numberMapping",
        "Angka memerlukan worst dan best, atau lowest, highest, dan steps.",
        "A number needs worst and best, or lowest, highest and steps.");

    public static readonly DomainError FigureOutOfRange = DomainError.Invalid(
        "figureOutOfRange",
        "Bobot, porsi, tingkat, dan batas angka boleh memiliki paling banyak empat desimal dan tidak boleh melampaui satu juta.",
        "Weights, shares, levels and limits of numbers can have at most four decimals and must not exceed one million.");

    public static readonly DomainError BandCrosses = DomainError.Invalid(
        "bandCrosses",
        "Batas atas rentang nilai tidak boleh di bawah batas bawahnya.",
        "The upper limit of a band must not be below its lower limit.");

    public static readonly DomainError CombinationAlone = DomainError.Invalid(
        "combinationAlone", "Penggabungan memerlukan paling sedikit dua teknik.", "A combination needs at least two techniques.");

    public static readonly DomainError TechniqueTwice = DomainError.Invalid(
        "techniqueTwice", "Teknik ini sudah disebut di bagian sebelumnya.", "This technique is already named above.");

    public static readonly DomainError DivergenceOutOfRange = DomainError.Invalid(
        "divergenceOutOfRange",
        "Ambang perbedaan teknik harus di atas 0, paling tinggi 1, dan paling banyak empat desimal.",
        "The divergence of techniques must be above 0 and at most 1, with at most four decimals.");

    public static readonly DomainError ThresholdOutOfRange = DomainError.Invalid(
        "thresholdOutOfRange",
        "Ambang temuan harus antara 0 dan 1, dengan paling banyak empat desimal.",
        "The threshold of a finding must be between 0 and 1, with at most four decimals.");

    public static readonly DomainError ThresholdMissing = DomainError.Invalid(
        "thresholdMissing",
        "Indikator yang bertema memerlukan ambang temuan, pada indikator itu sendiri atau pada instrumen.",
        "An indicator with a theme needs a threshold, either its own or that of the instrument.");

    public static readonly DomainError ThemeMissing = DomainError.Invalid(
        "themeMissing", "Saran hanya berlaku untuk indikator yang bertema.", "Only an indicator with a theme can have advice.");

    public static readonly DomainError AdviceMissing = DomainError.Invalid(
        "adviceMissing", "Indikator yang bertema memerlukan saran dalam kedua bahasa.", "An indicator with a theme needs advice in both languages.");

    /// <summary>The message shows the hashes of both contents.</summary>
    public static DomainError OtherContent(string published, string sent) => DomainError.Conflict(
        "instrumentPublished",
        $"Instrumen dengan kode ini sudah diterbitkan dengan isi lain (SHA-256 {published}; yang dikirim {sent}); terbitkan perubahan dengan kode baru.",
        $"An instrument with this code is already published with different content (SHA-256 {published}; sent {sent}); publish the change under a new code.");

    public static DomainError OneAnswerKind(string indicator) => DomainError.Invalid(
        "oneAnswerKind",
        $"Indikator '{indicator}' harus dijawab dengan tepat satu dari levels, number, dan options.",
        $"The indicator '{indicator}' must be answered by exactly one of levels, number and options.");

    public static DomainError WeightsDoNotAddUp(decimal sum, decimal expected) => DomainError.Invalid(
        "weightsDoNotAddUp",
        $"Jumlah bobot adalah {Figures.Indonesian(sum)}, seharusnya {Figures.Indonesian(expected)}.",
        $"The weights add up to {Figures.English(sum)} instead of {Figures.English(expected)}.");

    public static DomainError BandGap(decimal from, decimal to) => DomainError.Invalid(
        "bandGap",
        $"Tidak ada rentang untuk nilai {Figures.Indonesian(from)} sampai {Figures.Indonesian(to)}.",
        $"No band covers {Figures.English(from)} to {Figures.English(to)}.");

    public static DomainError BandOverlap(decimal at) => DomainError.Invalid(
        "bandOverlap",
        $"Nilai {Figures.Indonesian(at)} termasuk dalam lebih dari satu rentang.",
        $"The score {Figures.English(at)} belongs to more than one band.");

    public static DomainError UnknownInstrument(string code) => DomainError.Invalid(
        "unknownInstrument", $"Instrumen '{code}' tidak ditemukan.", $"There is no instrument '{code}'.");
}
