using Compliance.Domain.Common;

namespace Compliance.Domain.Results;

public static class ResultErrors
{
    public static readonly DomainError UnknownStatus = DomainError.Breaks(
        "unknownStatus", "Status harus assessed atau notAssessed.", "A status is assessed or notAssessed.");

    public static readonly DomainError UnknownReason = DomainError.Breaks(
        "unknownReason",
        "Alasan tidak dinilai harus salah satu dari refused, security, closed, noAccess, other.",
        "The reason for not assessing is one of refused, security, closed, noAccess, other.");

    public static readonly DomainError ReasonWithoutNotAssessed = DomainError.Breaks(
        "reasonWithoutNotAssessed",
        "Alasan hanya untuk status notAssessed.",
        "A reason goes with the status notAssessed only.");

    public static readonly DomainError NotAssessedWithScore = DomainError.Breaks(
        "notAssessedWithScore",
        "Yang tidak dinilai tidak mempunyai nilai, kategori, atau zona.",
        "What was not assessed has no score, category or zone.");

    public static readonly DomainError NothingPublished = DomainError.Breaks(
        "nothingPublished",
        "Baris ini tidak memuat nilai, kategori, maupun zona.",
        "The row has neither score nor category nor zone.");

    public static readonly DomainError MoreThanTwoDecimals = DomainError.Breaks(
        "tooManyDecimals", "Nilai terbitan memakai paling banyak dua desimal.", "A published score has at most two decimals.");

    public static DomainError UnknownZone(string printed, IEnumerable<string> known)
    {
        var codes = string.Join(", ", known);

        return DomainError.Breaks(
            "unknownZone",
            $"Zona '{printed}' tidak dikenal instrumen tahun ini. Yang ada: {codes}.",
            $"This year's instrument has no zone '{printed}'. Known: {codes}.");
    }

    public static DomainError UnknownCategory(string printed, IEnumerable<string> known)
    {
        var codes = string.Join(", ", known);

        return DomainError.Breaks(
            "unknownCategory",
            $"Kategori '{printed}' tidak dikenal instrumen tahun ini. Yang ada: {codes}.",
            $"This year's instrument has no category '{printed}'. Known: {codes}.");
    }

    public static DomainError ZoneDiffers(string printed, string computed) => DomainError.Breaks(
        "zoneDiffers",
        $"Tercetak zona {printed}, menurut nilainya {computed}; nilai terbitan dipertahankan.",
        $"Printed zone {printed}, by its score {computed}; the published score stays.");

    public static DomainError CategoryDiffers(string printed, LocalizedText label, string computed) => DomainError.Breaks(
        "categoryDiffers",
        $"Tercetak kategori {printed}, menurut nilainya {computed} ({label.Id}); nilai terbitan dipertahankan.",
        $"Printed category {printed}, by its score {computed} ({label.En}); the published score stays.");

    public static DomainError SumDiffers(decimal sum, Score total) => DomainError.Breaks(
        "sumDiffers",
        $"Dimensi berjumlah {Figures.Indonesian(sum)}, tercetak {Figures.Indonesian(total.Value)}; nilai terbitan dipertahankan.",
        $"The dimensions add up to {Figures.English(sum)}, printed is {Figures.English(total.Value)}; the published score stays.");

    public static DomainError MeanDiffers(Score mean, Score total) => DomainError.Breaks(
        "meanDiffers",
        $"Rata-rata unit {Figures.Indonesian(mean.Value)}, tercetak {Figures.Indonesian(total.Value)}; nilai terbitan dipertahankan.",
        $"The mean of the units is {Figures.English(mean.Value)}, printed is {Figures.English(total.Value)}; the published score stays.");
}
