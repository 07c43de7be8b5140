namespace Compliance.Architecture.Tests;

/// <summary>SHA-256 as hexadecimal has one implementation, <see cref="Digest"/>, so that a hash that is stored or published is never written in two ways.</summary>
public sealed class HashingTests
{
    /// <summary>Its two halves; nodes of the Merkle tree are bytes with a prefix, and a signature names the hash that it is over.</summary>
    private static readonly string[] allowed = ["Digest.cs", "IncrementalDigest.cs", "MerkleTree.cs", "SigningKey.cs"];

    [Test]
    public void Only_digests_the_Merkle_tree_and_signatures_name_SHA256() =>
        Layers.Sources().EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file.FullName).Contains("SHA256", StringComparison.Ordinal))
            .Select(file => file.Name)
            .Should().BeEquivalentTo(allowed);
}
