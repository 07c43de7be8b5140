using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>Looks at the checkpoints in their order and remembers what they sealed.</summary>
internal sealed class CheckpointCheck(IReadOnlyList<SigningKey> trusted)
{
    private readonly Dictionary<string, List<Leaf>> seals = [];
    private long last;
    private string head = Digest.Zero;

    public int Count { get; private set; }

    public DateTimeOffset? SealedAt { get; private set; }

    public string? LastHash { get; private set; }

    /// <summary>Sealed resources that nobody has asked for.</summary>
    public IEnumerable<string> Unclaimed => seals.Keys;

    public Break? Check(Checkpoint checkpoint)
    {
        var found = FaultIn(checkpoint);

        (Count, SealedAt, LastHash) = (Count + 1, checkpoint.At, checkpoint.Hash);
        (last, head) = (Math.Max(last, checkpoint.Number), checkpoint.Hash);
        Remember(checkpoint);

        return found;
    }

    /// <summary>The leaves of a resource in the order in which they were sealed; they are forgotten here.</summary>
    public IReadOnlyList<Leaf> Claim(string resource) => seals.Remove(resource, out var claimed) ? claimed : [];

    private Break? FaultIn(Checkpoint checkpoint)
    {
        var number = checkpoint.Number;

        if (number != last + 1)
        {
            return number > last ? Break.CheckpointMissing(Break.Checkpoints, (int)(last + 1)) : Break.CheckpointMisplaced(number);
        }

        if (checkpoint.Previous != head)
        {
            return Break.ChainBroken(Break.Checkpoints, number);
        }

        if (!Instants.IsCut(checkpoint.At))
        {
            return Break.ColumnDiffers(Break.Checkpoints, number, "at");
        }

        return LeavesFit(checkpoint) ? SignatureFault(checkpoint) : Break.SealBroken(Break.Checkpoints, number);
    }

    private bool LeavesFit(Checkpoint checkpoint) =>
        checkpoint.Leaves is { Count: > 0 } leaves
        && Leaf.AreInOrder(leaves)
        && leaves.All(leaf => !seals.TryGetValue(leaf.Resource, out var earlier) || earlier[^1].Length < leaf.Length)
        && MerkleTree.RootOf(leaves) == checkpoint.Root;

    private Break? SignatureFault(Checkpoint checkpoint)
    {
        if (trusted.FirstOrDefault(key => key.KeyId == checkpoint.KeyId) is not { } key)
        {
            return Break.UnknownKey(checkpoint.Number);
        }

        // What has come so far is Unicode: numbers, hashes, the id of a known key.
        var statement = checkpoint.Statement;

        if (Base64.TryRead(checkpoint.Signature) is not { } signature || !key.Verify(Digest.Bytes(statement), signature))
        {
            return Break.SignatureInvalid(checkpoint.Number);
        }

        return Digest.Of(statement + checkpoint.Signature) == checkpoint.Hash ? null : Break.HashMismatch(Break.Checkpoints, checkpoint.Number);
    }

    private void Remember(Checkpoint checkpoint)
    {
        // Leaves are read from a document, where anything may be missing.
        foreach (var leaf in checkpoint.Leaves?.Where(leaf => leaf?.Resource is not null) ?? [])
        {
            if (!seals.TryGetValue(leaf.Resource, out var sealedBefore))
            {
                seals.Add(leaf.Resource, sealedBefore = []);
            }

            sealedBefore.Add(leaf);
        }
    }
}
