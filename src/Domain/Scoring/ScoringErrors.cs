using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

public static class ScoringErrors
{
    public static readonly DomainError NothingToScore = DomainError.Breaks(
        "nothingToScore", "Tidak ada yang dapat dinilai.", "There is nothing to score.");

    public static readonly DomainError AnswersRefused = DomainError.Breaks(
        "answersRefused", "Ada jawaban yang salah; setiap tempatnya disebutkan.", "Some answers are wrong; each place is named.");

    public static readonly DomainError PointsRefused = DomainError.Breaks(
        "pointsRefused", "Ada nilai dimensi yang salah; setiap tempatnya disebutkan.", "Some dimension points are wrong; each place is named.");

    public static DomainError UnknownDimension(IEnumerable<Dimension> known)
    {
        var codes = string.Join(", ", known.Select(dimension => dimension.Code));

        return DomainError.Breaks(
            "unknownDimension", $"Dimensi tidak dikenal. Yang ada: {codes}.", $"Unknown dimension. Known: {codes}.");
    }

    public static DomainError PointsOutOfRange(decimal weight) => DomainError.Breaks(
        "pointsOutOfRange",
        $"Nilai dimensi harus 0 sampai bobotnya, {Figures.Indonesian(weight)}.",
        $"Points of a dimension lie between 0 and its weight, {Figures.English(weight)}.");

    public static DomainError UnknownTarget(IEnumerable<Band> bands)
    {
        var known = string.Join(", ", bands.SelectMany(band => new[] { band.Zone?.Code, band.Category }).OfType<string>().Distinct());

        return DomainError.Breaks(
            "unknownTarget",
            $"Sasaran tidak dikenal oleh instrumen ini. Yang ada: {known}.",
            $"This instrument has no such target. Known: {known}.");
    }
}
