using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>The state of a chain when it was sealed.</summary>
/// <param name="Length">The number of its entries, at least 1.</param>
/// <param name="Head">The hash of the last entry.</param>
public sealed record SealedChain(string Resource, int Length, string Head)
{
    /// <summary>The text whose UTF-8 the tree hashes.</summary>
    public string ToJson() => new CanonicalObject().Text("head", Head).Number("length", Length).Text("resource", Resource).Close();

    /// <summary>Whether a checkpoint can seal them: well formed, and sorted by resource without duplicates.</summary>
    internal static bool AreInOrder(IReadOnlyList<SealedChain> leaves)
    {
        string? last = null;

        foreach (var leaf in leaves)
        {
            if (leaf is not { Resource: { } resource, Length: > 0 }
                || !Digest.IsOne(leaf.Head)
                || Digest.TryBytes(resource) is null
                || string.CompareOrdinal(last, resource) >= 0)
            {
                return false;
            }

            last = resource;
        }

        return true;
    }
}
