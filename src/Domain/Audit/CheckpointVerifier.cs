using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>Verifies the checkpoints in their order and collects the chains that they sealed.</summary>
internal sealed class CheckpointVerifier(IReadOnlyList<SigningKey> trusted)
{
    private readonly Dictionary<string, List<ChainSeal>> seals = [];
    private long last;
    private string head = Digest.Zero;

    public int Count { get; private set; }

    public DateTimeOffset? SealedAt { get; private set; }

    public string? LastHash { get; private set; }

    /// <summary>Whether a checkpoint says that authenticators were verified; from then on every entry needs one.</summary>
    public bool HaveAuthenticators { get; private set; }

    /// <summary>Sealed resources that were not claimed.</summary>
    public IEnumerable<string> Unclaimed => seals.Keys;

    public AuditDefect? Check(Checkpoint checkpoint)
    {
        var found = FaultIn(checkpoint);

        (Count, SealedAt, LastHash) = (Count + 1, checkpoint.At, checkpoint.Hash);
        HaveAuthenticators |= checkpoint.AuthenticatedBy is not null;
        (last, head) = (Math.Max(last, checkpoint.Number), checkpoint.Hash);
        Remember(checkpoint);

        return found;
    }

    /// <summary>Returns the leaves of a resource in the order in which they were sealed, and removes them.</summary>
    public IReadOnlyList<ChainSeal> Claim(string resource) => seals.Remove(resource, out var claimed) ? claimed : [];

    private AuditDefect? FaultIn(Checkpoint checkpoint)
    {
        var number = checkpoint.Number;

        if (number != last + 1)
        {
            return number > last ? AuditDefect.CheckpointMissing(AuditDefect.Checkpoints, (int)(last + 1)) : AuditDefect.CheckpointMisplaced(number);
        }

        if (checkpoint.Previous != head)
        {
            return AuditDefect.ChainBroken(AuditDefect.Checkpoints, number);
        }

        if (!Instants.IsTruncatedToMicroseconds(checkpoint.At))
        {
            return AuditDefect.ColumnDiffers(AuditDefect.Checkpoints, number, "at");
        }

        return LeavesMatchRoot(checkpoint) ? SignatureFault(checkpoint) : AuditDefect.SealBroken(AuditDefect.Checkpoints, number);
    }

    private bool LeavesMatchRoot(Checkpoint checkpoint) =>
        checkpoint.Leaves is { Count: > 0 } leaves
        && SealedChain.AreInOrder(leaves)
        && leaves.All(leaf => !seals.TryGetValue(leaf.Resource, out var earlier) || earlier[^1].End.Length < leaf.Length)
        && MerkleTree.RootOf(leaves) == checkpoint.Root;

    private AuditDefect? SignatureFault(Checkpoint checkpoint)
    {
        if (trusted.FirstOrDefault(key => key.KeyId == checkpoint.KeyId) is not { } key)
        {
            return AuditDefect.UnknownKey(checkpoint.Number);
        }

        // Everything read so far is valid Unicode: numbers, hashes, the id of a known key.
        var statement = checkpoint.Statement;

        if (Base64.TryRead(checkpoint.Signature) is not { } signature || !key.Verify(Digest.Bytes(statement), signature))
        {
            return AuditDefect.SignatureInvalid(checkpoint.Number);
        }

        return Digest.Of(statement + checkpoint.Signature) == checkpoint.Hash ? null : AuditDefect.HashMismatch(AuditDefect.Checkpoints, checkpoint.Number);
    }

    private void Remember(Checkpoint checkpoint)
    {
        // Leaves come from a document in which anything may be missing.
        foreach (var leaf in checkpoint.Leaves?.Where(leaf => leaf?.Resource is not null) ?? [])
        {
            if (!seals.TryGetValue(leaf.Resource, out var sealedBefore))
            {
                seals.Add(leaf.Resource, sealedBefore = []);
            }

            sealedBefore.Add(new(leaf, checkpoint.AuthenticatedBy));
        }
    }
}

/// <summary>What a checkpoint says of a chain.</summary>
/// <param name="AuthenticatedBy">As in <see cref="Checkpoint.AuthenticatedBy"/>.</param>
internal sealed record ChainSeal(SealedChain End, string? AuthenticatedBy);
