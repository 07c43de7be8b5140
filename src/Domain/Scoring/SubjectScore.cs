using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>One subject of an indicator that combines its techniques.</summary>
/// <param name="Techniques">The score of each technique that has an answer, in the order of the indicator.</param>
/// <param name="RawScore">The combined raw score.</param>
public sealed record SubjectScore(Subject Subject, IReadOnlyList<TechniqueScore> Techniques, decimal RawScore);

/// <summary>The score of one technique on one subject: its raw score and its achievement.</summary>
public readonly record struct TechniqueScore(Technique Technique, decimal RawScore, decimal Achievement);

/// <summary>Two techniques whose achievements on one subject differ by at least the limit of the combination.</summary>
public sealed record Divergence(Subject Subject, TechniqueScore Lowest, TechniqueScore Highest)
{
    /// <summary>Returns the two that differ most; of equals, the first in the order of the techniques.</summary>
    internal static Divergence? Of(Indicator indicator, SubjectScore subject)
    {
        var lowest = subject.Techniques.MinBy(each => each.RawScore);
        var highest = subject.Techniques.MaxBy(each => each.RawScore);

        // Compares raw scores, because achievements are quotients that could miss the threshold by their last digit.
        return indicator.Combination?.Divergence is { } least && highest.RawScore - lowest.RawScore >= least * indicator.Kind.Full
            ? new(subject.Subject, lowest, highest)
            : null;
    }
}
