using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>One subject of an indicator that combines its techniques.</summary>
/// <param name="Techniques">What each technique found that has an answer, in the order of the indicator.</param>
/// <param name="RawScore">Their combination.</param>
public sealed record SubjectScore(Subject Subject, IReadOnlyList<TechniqueScore> Techniques, decimal RawScore);

/// <summary>What one technique found on one subject: its worth, and that as a part of 1.</summary>
public readonly record struct TechniqueScore(Technique Technique, decimal RawScore, decimal Achievement);

/// <summary>Two techniques that disagree about one subject by at least what the indicator's combination names.</summary>
public sealed record Divergence(Subject Subject, TechniqueScore Lowest, TechniqueScore Highest)
{
    /// <summary>The two that lie furthest apart; of equals, the first in the order of the techniques.</summary>
    internal static Divergence? Of(Indicator indicator, SubjectScore subject)
    {
        var lowest = subject.Techniques.MinBy(each => each.RawScore);
        var highest = subject.Techniques.MaxBy(each => each.RawScore);

        // Compared in steps of worth: achievements are quotients, which could miss the threshold by their last digit.
        return indicator.Combination?.Divergence is { } least && highest.RawScore - lowest.RawScore >= least * indicator.Kind.Full
            ? new(subject.Subject, lowest, highest)
            : null;
    }
}
