using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>How far a chain had come when it was sealed.</summary>
/// <param name="Length">How many entries it had, from 1.</param>
/// <param name="Head">The hash of the last of them.</param>
public sealed record SealedChain(string Resource, int Length, string Head)
{
    /// <summary>What the tree hashes, in UTF-8.</summary>
    public string ToJson() => new CanonicalObject().Text("head", Head).Number("length", Length).Text("resource", Resource).Close();

    /// <summary>Whether a checkpoint can seal them: well formed, and sorted by resource without repetition.</summary>
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
