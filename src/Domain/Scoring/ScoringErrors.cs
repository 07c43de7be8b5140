using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

public static class ScoringErrors
{
    public static readonly DomainError NothingToScore = DomainError.Invalid(
        "nothingToScore", "Tidak ada yang dapat dinilai.", "There is nothing to score.");

    public static readonly DomainError AnswersRefused = DomainError.Invalid(
        "answersRefused", "Ada jawaban yang tidak valid; setiap kesalahan dicantumkan.", "Some answers are not valid; each error is listed.");

    public static readonly DomainError PointsRefused = DomainError.Invalid(
        "pointsRefused",
        "Ada nilai dimensi yang tidak valid; setiap kesalahan dicantumkan.",
        "Some dimension points are not valid; each error is listed.");

    public static DomainError UnknownDimension(IEnumerable<Dimension> known)
    {
        var dimensions = Choices.List(known.Select(dimension => (dimension.Name, dimension.Code)));

        return DomainError.Invalid(
            "unknownDimension",
            $"Dimensi tidak ditemukan. Dimensi yang tersedia: {dimensions.Id}.",
            $"There is no such dimension. Available dimensions: {dimensions.En}.");
    }

    public static DomainError PointsOutOfRange(decimal weight) => DomainError.Invalid(
        "pointsOutOfRange",
        $"Nilai dimensi harus antara 0 dan bobotnya, {Figures.Indonesian(weight)}.",
        $"The points of a dimension must be between 0 and its weight, {Figures.English(weight)}.");

    public static DomainError UnknownTarget(IEnumerable<Band> bands)
    {
        var known = bands.ToList();
        var zones = known.Select(band => band.Zone).OfType<Zone>().Distinct().Select(zone => (zone.Label, zone.Code));
        var targets = Choices.List(zones.Concat(known.Select(band => (band.Label, band.Category))));

        return DomainError.Invalid(
            "unknownTarget",
            $"Sasaran tidak ditemukan dalam instrumen ini. Sasaran yang tersedia: {targets.Id}.",
            $"This instrument has no such target. Available targets: {targets.En}.");
    }
}
