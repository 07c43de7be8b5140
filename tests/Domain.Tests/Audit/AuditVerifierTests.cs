using System.Text;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>What a change to the sample is called, and where it is said to be.</summary>
public sealed class AuditVerifierTests
{
    private readonly SigningKey key = SigningKey.Create();
    private readonly SigningKey second = SigningKey.Create();

    [OneTimeTearDown]
    public void Forget()
    {
        key.Dispose();
        second.Dispose();
    }

    [Test]
    public void Nothing_recorded_is_intact() =>
        new AuditVerifier([]).Finish().Should().BeEquivalentTo(new AuditVerdict(true, 0, 0, 0, 0, 0, null, null, []));

    [Test]
    public void The_public_halves_of_the_keys_are_enough()
    {
        using var first = SigningKey.FromPem(key.ToPublicPem());
        using var other = SigningKey.FromPem(second.ToPublicPem());

        Sample().Verify(first, other).Intact.Should().BeTrue();
    }

    [Test]
    public void What_no_checkpoint_covers_is_counted()
    {
        var trail = Sample();
        var verdict = trail.Verify(key, second);

        (verdict.Chains, verdict.Entries, verdict.Checkpoints, verdict.Unsealed).Should().Be((3, 8, 2, 2));
        (verdict.SealedAt, verdict.LastCheckpoint).Should().Be((trail.Checkpoints[1].At, trail.Checkpoints[1].Hash));
    }

