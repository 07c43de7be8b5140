namespace Compliance.Architecture.Tests;

/// <summary>SHA-256 as hexadecimal has one implementation, <see cref="Digest"/>, so that a stored or published hash has only one format.</summary>
public sealed class HashingTests
{
    /// <summary>The two parts of it. The Merkle tree hashes bytes with a prefix, and a signature has to name its hash algorithm.</summary>
    private static readonly string[] allowed = ["Digest.cs", "IncrementalDigest.cs", "MerkleTree.cs", "SigningKey.cs"];

    [Test]
    public void Only_digests_the_Merkle_tree_and_signatures_name_SHA256() =>
        Layers.Sources().EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file.FullName).Contains("SHA256", StringComparison.Ordinal))
            .Select(file => file.Name)
            .Should().BeEquivalentTo(allowed);
}
