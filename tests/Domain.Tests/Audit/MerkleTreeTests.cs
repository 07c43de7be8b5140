using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class MerkleTreeTests
{
    // The reference data of Certificate Transparency's own tests, and their roots for the first 0, 1, 2 … of them.
    private static readonly byte[][] Reference =
        [.. ((string[])["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]).Select(Convert.FromHexString)];

    [TestCase(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [TestCase(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [TestCase(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [TestCase(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [TestCase(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [TestCase(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [TestCase(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [TestCase(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_roots_of_the_reference_data_are_the_published_ones(int count, string root) =>
        MerkleTree.RootOfData(Reference[..count]).Should().Be(root);

    // Worked out apart from this code, over {"head":…,"length":…,"resource":…}.
    [TestCase(1, "3b98626d49255d05618ed5eeca3342b8a72cea1b48237871b58d6b7e78d78a19")]
    [TestCase(2, "6bb5dddc37d62cdb7058c2b6e8c562b44a62077c385c44b339cbf8606b71ce07")]
    [TestCase(3, "0f4754fc3f3949e6455b5a7299d025c6113c028ce24c2f971eb079dbc2bf2b08")]
    public void A_leaf_is_hashed_as_canonical_JSON(int count, string root) =>
        MerkleTree.RootOf([.. ((string[])["a", "b", "c"]).Take(count).Select((name, index) => new SealedChain(name, index + 1, Digest.Of(name)))]).Should().Be(root);

    [Test]
    public void The_proof_of_the_only_leaf_is_empty()
    {
        SealedChain[] only = [LeafOf(1)];

        MerkleTree.ProofOf(only, 0).Should().BeEmpty();
        MerkleTree.Proves(MerkleTree.RootOf(only), only[0], 0, 1, []).Should().BeTrue();
    }

    // A tree of seven, as RFC 6962 draws it in section 2.1.3.
    [TestCase(0, 3)]
    [TestCase(3, 3)]
    [TestCase(4, 3)]
    [TestCase(6, 2)]
    public void Proofs_are_as_long_as_the_way_to_the_root(int index, int steps) =>
        MerkleTree.ProofOf([.. Enumerable.Range(0, 7).Select(LeafOf)], index).Should().HaveCount(steps);

    [TestCase(-1)]
    [TestCase(2)]
    public void There_is_no_proof_of_a_leaf_that_is_not_there(int index)
    {
        SealedChain[] leaves = [LeafOf(1), LeafOf(2)];
        var act = () => MerkleTree.ProofOf(leaves, index);

        act.Should().Throw<ArgumentOutOfRangeException>();
        MerkleTree.Proves(MerkleTree.RootOf(leaves), leaves[0], index, 2, MerkleTree.ProofOf(leaves, 0)).Should().BeFalse();
    }

    [TestCase("")]
    [TestCase("zz")]
    [TestCase("é")]
    public void A_malformed_proof_proves_nothing(string step)
    {
        SealedChain[] leaves = [LeafOf(1), LeafOf(2)];

        MerkleTree.Proves(MerkleTree.RootOf(leaves), leaves[0], 0, 2, [step]).Should().BeFalse();
        MerkleTree.Proves(MerkleTree.RootOf(leaves), leaves[0] with { Resource = "\ud83d" }, 0, 2, MerkleTree.ProofOf(leaves, 0)).Should().BeFalse();
    }

    [RandomCases(60)]
    public void Every_leaf_is_proved_in_its_place_and_no_other_there(byte size, int seed)
    {
        SealedChain[] leaves = [.. Enumerable.Range(0, (size % 40) + 1).Select(index => LeafOf(unchecked(index + seed)))];
        var root = MerkleTree.RootOf(leaves);

        for (var index = 0; index < leaves.Length; index++)
        {
            var proof = MerkleTree.ProofOf(leaves, index);

            leaves.Should().OnlyContain(leaf => MerkleTree.Proves(root, leaf, index, leaves.Length, proof) == (leaf == leaves[index]));
            MerkleTree.Proves(root, leaves[index] with { Length = leaves[index].Length + 1 }, index, leaves.Length, proof).Should().BeFalse();
            MerkleTree.Proves(root, leaves[index], index, leaves.Length, [.. proof, Digest.Zero]).Should().BeFalse();
            MerkleTree.Proves(root, leaves[index], index, leaves.Length, [.. proof.Skip(1)]).Should().Be(proof.Count == 0);
        }
    }

    [RandomCases(60)]
    public void A_proof_leads_to_no_other_root(byte size, int seed)
    {
        SealedChain[] leaves = [.. Enumerable.Range(0, (size % 40) + 2).Select(index => LeafOf(unchecked(index + seed)))];
        var other = MerkleTree.RootOf(leaves[..^1]);

        Enumerable.Range(0, leaves.Length).Should().OnlyContain(
            index => !MerkleTree.Proves(other, leaves[index], index, leaves.Length, MerkleTree.ProofOf(leaves, index)));
    }

    private static SealedChain LeafOf(int seed) => new($"assessments/{seed}", (seed & 0xff) + 1, Digest.Of($"{seed}"));
}
