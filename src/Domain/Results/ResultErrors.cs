using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Results;

public static class ResultErrors
{
    private static readonly LocalizedText statuses = Choices.List(Enum.GetValues<ResultStatus>().Select(status => (status.Label(), status.ToCamelCase())));

    private static readonly LocalizedText reasons = Choices.List(Enum.GetValues<NotAssessedReason>().Select(reason => (reason.Label(), reason.ToCamelCase())));

    public static readonly DomainError UnknownStatus = DomainError.Invalid(
        "unknownStatus", $"Status tidak dikenal. Status yang diterima: {statuses.Id}.", $"Unknown status. Accepted statuses: {statuses.En}.");

    public static readonly DomainError UnknownReason = DomainError.Invalid(
        "unknownReason",
        $"Alasan tidak dinilai tidak dikenal. Alasan yang diterima: {reasons.Id}.",
        $"Unknown reason for not assessing. Accepted reasons: {reasons.En}.");

    public static readonly DomainError ReasonWithoutNotAssessed = DomainError.Invalid(
        "reasonWithoutNotAssessed",
        "Alasan hanya dapat diisi untuk status tidak dinilai (notAssessed).",
        "A reason is only possible with the status not assessed (notAssessed).");

    public static readonly DomainError NotAssessedWithScore = DomainError.Invalid(
        "notAssessedWithScore",
        "Yang tidak dinilai tidak dapat memiliki nilai, kategori, atau zona.",
        "What was not assessed cannot have a score, a category or a zone.");

    public static readonly DomainError NothingPublished = DomainError.Invalid(
        "nothingPublished",
        "Baris ini tidak memuat nilai, kategori, ataupun zona.",
        "The row has no score, no category and no zone.");

    public static readonly DomainError MoreThanTwoDecimals = DomainError.Invalid(
        "tooManyDecimals", "Paling banyak 2 desimal.", "At most 2 decimals are allowed.");

    public static DomainError UnknownZone(string printed, IEnumerable<Zone> known)
    {
        var zones = Choices.List(known.Select(zone => (zone.Label, zone.Code)));

        return DomainError.Invalid(
            "unknownZone",
            $"Zona '{printed}' tidak ditemukan dalam instrumen tahun ini. Zona yang tersedia: {zones.Id}.",
            $"This year's instrument has no zone '{printed}'. Available zones: {zones.En}.");
    }

    public static DomainError UnknownCategory(string printed, IEnumerable<Band> known)
    {
        var categories = Choices.List(known.Select(band => (band.Label, band.Category)));

        return DomainError.Invalid(
            "unknownCategory",
            $"Kategori '{printed}' tidak ditemukan dalam instrumen tahun ini. Kategori yang tersedia: {categories.Id}.",
            $"This year's instrument has no category '{printed}'. Available categories: {categories.En}.");
    }

    /// <param name="computed">Null if the instrument gives the score no zone.</param>
    public static DomainError ZoneDiffers(Zone printed, Zone? computed) => DomainError.Invalid(
        "zoneDiffers",
        $"Zona yang tercetak {printed.Label.Id}, sedangkan menurut nilainya {computed?.Label.Id ?? "tanpa zona"}; hasil terbitan dipertahankan.",
        $"The printed zone is {printed.Label.En}, but by its score it is {computed?.Label.En ?? "without a zone"}; the published result is kept.");

    public static DomainError CategoryDiffers(string printed, LocalizedText label, string computed) => DomainError.Invalid(
        "categoryDiffers",
        $"Kategori yang tercetak '{printed}', sedangkan menurut nilainya {label.Id} ({computed}); hasil terbitan dipertahankan.",
        $"The printed category is '{printed}', but by its score it is {label.En} ({computed}); the published result is kept.");

    public static DomainError SumDiffers(decimal sum, Score total) => DomainError.Invalid(
        "sumDiffers",
        $"Jumlah nilai dimensi {Figures.Indonesian(sum)}, sedangkan yang tercetak {Figures.Indonesian(total.Value)}; nilai terbitan dipertahankan.",
        $"The dimensions add up to {Figures.English(sum)}, but {Figures.English(total.Value)} is printed; the published score is kept.");

    public static DomainError MeanDiffers(Score mean, Score total) => DomainError.Invalid(
        "meanDiffers",
        $"Rata-rata nilai unit {Figures.Indonesian(mean.Value)}, sedangkan yang tercetak {Figures.Indonesian(total.Value)}; nilai terbitan dipertahankan.",
        $"The mean of the units is {Figures.English(mean.Value)}, but {Figures.English(total.Value)} is printed; the published score is kept.");
}
