using System.Text.Json.Serialization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// The signed seal over all chains that grew since the one before it. Checkpoints form a chain themselves;
/// one that is kept outside proves everything up to it.
/// </summary>
/// <param name="number">From 1, without gap.</param>
/// <param name="previous">The hash of the checkpoint before it; <see cref="Digest.Zero"/> for the first.</param>
/// <param name="root">Of the <see cref="MerkleTree"/> of the leaves.</param>
/// <param name="leaves">Sorted ordinally by resource; never none, or nobody could tell that the last checkpoint is gone.</param>
/// <param name="signature">Over the UTF-8 of the statement, in base64.</param>
/// <param name="hash">SHA-256 over the statement followed by the text of the signature.</param>
public sealed class Checkpoint(
    int number, DateTimeOffset at, string previous, string root, IReadOnlyList<SealedChain> leaves, string keyId, string signature, string hash)
{
    public int Number { get; } = number;

    public DateTimeOffset At { get; } = at;

    public string Previous { get; } = previous;

    public string Root { get; } = root;

    public IReadOnlyList<SealedChain> Leaves { get; } = leaves;

    public string KeyId { get; } = keyId;

    public string Signature { get; } = signature;

    public string Hash { get; } = hash;

    /// <summary>What is signed, as canonical JSON.</summary>
    [JsonIgnore]
    public string Statement => StatementOf(Number, At, Previous, Root, Leaves.Count, KeyId);

    /// <param name="leaves">In any order; only of chains that grew since the checkpoint before.</param>
    /// <exception cref="ArgumentException">A resource comes twice, or a leaf is malformed.</exception>
    /// <exception cref="InvalidOperationException">The key only verifies.</exception>
    public static Checkpoint Seal(Checkpoint? previous, IReadOnlyList<SealedChain> leaves, DateTimeOffset at, SigningKey key)
    {
        Rule.Require(leaves.Count > 0, AuditErrors.NothingToSeal);
        SealedChain[] sorted = [.. leaves.OrderBy(leaf => leaf.Resource, StringComparer.Ordinal)];

        if (!SealedChain.AreInOrder(sorted))
        {
            throw new ArgumentException("A leaf is malformed or comes twice.", nameof(leaves));
        }

        var (number, last, cut, root) = ((previous?.Number ?? 0) + 1, previous?.Hash ?? Digest.Zero, Instants.TruncateToMicroseconds(at), MerkleTree.RootOf(sorted));
        var statement = StatementOf(number, cut, last, root, sorted.Length, key.KeyId);
        var signature = Convert.ToBase64String(key.Sign(Digest.Bytes(statement)));

        return new(number, cut, last, root, sorted, key.KeyId, signature, Digest.Of(statement + signature));
    }

    private static string StatementOf(int number, DateTimeOffset at, string previous, string root, int leaves, string keyId) =>
        new CanonicalObject()
            .Text("at", Instants.Write(at))
            .Text("keyId", keyId)
            .Number("leaves", leaves)
            .Number("number", number)
            .Text("previous", previous)
            .Text("root", root)
            .Close();
}
