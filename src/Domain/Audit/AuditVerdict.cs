namespace Compliance.Domain.Audit;

/// <summary>The outcome of a verification of the whole audit trail.</summary>
/// <param name="Unsealed">The number of entries that no checkpoint covers yet: someone with write access to the database could rewrite them undetected.</param>
/// <param name="Unverified">The number of unsealed entries whose authenticator could not be verified, because only public keys are known.</param>
/// <param name="SealedAt">The time of the last checkpoint.</param>
/// <param name="LastCheckpoint">The hash of the last checkpoint, to be compared with a copy kept outside.</param>
/// <param name="Breaks">At most <see cref="MostBreaks"/>: first those of checkpoints, then by resource and sequence.</param>
public sealed record AuditVerdict(
    bool Intact,
    int Chains,
    long Entries,
    int Checkpoints,
    long Unsealed,
    long Unverified,
    DateTimeOffset? SealedAt,
    string? LastCheckpoint,
    IReadOnlyList<AuditDefect> Breaks)
{
    public const int MostBreaks = 100;

    /// <summary>False if a row of the trail could not be read, so that the rows after it were not verified.</summary>
    public bool IsComplete { get; init; } = true;
}
