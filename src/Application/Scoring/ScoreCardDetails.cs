using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Scoring;

/// <summary>A score card. Points have two decimals, achievements four.</summary>
/// <param name="Score">The score of the answers so far; null if no indicator with a weight is answered.</param>
/// <param name="Range">What the score can still become; null if no indicator with a weight applies.</param>
/// <param name="Trace">The steps behind each number, if requested.</param>
public sealed record ScoreCardDetails(
    decimal? Score,
    CategoryLabel? Category,
    ZoneLabel? Zone,
    bool Complete,
    ScoreRangeDetails? Range,
    CompletenessDetails Completeness,
    IReadOnlyList<DimensionScoreDetails> Dimensions,
    RoundingDetails Rounding,
    InstrumentRef Instrument,
    IReadOnlyList<TraceLine>? Trace)
{
    internal static ScoreCardDetails Of(ScoreCard card, KnownInstrument known, Language language, bool trace) =>
        Of(card.Figures, known, language) with
        {
            Dimensions = [.. card.Dimensions.Select(dimension => DimensionScoreDetails.Of(dimension, language))],
            Trace = trace ? [.. ScoreTrace.Of(card)] : null,
        };

    internal static ScoreCardDetails Of(UnitScore figures, KnownInstrument known, Language language, InstitutionKind? kind = null) => new(
        figures.Outcome?.Score.Value,
        figures.Outcome is { } outcome ? new(outcome.Band.Category, outcome.Band.LabelFor(kind).In(language)) : null,
        ZoneLabel.Of(figures.Outcome?.Band.Zone, language),
        figures.Completeness.IsComplete,
        figures.Range is { } range
            ? new(range.Lowest.Value, range.Highest.Value, [.. range.Zones], [.. range.Reach.Select(band => band.Category)])
            : null,
        new(figures.Completeness.Answered, figures.Completeness.Required),
        [],
        RoundingDetails.OnceAtTheEnd,
        new(known.Instrument.Code, known.Document.Version, known.Sha256),
        null);
}

/// <param name="Zones">The zones that can still be reached, worst first.</param>
/// <param name="Categories">The categories that can still be reached, worst first.</param>
public sealed record ScoreRangeDetails(decimal Lowest, decimal Highest, IReadOnlyList<string> Zones, IReadOnlyList<string> Categories);

public sealed record CompletenessDetails(int Answered, int Required);

/// <summary>How the total is rounded; always by the same rule.</summary>
public sealed record RoundingDetails(int Places, string Mode, string Stage)
{
    public static readonly RoundingDetails OnceAtTheEnd = new(Compliance.Domain.Common.Score.Places, "halfAwayFromZero", "total");
}

public sealed record InstrumentRef(string Code, int Version, string Sha256);

public sealed record DimensionScoreDetails(
    string Code, string Name, decimal Weight, decimal EffectiveWeight, decimal? Points, decimal? Achievement, IReadOnlyList<VariableScoreDetails> Variables)
{
    internal static DimensionScoreDetails Of(DimensionScore score, Language language) => new(
        score.Dimension.Code,
        score.Dimension.Name.In(language),
        DisplayRounding.Weight(score.Node.Weight),
        DisplayRounding.Weight(score.Node.EffectiveWeight),
        DisplayRounding.Points(score.Node.Points),
        DisplayRounding.Achievement(score.Node.Achievement),
        [.. score.Variables.Select(variable => VariableScoreDetails.Of(variable, language))]);
}

public sealed record VariableScoreDetails(
    string Code, string Name, decimal Weight, decimal EffectiveWeight, decimal? Points, decimal? Achievement, IReadOnlyList<IndicatorScoreDetails> Indicators)
{
    internal static VariableScoreDetails Of(VariableScore score, Language language) => new(
        score.Variable.Code,
        score.Variable.Name.In(language),
        DisplayRounding.Weight(score.Node.Weight),
        DisplayRounding.Weight(score.Node.EffectiveWeight),
        DisplayRounding.Points(score.Node.Points),
        DisplayRounding.Achievement(score.Node.Achievement),
        [.. score.Indicators.Select(indicator => IndicatorScoreDetails.Of(indicator, language))]);
}

/// <param name="Observations">How many observations are answered.</param>
/// <param name="Divergences">The subjects on which combined techniques differ by more than the instrument's limit.</param>
public sealed record IndicatorScoreDetails(
    string Code,
    string Name,
    decimal Weight,
    decimal EffectiveWeight,
    decimal? Points,
    decimal? Achievement,
    int Observations,
    int Missing,
    bool NotApplicable,
    IReadOnlyList<DivergenceDetails> Divergences)
{
    internal static IndicatorScoreDetails Of(IndicatorScore score, Language language) => new(
        score.Indicator.Code,
        score.Indicator.Name.In(language),
        DisplayRounding.Weight(score.Node.Weight),
        DisplayRounding.Weight(score.Node.EffectiveWeight),
        DisplayRounding.Points(score.Node.Points),
        DisplayRounding.Achievement(score.Achievement),
        score.AnsweredCount,
        score.MissingCount,
        score.NotApplicable,
        [.. score.Divergences.Select(DivergenceDetails.Of)]);
}

public sealed record DivergenceDetails(string Subject, TechniqueScoreDetails Lowest, TechniqueScoreDetails Highest)
{
    internal static DivergenceDetails Of(Divergence divergence) =>
        new(divergence.Subject.ToString(), TechniqueScoreDetails.Of(divergence.Lowest), TechniqueScoreDetails.Of(divergence.Highest));
}

public sealed record TechniqueScoreDetails(Technique Technique, decimal Achievement)
{
    internal static TechniqueScoreDetails Of(TechniqueScore score) => new(score.Technique, DisplayRounding.Achievement(score.Achievement)!.Value);
}

/// <summary>Rounds for display only; the rounded values are never used in calculations.</summary>
internal static class DisplayRounding
{
    public static decimal Weight(decimal weight) => Rounding.HalfAwayFromZero(weight, 4);

    public static decimal? Points(decimal? points) => Rounding.HalfAwayFromZero(points, Score.Places);

    public static decimal? Achievement(decimal? achievement) => Rounding.HalfAwayFromZero(achievement, 4);
}
