namespace Compliance.Domain.Results;

/// <summary>
/// One act of making results known: an import or a correction. Publications are numbered without gap, so
/// the highest number tells whether anything became known since.
/// </summary>
public sealed class Publication(int number, DateTimeOffset at, string? decisionNumber, DateOnly? decisionDate, string sha256)
{
    public int Number { get; } = number;

    public DateTimeOffset At { get; } = at;

    /// <summary>The number of the Chair's decision (Keputusan Ketua) that fixed the results, as <c>418/2023</c>.</summary>
    public string? DecisionNumber { get; } = decisionNumber;

    public DateOnly? DecisionDate { get; } = decisionDate;

    /// <summary>Of the imported bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = sha256;
}