    [Test]
    public void A_changed_entry_is_named_by_resource_and_sequence()
    {
        var verdict = Verify(Changed("b", 2, row => row.With(payload: row.Payload.Replace("change", "chance", StringComparison.Ordinal))));

        verdict.Intact.Should().BeFalse();
        verdict.Breaks.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new AuditDefect("hashMismatch", "b", 2, new("Isinya tidak cocok dengan hash-nya.", "The content does not match its hash.")));
    }

    [TestCase("useCase")]
    [TestCase("actor")]
    [TestCase("at")]
    [TestCase("id")]
    public void A_changed_column_is_named(string column) =>
        Verify(Changed("a", 1, row => row.With(
            id: column == "id" ? AuditEntryId.From(Guid.Empty) : null,
            at: column == "at" ? row.At.AddTicks(1) : null,
            useCase: column == "useCase" ? "other" : null,
            actor: column == "actor" ? "system" : null)))
            .Breaks[0].Should().Match<AuditDefect>(found => found.Code == "columnDiffers" && found.Resource == "a" && found.Sequence == 1 && found.Message.En.Contains($"'{column}'"));

    [TestCase("", "notCanonical")]
    [TestCase("rahasia", "notCanonical")]
    [TestCase("{\"a\":1,\"a\":1}", "notCanonical")]
    [TestCase("{\"a\": 1}", "notCanonical")]
    [TestCase("{\"b\":1,\"a\":1}", "notCanonical")]
    [TestCase("[1.0]", "notCanonical")]
    [TestCase("[1e9999]", "notCanonical")]
    [TestCase("[\"\\ud83d\"]", "notCanonical")]
    [TestCase("{", "notCanonical")]
    [TestCase("null", "columnDiffers")]
    [TestCase("[]", "columnDiffers")]
    [TestCase("{}", "columnDiffers")]
    [TestCase("{\"actor\":7,\"at\":[],\"id\":null,\"personal\":\"\",\"previous\":{},\"resource\":1,\"sequence\":\"1\",\"useCase\":true}", "columnDiffers")]
    [TestCase("{\"personal\":{\"a\":7},\"sequence\":1.5}", "columnDiffers")]
    public void A_payload_that_makes_no_sense_is_found_although_it_fits_its_hash(string payload, string code) =>
        Verify(Changed("c", 2, row => row.With(payload: payload, hash: Digest.Of(payload)))).Breaks[0].Should()
            .Match<AuditDefect>(found => found.Code == code && found.Resource == "c" && found.Sequence == 2);

    [Test]
    public void A_payload_that_nests_without_end_is_found_although_it_fits_its_hash()
    {
        var payload = new string('[', 100_000);

        Verify(Changed("c", 2, row => row.With(payload: payload, hash: Digest.Of(payload)))).Breaks[0].Code.Should().Be("notCanonical");
    }

    [Test]
    public void Content_may_nest_as_deep_as_it_can_be_written()
    {
        var chain = AuditChain.Start("x");
        var deep = new string('[', 1000) + new string(']', 1000);
        var entry = chain.Append(new(AuditEntryId.From(Guid.Empty), DateTimeOffset.UnixEpoch, new("system", null, null, null), "change", null, null, deep, []));

        Codes(new([], [chain], [entry], [])).Should().BeEmpty();
    }

    private static TestCaseData[] Changes =>
    [
        Case("an entry is gone", trail => trail with { Entries = trail.Entries.Without(Entry(trail, "a", 2)) }, "entryMissing a 2"),
        Case("two are gone", trail => trail with { Entries = trail.Entries.Without(Entry(trail, "b", 1), Entry(trail, "b", 2)) }, "entryMissing b 1"),
        Case("an entry is moved", trail => Replace(trail, "a", 1, row => row.With(sequence: 0)), "entryMisplaced a 0", "columnDiffers a 0", "entryMissing a 1"),
        Case("the end is gone", trail => trail with { Entries = trail.Entries.Without(Entry(trail, "b", 3)) }, "chainTruncated b 3"),
        Case("the end that no checkpoint covers is gone", trail => trail with { Entries = trail.Entries.Without(Entry(trail, "c", 2)) }, "chainTruncated c 2"),
        Case("a chain gets another name with all its entries", Rename, "columnDiffers d 1", "columnDiffers d 2"),
        Case("a hash", trail => Replace(trail, "a", 2, row => row.With(hash: Digest.Zero)), "hashMismatch a 2"),
        Case("an entry is written anew with its hash", trail => Replace(trail, "a", 1, Forged), "sealBroken a 1", "chainBroken a 2"),
        Case("a chain's row is gone", trail => trail with { Chains = trail.Chains.Without(Chain(trail, "b")) }, "chainMissing b "),
        Case(
            "a chain is gone",
            trail => trail with { Chains = trail.Chains.Without(Chain(trail, "b")), Entries = [.. trail.Entries.Where(row => row.Resource != "b")], Personal = [] },
            "personalDataMissing a 1",
            "chainMissing b "),
        Case("a chain's length", trail => Replace(trail, "b", row => row.With(length: 2)), "columnDiffers b "),
        Case("a chain's head", trail => Replace(trail, "b", row => row.With(head: Digest.Zero)), "columnDiffers b "),
        Case("a chain sealed less", trail => Replace(trail, "b", row => row.With(sealedLength: 1)), "columnDiffers b "),
        Case("a chain sealed more", trail => Replace(trail, "c", row => row.With(sealedLength: 1)), "checkpointMissing c "),
        Case("the last checkpoint is gone", trail => trail with { Checkpoints = [trail.Checkpoints[0]] }, "checkpointMissing a ", "checkpointMissing b "),
        Case("the first checkpoint is gone", trail => trail with { Checkpoints = [trail.Checkpoints[1]] }, "checkpointMissing checkpoints 1"),
        Case("a checkpoint comes twice", trail => trail with { Checkpoints = [.. trail.Checkpoints, trail.Checkpoints[1]] }, "checkpointMisplaced checkpoints 2"),
        Case("the chain of checkpoints", trail => Replace(trail, 1, row => row.With(previous: Digest.Zero)), "chainBroken checkpoints 2"),
        Case("a checkpoint's instant", trail => Replace(trail, 0, row => row.With(at: row.At.AddTicks(10))), "signatureInvalid checkpoints 1"),
        Case("less than a checkpoint's instant shows", trail => Replace(trail, 0, row => row.With(at: row.At.AddTicks(1))), "columnDiffers checkpoints 1"),
        Case("a checkpoint's root", trail => Replace(trail, 0, row => row.With(root: Digest.Zero)), "sealBroken checkpoints 1"),
        Case("no leaves at all", trail => Replace(trail, 1, row => new(2, row.At, row.Previous, row.Root, null!, row.KeyId, row.Signature, row.Hash)), "sealBroken checkpoints 2", "checkpointMissing a ", "checkpointMissing b "),
        Case("a checkpoint's key", trail => Replace(trail, 0, row => row.With(keyId: "0123456789abcdef")), "unknownKey checkpoints 1"),
        Case("a checkpoint's signature", trail => Replace(trail, 0, row => row.With(signature: row.Signature + " ")), "signatureInvalid checkpoints 1"),
        Case("a checkpoint's hash", trail => Replace(trail, 1, row => row.With(hash: Digest.Zero)), "hashMismatch checkpoints 2"),
        Case("personal data", trail => trail with { Personal = trail.Personal.Replacing((trail.Personal[0], trail.Personal[0].With(content: "{}"))) }, "personalDataChanged a 1"),
        Case("no salt", trail => trail with { Personal = trail.Personal.Replacing((trail.Personal[0], trail.Personal[0].With(salt: "rahasia"))) }, "personalDataChanged a 1"),
        Case("personal data are gone", trail => trail with { Personal = trail.Personal.Without(trail.Personal[0]) }, "personalDataMissing a 1"),
        Case(
            "personal data of somebody else",
            trail => trail with { Personal = [.. trail.Personal, trail.Personal[0].With(subject: "other")] },
            "personalDataUnknown a 1"),
        Case(
            "personal data without an entry",
            trail => trail with { Personal = [.. trail.Personal, trail.Personal[0].With(entryId: AuditEntryId.From(Guid.Empty))] },
            "personalDataUnknown personalData "),
    ];

    [TestCaseSource(nameof(Changes))]
    public void A_change_has_a_name_and_a_place(Func<Trail, Trail> change, string[] breaks) => Codes(change(Sample())).Should().Equal(breaks);

    [Test]
    public void A_checkpoint_seals_only_what_grew()
    {
        var trail = Sample();
        var again = Checkpoint.Seal(trail.Checkpoints[1], [trail.Checkpoints[1].Leaves[0]], trail.Checkpoints[1].At, key);

        Codes(trail with { Checkpoints = [.. trail.Checkpoints, again] }).Should().Equal("sealBroken checkpoints 3");
    }

    // Nobody could tell later that it is gone.
    [Test]
    public void A_checkpoint_that_seals_nothing_is_found_although_it_is_signed()
    {
        var trail = Sample();
        var last = trail.Checkpoints[1];
        var bare = new Checkpoint(3, last.At, last.Hash, MerkleTree.RootOf([]), [], key.KeyId, "", "");
        var signature = Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(bare.Statement)));

        Codes(trail with { Checkpoints = [.. trail.Checkpoints, bare.With(signature: signature, hash: Digest.Of(bare.Statement + signature))] })
            .Should().Equal("sealBroken checkpoints 3");
    }

    [Test]
    public void Every_break_speaks_both_languages()
    {
        var texts = Changes.SelectMany(change => Verify(((Func<Trail, Trail>)change.Arguments[0]!)(Sample())).Breaks).Select(found => found.Message).ToList();

        texts.Should().NotBeEmpty().And.OnlyContain(text => text.Id.EndsWith('.') && text.En.EndsWith('.') && text.Id != text.En);
    }

    [Test]
    public void Personal_data_that_are_fed_with_another_entry_are_found()
    {
        var trail = Sample();
        var data = trail.Personal[0];
        var verifier = new AuditVerifier([key, second]);

        verifier.Chain(Chain(trail, "a"));
        verifier.Entry(Entry(trail, "a", 1), [data.With(entryId: Entry(trail, "a", 2).Id)]);

        verifier.Finish().Breaks.Select(found => (found.Code, found.Sequence)).Should().Contain(("personalDataUnknown", 1));
    }

    [Test]
    public void At_most_a_hundred_breaks_are_named_beginning_with_the_first()
    {
        var builder = new TrailBuilder(new(1));

        for (var number = 0; number < 150; number++)
        {
            builder.Append($"r/{number:000}", "change", TrailBuilder.Kept);
        }

        var trail = builder.Build();
        var changed = trail with { Entries = [.. trail.Entries.Select(row => row.With(useCase: "other"))] };
        var missing = trail with { Personal = [] };

        Verify(changed).Breaks.Select(found => found.Resource).Should().Equal(Enumerable.Range(0, 100).Select(number => $"r/{number:000}"));
        Verify(missing).Breaks.Should().HaveCount(100);
        Verify(missing with { Entries = changed.Entries.Replacing((changed.Entries[0], trail.Entries[0])) }).Breaks[0].Code.Should().Be("personalDataMissing");
    }

    private Trail Sample() => Builder().Build();

    private TrailBuilder Builder() => TrailBuilder.Sample(key, second);

    private Trail Changed(string resource, int sequence, Func<AuditEntry, AuditEntry> change) => Replace(Sample(), resource, sequence, change);

    private AuditVerdict Verify(Trail trail) => trail.Verify(key, second);

    private IEnumerable<string> Codes(Trail trail) => trail.Breaks(key, second);

    private static AuditEntry Forged(AuditEntry row)
    {
        var payload = row.Payload.Replace("change", "chance", StringComparison.Ordinal);

        return row.With(useCase: "chance", payload: payload, hash: Digest.Of(payload));
    }

    private static Trail Rename(Trail trail) => trail with
    {
        Chains = [.. trail.Chains.Select(row => row.With(resource: row.Resource == "c" ? "d" : null))],
        Entries = [.. trail.Entries.Select(row => row.With(resource: row.Resource == "c" ? "d" : null))],
    };

    private static AuditEntry Entry(Trail trail, string resource, int sequence) => trail.Entries.Single(row => row.Resource == resource && row.Sequence == sequence);

    private static AuditChain Chain(Trail trail, string resource) => trail.Chains.Single(row => row.Resource == resource);

    private static Trail Replace(Trail trail, string resource, int sequence, Func<AuditEntry, AuditEntry> change) =>
        Entry(trail, resource, sequence) is var row ? trail with { Entries = trail.Entries.Replacing((row, change(row))) } : trail;

    private static Trail Replace(Trail trail, string resource, Func<AuditChain, AuditChain> change) =>
        Chain(trail, resource) is var row ? trail with { Chains = trail.Chains.Replacing((row, change(row))) } : trail;

    private static Trail Replace(Trail trail, int place, Func<Checkpoint, Checkpoint> change) =>
        trail with { Checkpoints = trail.Checkpoints.Replacing((trail.Checkpoints[place], change(trail.Checkpoints[place]))) };

    private static TestCaseData Case(string name, Func<Trail, Trail> change, params string[] breaks) => new(change, breaks) { TestName = $"{{m}}({name})" };
}
