namespace Compliance.Domain.Results;

/// <summary>
/// One act of publishing results: an import, a correction or an announcement. Publications are numbered without gaps, so
/// the highest number tells whether anything was published since.
/// </summary>
public sealed class Publication(int number, DateTimeOffset at, string? decisionNumber, DateOnly? decisionDate, string sha256)
{
    public int Number { get; } = number;

    public DateTimeOffset At { get; } = at;

    /// <summary>The number of the Chair's decision (Keputusan Ketua) that fixed the results, such as <c>418/2023</c>.</summary>
    public string? DecisionNumber { get; } = decisionNumber;

    public DateOnly? DecisionDate { get; } = decisionDate;

    /// <summary>SHA-256 of the imported bytes, or for an announced decision that of its results, in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = sha256;
}
