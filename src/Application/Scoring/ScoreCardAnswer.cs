using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Scoring;

/// <summary>A score card. Points have two decimals, achievements four.</summary>
/// <param name="Score">Of what is answered so far; null while nothing with a weight is.</param>
/// <param name="Range">What the score can still become; null where nothing with a weight applies.</param>
/// <param name="Trace">How each number came about, when asked for.</param>
public sealed record ScoreCardAnswer(
    decimal? Score,
    CategoryLabel? Category,
    ZoneLabel? Zone,
    bool Complete,
    RangeAnswer? Range,
    CompletenessAnswer Completeness,
    IReadOnlyList<DimensionAnswer> Dimensions,
    RoundingAnswer Rounding,
    InstrumentRef Instrument,
    IReadOnlyList<TraceLine>? Trace)
{
    internal static ScoreCardAnswer Of(ScoreCard card, KnownInstrument known, Language language, bool trace) =>
        Of(card.Figures, known, language) with
        {
            Dimensions = [.. card.Dimensions.Select(dimension => DimensionAnswer.Of(dimension, language))],
            Trace = trace ? [.. ScoreTrace.Of(card)] : null,
        };

    internal static ScoreCardAnswer Of(UnitScore figures, KnownInstrument known, Language language, InstitutionKind? kind = null) => new(
        figures.Outcome?.Score.Value,
        figures.Outcome is { } outcome ? new(outcome.Band.Category, outcome.Band.LabelFor(kind).In(language)) : null,
        ZoneLabel.Of(figures.Outcome?.Band.Zone, language),
        figures.Completeness.IsComplete,
        figures.Range is { } range
            ? new(range.Lowest.Value, range.Highest.Value, [.. range.Zones], [.. range.Reach.Select(band => band.Category)])
            : null,
        new(figures.Completeness.Answered, figures.Completeness.Required),
        [],
        RoundingAnswer.OnceAtTheEnd,
        new(known.Instrument.Code, known.Document.Version, known.Sha256),
        null);
}

/// <param name="Zones">The zones within reach, worst first.</param>
/// <param name="Categories">The categories within reach, worst first.</param>
public sealed record RangeAnswer(decimal Lowest, decimal Highest, IReadOnlyList<string> Zones, IReadOnlyList<string> Categories);

public sealed record CompletenessAnswer(int Answered, int Required);

/// <summary>How the total was rounded; the rule is always the same.</summary>
public sealed record RoundingAnswer(int Places, string Mode, string Stage)
{
    public static readonly RoundingAnswer OnceAtTheEnd = new(Domain.Scoring.Score.Places, "halfAwayFromZero", "total");
}

public sealed record InstrumentRef(string Code, int Version, string Sha256);

public sealed record DimensionAnswer(
    string Code, string Name, decimal Weight, decimal EffectiveWeight, decimal? Points, decimal? Achievement, IReadOnlyList<VariableAnswer> Variables)
{
    internal static DimensionAnswer Of(DimensionScore score, Language language) => new(
        score.Dimension.Code,
        score.Dimension.Name.In(language),
        Shown.Weight(score.Node.Weight),
        Shown.Weight(score.Node.EffectiveWeight),
        Shown.Points(score.Node.Points),
        Shown.Achievement(score.Node.Achievement),
        [.. score.Variables.Select(variable => VariableAnswer.Of(variable, language))]);
}

public sealed record VariableAnswer(
    string Code, string Name, decimal Weight, decimal EffectiveWeight, decimal? Points, decimal? Achievement, IReadOnlyList<IndicatorAnswer> Indicators)
{
    internal static VariableAnswer Of(VariableScore score, Language language) => new(
        score.Variable.Code,
        score.Variable.Name.In(language),
        Shown.Weight(score.Node.Weight),
        Shown.Weight(score.Node.EffectiveWeight),
        Shown.Points(score.Node.Points),
        Shown.Achievement(score.Node.Achievement),
        [.. score.Indicators.Select(indicator => IndicatorAnswer.Of(indicator, language))]);
}

/// <param name="Observations">How many observations are answered.</param>
/// <param name="Divergences">The subjects on which combined techniques lie further apart than the instrument lets pass.</param>
public sealed record IndicatorAnswer(
    string Code,
    string Name,
    decimal Weight,
    decimal EffectiveWeight,
    decimal? Points,
    decimal? Achievement,
    int Observations,
    int Missing,
    bool NotApplicable,
    IReadOnlyList<DivergenceAnswer> Divergences)
{
    internal static IndicatorAnswer Of(IndicatorScore score, Language language) => new(
        score.Indicator.Code,
        score.Indicator.Name.In(language),
        Shown.Weight(score.Node.Weight),
        Shown.Weight(score.Node.EffectiveWeight),
        Shown.Points(score.Node.Points),
        Shown.Achievement(score.Achievement),
        score.AnsweredCount,
        score.MissingCount,
        score.NotApplicable,
        [.. score.Divergences.Select(DivergenceAnswer.Of)]);
}

public sealed record DivergenceAnswer(string Subject, TechniqueAnswer Lowest, TechniqueAnswer Highest)
{
    internal static DivergenceAnswer Of(Divergence divergence) =>
        new(divergence.Subject.ToString(), TechniqueAnswer.Of(divergence.Lowest), TechniqueAnswer.Of(divergence.Highest));
}

public sealed record TechniqueAnswer(Technique Technique, decimal Achievement)
{
    internal static TechniqueAnswer Of(TechniqueScore score) => new(score.Technique, Shown.Achievement(score.Achievement)!.Value);
}

/// <summary>Rounding for display only; nothing is computed with what it gives.</summary>
internal static class Shown
{
    public static decimal Weight(decimal weight) => decimal.Round(weight, 4, MidpointRounding.AwayFromZero);

    public static decimal? Points(decimal? points) => points is { } known ? decimal.Round(known, Score.Places, MidpointRounding.AwayFromZero) : null;

    public static decimal? Achievement(decimal? achievement) =>
        achievement is { } known ? decimal.Round(known, 4, MidpointRounding.AwayFromZero) : null;
}
