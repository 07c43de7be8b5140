using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Commitments;

public enum TargetDirection
{
    Up,
    Down,
}

/// <summary>What a commitment is to reach.</summary>
/// <param name="Unit">What is counted, in words: "%", "hari", "dokumen".</param>
/// <param name="Baseline">Where it began; null where nobody knows.</param>
/// <param name="Direction">Which way is better; null leaves it to baseline and value.</param>
/// <param name="Series">The figure of the caseload that it is measured by; null where it is reported by hand.</param>
public sealed record Target(string Unit, decimal? Baseline, decimal Value, TargetDirection? Direction, CaseloadSeries? Series)
{
    /// <summary>Figures have four decimals at most.</summary>
    public const int FigureParts = 10_000;

    public TargetDirection Aim => Direction ?? (Value < Baseline ? Commitments.TargetDirection.Down : Commitments.TargetDirection.Up);

    public bool IsReachedBy(decimal value) => Aim == Commitments.TargetDirection.Up ? value >= Value : value <= Value;

    /// <summary>Whether a value is better than what was promised. It is kept as it is.</summary>
    public bool IsExceededBy(decimal value) => IsReachedBy(value) && value != Value;

    /// <summary>
    /// How much of the way is done: 0 at the baseline, 1 at the target, below 0 where it got worse, above 1 beyond the target. Without a baseline the way
    /// begins at 0; downwards nobody knows then.
    /// </summary>
    public decimal? ShareOf(decimal value) =>
        Baseline is { } from ? (value - from) / (Value - from)
        : Aim == Commitments.TargetDirection.Up && Value > 0 ? value / Value
        : null;
}
