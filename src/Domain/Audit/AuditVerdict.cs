namespace Compliance.Domain.Audit;

/// <summary>The outcome of a verification of the whole audit trail.</summary>
/// <param name="Unsealed">The number of entries that no checkpoint covers yet: someone with write access to the database could rewrite them undetected.</param>
/// <param name="SealedAt">The time of the last checkpoint.</param>
/// <param name="LastCheckpoint">The hash of the last checkpoint, to be compared with a copy kept outside.</param>
/// <param name="Breaks">At most <see cref="MostBreaks"/>: first those of checkpoints, then by resource and sequence.</param>
public sealed record AuditVerdict(
    bool Intact,
    int Chains,
    long Entries,
    int Checkpoints,
    long Unsealed,
    DateTimeOffset? SealedAt,
    string? LastCheckpoint,
    IReadOnlyList<AuditDefect> Breaks)
{
    public const int MostBreaks = 100;
}
