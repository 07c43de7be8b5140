using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>A score with the band it falls into.</summary>
public readonly record struct Outcome(Score Score, Band Band)
{
    public static Outcome Of(Instrument instrument, Score score) => new(score, instrument.BandOf(score));
}

/// <summary>What a score can still become: everything missing at its worst, and at its best.</summary>
/// <param name="Reach">The bands that hold a value between the two, worst first.</param>
public sealed record ScoreRange(Score Lowest, Score Highest, IReadOnlyList<Band> Reach)
{
    public static ScoreRange Of(Instrument instrument, Score lowest, Score highest) =>
        new(lowest, highest, [.. instrument.Bands.Where(band => band.From <= highest.Value && band.To >= lowest.Value).Reverse()]);

    /// <summary>The codes of the zones within reach, worst first; none under an instrument without zones.</summary>
    public IEnumerable<string> Zones => Reach.Select(band => band.Zone?.Code).OfType<string>().Distinct();
}

/// <param name="Answered">Observations made, those declared not applicable included.</param>
/// <param name="Required">Observations that a complete sheet holds.</param>
public readonly record struct Completeness(int Answered, int Required)
{
    public bool IsComplete => Answered == Required;
}

/// <summary>The figures of one sheet: the score of what is there, and what it can still become.</summary>
/// <param name="Unrounded">
/// The sum of all points before the one rounding; null while nothing with a weight is answered.
/// </param>
public sealed record UnitScore(decimal? Unrounded, Outcome? Outcome, ScoreRange? Range, Completeness Completeness);

/// <summary>The score with every node of the instrument: what it weighs, what it achieved, what that earned.</summary>
public sealed record ScoreCard(Instrument Instrument, UnitScore Figures, IReadOnlyList<DimensionScore> Dimensions);

/// <summary>The figures every node has, all unrounded and in points, the achievement as a part of 1.</summary>
/// <param name="Weight">As the instrument declares it.</param>
/// <param name="EffectiveWeight">After the weight of what is not applicable or missing went to its siblings.</param>
public readonly record struct NodeScore(decimal Weight, decimal EffectiveWeight, decimal? Points)
{
    public decimal? Achievement => EffectiveWeight > 0 ? Points / EffectiveWeight : null;
}

public sealed record DimensionScore(Dimension Dimension, NodeScore Node, IReadOnlyList<VariableScore> Variables);

public sealed record VariableScore(Variable Variable, NodeScore Node, IReadOnlyList<IndicatorScore> Indicators);

/// <param name="Achievement">Also known where the indicator carries no weight.</param>
/// <param name="RawScores">What each answered subject is worth, in their order.</param>
public sealed record IndicatorScore(
    Indicator Indicator, NodeScore Node, decimal? Achievement, IReadOnlyList<decimal> RawScores, int NotApplicableCount, int MissingCount)
{
    /// <summary>What the techniques found on each answered subject; empty where they are not combined.</summary>
    public IReadOnlyList<SubjectScore> Subjects { get; init; } = [];

    /// <summary>How many observations are answered.</summary>
    public int AnsweredCount => Indicator.Combination is null ? RawScores.Count : Subjects.Sum(subject => subject.Techniques.Count);

    /// <summary>The subjects whose techniques disagree, in their order.</summary>
    public IEnumerable<Divergence> Divergences => Subjects.Select(subject => Divergence.Of(Indicator, subject)).OfType<Divergence>();

    /// <summary>Whether every observation that is planned does not apply.</summary>
    public bool NotApplicable => RawScores.Count == 0 && MissingCount == 0;
}
