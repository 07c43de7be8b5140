using System.Text;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class CheckpointTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2023, 6, 1, 12, 0, 0, TimeSpan.FromHours(7)).AddTicks(1_234_567);
    private static readonly SealedChain A = new("a", 1, Digest.Of("a"));
    private static readonly SealedChain B = new("b", 2, Digest.Of("b"));

    private readonly SigningKey key = SigningKey.Create();

    [OneTimeTearDown]
    public void Forget() => key.Dispose();

    [Test]
    public void The_first_checkpoint_seals_the_leaves_in_their_order()
    {
        var first = Checkpoint.Seal(null, [B, A], At, key);

        first.Leaves.Should().Equal(A, B);
        (first.Number, first.Previous, first.KeyId).Should().Be((1, Digest.Zero, key.KeyId));
        first.At.Should().Be(new DateTimeOffset(2023, 6, 1, 5, 0, 0, TimeSpan.Zero).AddTicks(1_234_560));
        first.Root.Should().Be("6bb5dddc37d62cdb7058c2b6e8c562b44a62077c385c44b339cbf8606b71ce07");
    }

    [Test]
    public void The_statement_can_be_verified_without_this_code()
    {
        var first = Checkpoint.Seal(null, [A, B], At, key);

        first.Statement.Should().Be(
            $$"""{"at":"2023-06-01T05:00:00.123456Z","keyId":"{{key.KeyId}}","leaves":2,"number":1,"previous":"{{Digest.Zero}}","root":"{{first.Root}}"}""");
        key.Verify(Encoding.UTF8.GetBytes(first.Statement), Convert.FromBase64String(first.Signature)).Should().BeTrue();
        first.Hash.Should().Be(Digest.Of(first.Statement + first.Signature));
    }

    [Test]
    public void Each_checkpoint_holds_the_hash_of_the_one_before()
    {
        var first = Checkpoint.Seal(null, [A], At, key);
        var second = Checkpoint.Seal(first, [B], At.AddDays(1), key);

        (second.Number, second.Previous).Should().Be((2, first.Hash));
    }

    [Test]
    public void There_is_no_checkpoint_without_anything_new()
    {
        var act = () => Checkpoint.Seal(null, [], At, key);

        act.Should().Break(AuditErrors.NothingToSeal);
        AuditErrors.NothingToSeal.Code.Should().Be("nothingToSeal");
        AuditErrors.NothingToSeal.Refusal.Should().Be(Refusal.ConflictsWithState);
    }

    private static TestCaseData[] Malformed =>
    [
        Case("one resource twice", A, A with { Length = 2 }),
        Case("nothing to seal", A with { Length = 0 }),
        Case("no hash", A with { Head = "rahasia" }),
        Case("capitals in the hash", A with { Head = A.Head.ToUpperInvariant() }),
        Case("half a surrogate pair", A with { Resource = "\ud83d" }),
    ];

    [TestCaseSource(nameof(Malformed))]
    public void Malformed_leaves_are_refused(SealedChain[] leaves)
    {
        var act = () => Checkpoint.Seal(null, leaves, At, key);

        act.Should().Throw<ArgumentException>();
    }

    [Test]
    public void The_public_half_of_a_key_seals_nothing()
    {
        using var half = SigningKey.FromPem(key.ToPublicPem());
        var act = () => Checkpoint.Seal(null, [A], At, half);

        act.Should().Throw<InvalidOperationException>();
    }

    private static TestCaseData Case(string name, params SealedChain[] leaves) => new([leaves]) { TestName = $"{{m}}({name})" };
}
