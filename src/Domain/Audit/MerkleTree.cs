using System.Security.Cryptography;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// The Merkle tree of RFC 6962, section 2.1: one root for many leaves, and a short proof that a leaf is one of
/// them. Hashes are lower-case hexadecimal. Leaves and nodes are hashed with different prefixes, so that
/// a node cannot be passed off as a leaf.
/// </summary>
public static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    public static string RootOf(IReadOnlyList<SealedChain> leaves) => Convert.ToHexStringLower(Root(HashesOf(leaves)));

    /// <summary>Returns the root of arbitrary data, as other implementations of the RFC compute it.</summary>
    public static string RootOfData(IReadOnlyList<byte[]> data) => Convert.ToHexStringLower(Root([.. data.Select(each => HashOf(LeafPrefix, each))]));

    /// <summary>Returns the hashes beside the path from a leaf to the root, the leaf's neighbour first.</summary>
    public static IReadOnlyList<string> ProofOf(IReadOnlyList<SealedChain> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);

        var proof = new List<string>();
        Prove(HashesOf(leaves), index, proof);

        return proof;
    }

    /// <summary>Whether the leaf is at this index of the tree with that root. Malformed hashes prove nothing.</summary>
    /// <param name="count">The number of leaves of the tree.</param>
    public static bool Proves(string root, SealedChain leaf, int index, int count, IReadOnlyList<string> proof) =>
        index >= 0 && index < count
        && Digest.TryBytes(leaf.ToJson()) is { } data
        && proof.All(Digest.IsOne)
        && RootFrom(HashOf(LeafPrefix, data), index, count, [.. proof.Select(Convert.FromHexString)]) is { } reached
        && Convert.ToHexStringLower(reached) == root;

    private static byte[][] HashesOf(IReadOnlyList<SealedChain> leaves) => [.. leaves.Select(leaf => HashOf(LeafPrefix, Digest.Bytes(leaf.ToJson())))];

    private static byte[] Root(ReadOnlySpan<byte[]> hashes) => hashes.Length switch
    {
        0 => SHA256.HashData([]),
        1 => hashes[0],
        var count => NodeOf(Root(hashes[..Split(count)]), Root(hashes[Split(count)..])),
    };

    private static void Prove(ReadOnlySpan<byte[]> hashes, int index, List<string> proof)
    {
        if (hashes.Length == 1)
        {
            return;
        }

        var split = Split(hashes.Length);
        var (own, beside, indexInOwn) = index < split ? (0..split, split..hashes.Length, index) : (split..hashes.Length, 0..split, index - split);

        Prove(hashes[own], indexInOwn, proof);
        proof.Add(Convert.ToHexStringLower(Root(hashes[beside])));
    }

    /// <summary>Returns the root that a proof leads to; null if it has a step too many or too few.</summary>
    private static byte[]? RootFrom(byte[] hash, int index, int count, ReadOnlySpan<byte[]> proof)
    {
        if (count == 1)
        {
            return proof.IsEmpty ? hash : null;
        }

        if (proof.IsEmpty)
        {
            return null;
        }

        var split = Split(count);

        return index < split
            ? RootFrom(hash, index, split, proof[..^1]) is { } left ? NodeOf(left, proof[^1]) : null
            : RootFrom(hash, index - split, count - split, proof[..^1]) is { } right ? NodeOf(proof[^1], right) : null;
    }

    /// <summary>The largest power of two below a count.</summary>
    private static int Split(int count) => 1 << int.Log2(count - 1);

    private static byte[] NodeOf(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);

    private static byte[] HashOf(byte prefix, byte[] data) => SHA256.HashData([prefix, .. data]);
}
