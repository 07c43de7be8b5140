using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>A score with its band.</summary>
public readonly record struct Outcome(Score Score, Band Band)
{
    public static Outcome Of(Instrument instrument, Score score) => new(score, instrument.BandOf(score));
}

/// <summary>The possible range of a score: everything missing at its worst, and at its best.</summary>
/// <param name="Reach">The bands that contain a value of the range, worst first.</param>
public sealed record ScoreRange(Score Lowest, Score Highest, IReadOnlyList<Band> Reach)
{
    public static ScoreRange Of(Instrument instrument, Score lowest, Score highest) =>
        new(lowest, highest, [.. instrument.Bands.Where(band => band.From <= highest.Value && band.To >= lowest.Value).Reverse()]);

    /// <summary>The codes of the zones within the range, worst first; empty for an instrument without zones.</summary>
    public IEnumerable<string> Zones => Reach.Select(band => band.Zone?.Code).OfType<string>().Distinct();
}

/// <param name="Answered">The observations made, including those declared not applicable.</param>
/// <param name="Required">The observations of a complete sheet.</param>
public readonly record struct Completeness(int Answered, int Required)
{
    public bool IsComplete => Answered == Required;
}

/// <summary>The figures of one sheet: the score of its answers, and its possible range.</summary>
/// <param name="Unrounded">
/// The sum of all points before the only rounding; null while nothing with a weight is answered.
/// </param>
public sealed record UnitScore(decimal? Unrounded, Outcome? Outcome, ScoreRange? Range, Completeness Completeness);

/// <summary>The score with every node of the instrument: its weight, its achievement and its points.</summary>
public sealed record ScoreCard(Instrument Instrument, UnitScore Figures, IReadOnlyList<DimensionScore> Dimensions);

/// <summary>The figures that every node has, unrounded and in points.</summary>
/// <param name="Weight">The weight that the instrument declares.</param>
/// <param name="EffectiveWeight">The weight after that of inapplicable or missing nodes was distributed to their siblings.</param>
public readonly record struct NodeScore(decimal Weight, decimal EffectiveWeight, decimal? Points)
{
    public decimal? Achievement => EffectiveWeight > 0 ? Points / EffectiveWeight : null;
}

public sealed record DimensionScore(Dimension Dimension, NodeScore Node, IReadOnlyList<VariableScore> Variables);

public sealed record VariableScore(Variable Variable, NodeScore Node, IReadOnlyList<IndicatorScore> Indicators);

/// <param name="Achievement">From 0 to 1; also known if the indicator has no weight.</param>
/// <param name="RawScores">The raw score of each answered subject, in their order.</param>
public sealed record IndicatorScore(
    Indicator Indicator, NodeScore Node, decimal? Achievement, IReadOnlyList<decimal> RawScores, int NotApplicableCount, int MissingCount)
{
    /// <summary>The findings of the techniques on each answered subject; empty if they are not combined.</summary>
    public IReadOnlyList<SubjectScore> Subjects { get; init; } = [];

    /// <summary>The number of answered observations.</summary>
    public int AnsweredCount => Indicator.Combination is null ? RawScores.Count : Subjects.Sum(subject => subject.Techniques.Count);

    /// <summary>The divergences between techniques, in the order of the subjects.</summary>
    public IEnumerable<Divergence> Divergences => Subjects.Select(subject => Divergence.Of(Indicator, subject)).OfType<Divergence>();

    /// <summary>Whether no planned observation applies.</summary>
    public bool NotApplicable => RawScores.Count == 0 && MissingCount == 0;
}
