namespace Compliance.Domain.Audit;

/// <summary>What a look at the whole trail found.</summary>
/// <param name="Unsealed">Entries that no checkpoint covers yet: whoever can write to the database could still rewrite them in one go.</param>
/// <param name="SealedAt">When the last checkpoint was made.</param>
/// <param name="LastCheckpoint">Its hash, to be compared with one that was kept outside.</param>
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
