using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Commitments;

public enum TargetDirection
{
    Up,
    Down,
}

/// <summary>The target of a commitment.</summary>
/// <param name="Unit">The unit in words: "%", "hari", "dokumen".</param>
/// <param name="Baseline">The value at the start; null if unknown.</param>
/// <param name="Direction">Whether more or less is better; if null, it follows from baseline and value.</param>
/// <param name="Series">The figure of the caseload by which it is measured; null if it is reported manually.</param>
public sealed record Target(string Unit, decimal? Baseline, decimal Value, TargetDirection? Direction, CaseloadSeries? Series)
{
    /// <summary>Figures have at most four decimals.</summary>
    public const int FigureParts = 10_000;

    public TargetDirection Aim => Direction ?? (Value < Baseline ? Commitments.TargetDirection.Down : Commitments.TargetDirection.Up);

    public bool IsReachedBy(decimal value) => Aim == Commitments.TargetDirection.Up ? value >= Value : value <= Value;

    /// <summary>Whether a value is better than the target. Such a value is stored as it is.</summary>
    public bool IsExceededBy(decimal value) => IsReachedBy(value) && value != Value;

    /// <summary>
    /// The share of the target that is reached: 0 at the baseline, 1 at the target, below 0 for a value worse than the baseline, above 1 beyond the
    /// target. Without a baseline, the start is 0 for an increase, and unknown for a decrease.
    /// </summary>
    public decimal? ShareOf(decimal value) =>
        Baseline is { } from ? (value - from) / (Value - from)
        : Aim == Commitments.TargetDirection.Up && Value > 0 ? value / Value
        : null;
}
