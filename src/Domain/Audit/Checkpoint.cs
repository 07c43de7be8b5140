using System.Text.Json.Serialization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// The signed seal over all chains that grew since the previous one. Checkpoints form a chain themselves;
/// one that is kept outside proves everything up to it.
/// </summary>
/// <param name="number">From 1, without gaps.</param>
/// <param name="previous">The hash of the previous checkpoint; <see cref="Digest.Zero"/> for the first.</param>
/// <param name="root">The root of the <see cref="MerkleTree"/> of the leaves.</param>
/// <param name="leaves">Sorted ordinally by resource; never empty, because the removal of an empty last checkpoint could not be detected.</param>
/// <param name="signature">The signature over the UTF-8 of the statement, in base64.</param>
/// <param name="authenticatedBy">
/// The ids of the keys whose authenticators were verified in all entries that it seals for the first time, separated by spaces;
/// null if none were verified, as by earlier versions of the program.
/// </param>
/// <param name="hash">SHA-256 over the statement followed by the text of the signature.</param>
public sealed class Checkpoint(
    int number, DateTimeOffset at, string previous, string root, IReadOnlyList<SealedChain> leaves, string keyId, string signature, string hash, string? authenticatedBy = null)
{
    public int Number { get; } = number;

    public DateTimeOffset At { get; } = at;

    public string Previous { get; } = previous;

    public string Root { get; } = root;

    public IReadOnlyList<SealedChain> Leaves { get; } = leaves;

    public string KeyId { get; } = keyId;

    public string Signature { get; } = signature;

    public string Hash { get; } = hash;

    public string? AuthenticatedBy { get; } = authenticatedBy;

    /// <summary>The canonical JSON that is signed.</summary>
    [JsonIgnore]
    public string Statement => StatementOf(Number, At, Previous, Root, Leaves.Count, KeyId, AuthenticatedBy);

    /// <param name="leaves">In any order; only chains that grew since the previous checkpoint.</param>
    /// <param name="authenticators">The ids of the keys whose authenticators were verified; null if none were.</param>
    /// <exception cref="ArgumentException">A resource is duplicated, or a leaf is malformed.</exception>
    /// <exception cref="InvalidOperationException">The key has no private half.</exception>
    public static Checkpoint Seal(Checkpoint? previous, IReadOnlyList<SealedChain> leaves, DateTimeOffset at, SigningKey key, IEnumerable<string>? authenticators = null)
    {
        Rule.Require(leaves.Count > 0, AuditErrors.NothingToSeal);
        SealedChain[] sorted = [.. leaves.OrderBy(leaf => leaf.Resource, StringComparer.Ordinal)];

        if (!SealedChain.AreInOrder(sorted))
        {
            throw new ArgumentException("A leaf is malformed or comes twice.", nameof(leaves));
        }

        var (number, last, cut, root) = ((previous?.Number ?? 0) + 1, previous?.Hash ?? Digest.Zero, Instants.TruncateToMicroseconds(at), MerkleTree.RootOf(sorted));
        var authenticatedBy = authenticators is null ? null : string.Join(' ', authenticators.Distinct().Order(StringComparer.Ordinal));
        var statement = StatementOf(number, cut, last, root, sorted.Length, key.KeyId, authenticatedBy);
        var signature = Convert.ToBase64String(key.Sign(Digest.Bytes(statement)));

        return new(number, cut, last, root, sorted, key.KeyId, signature, Digest.Of(statement + signature), authenticatedBy);
    }

    private static string StatementOf(int number, DateTimeOffset at, string previous, string root, int leaves, string keyId, string? authenticatedBy) =>
        new CanonicalObject()
            .Text("at", Instants.Write(at))
            .Text("authenticatedBy", authenticatedBy)
            .Text("keyId", keyId)
            .Number("leaves", leaves)
            .Number("number", number)
            .Text("previous", previous)
            .Text("root", root)
            .Close();
}
