using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Only the program can write an entry: hashes and links alone convince nobody.</summary>
public sealed class AuthenticatorTests
{
    private static readonly AuditRecord Record = new(
        AuditEntryId.From(Guid.Empty), DateTimeOffset.UnixEpoch, new("system", null, null, null), "change", null, null, null, []);

    private readonly SigningKey key = SigningKey.Create();
    private readonly SigningKey retired = SigningKey.Create();

    [OneTimeTearDown]
    public void Forget()
    {
        key.Dispose();
        retired.Dispose();
    }

    // The private half of the test key for P-256 in RFC 9500; the value was computed elsewhere, with HKDF and HMAC of Python.
    [Test]
    public void The_authenticator_is_what_others_compute()
    {
        using var published = SigningKey.FromPem(
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIObLW92AqkWunJXowVR2Z5/+yVPBaFHnEedDk5WJxk/BoAoGCCqGSM49
            AwEHoUQDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71vc75eSOkyMsxFxbFsTNEMTLjV
            uKFxOelIgsiZJXKZNCX0FBmrfpCkKklCcg==
            -----END EC PRIVATE KEY-----
            """);

        published.Authenticate("entry").Should().Be("9f5861d7118f8f5d7f04210dba828cb280fdf941d68f983ad70905ff516617a5");
    }

    [Test]
    public void The_public_half_cannot_create_one()
    {
        using var half = SigningKey.FromPem(key.ToPublicPem());

        half.Invoking(each => each.Authenticate("entry")).Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void What_the_program_wrote_is_accepted_before_a_seal_and_after_it()
    {
        Codes(Of([null], key), key).Should().BeEmpty();
        Codes(Of([key], key, key), key).Should().BeEmpty();
    }

    [Test]
    public void Without_a_private_key_unsealed_entries_are_counted_and_sealed_ones_verified_by_their_seal()
    {
        using var half = SigningKey.FromPem(key.ToPublicPem());

        Verify(Of([null], key), [half], []).Should().Match<AuditVerdict>(verdict => verdict.Intact && verdict.Unverified == 1 && verdict.Unsealed == 1);
        Verify(Of([key], key), [half], []).Should().Match<AuditVerdict>(verdict => verdict.Intact && verdict.Unverified == 0 && verdict.Unsealed == 0);
    }

    [Test]
    public void An_unsealed_entry_without_one_was_not_written_by_the_program()
    {
        Codes(Of([null], (SigningKey?)null), key).Should().Equal("authenticatorInvalid a 1");
        Codes(Of([key, null], key, null), key).Should().Equal("authenticatorInvalid a 2");
    }

    [Test]
    public void Once_a_seal_says_that_authenticators_are_in_use_a_missing_one_is_found_with_public_keys()
    {
        using var half = SigningKey.FromPem(key.ToPublicPem());

        Verify(Of([key, null], key, null), [half], []).Breaks.Should().ContainSingle().Which.Code.Should().Be("authenticatorInvalid");
    }

    [Test]
    public void What_an_earlier_version_wrote_stays_valid_under_its_seal()
    {
        var trail = Of([retired], (SigningKey?)null) with { Chains = [] };
        var old = Checkpoint.Seal(null, [trail.Checkpoints[0].Leaves[0]], DateTimeOffset.UnixEpoch, retired);
        old.AuthenticatedBy.Should().BeNull();

        Codes(trail with { Chains = [new("a", 1, trail.Entries[0].Hash, 1)], Checkpoints = [old] }, key, retired).Should().BeEmpty();
    }

    [Test]
    public void An_authenticator_that_is_removed_below_a_seal_is_found()
    {
        var trail = Of([key], key);
        var entry = trail.Entries[0];

        Codes(trail with { Entries = [With(entry, null)] }, key).Should().Equal("authenticatorInvalid a 1");
    }

    [TestCase("rahasia")]
    [TestCase("")]
    [TestCase("0123456789abcdef:0")]
    public void What_is_no_authenticator_is_none(string text) =>
        Codes(Of([null], key) is var trail ? trail with { Entries = [With(trail.Entries[0], text)] } : null!, key).Should().Equal("authenticatorInvalid a 1");

    [Test]
    public void The_authenticator_of_another_entry_is_none()
    {
        var (one, two) = (AuditChain.Start("a"), AuditChain.Start("b"));
        var (first, other) = (one.Append(Record, key), two.Append(Record, key));

        Codes(new([], [one, two], [With(first, other.Authenticator), other], []), key).Should().Equal("authenticatorInvalid a 1");
    }

    [Test]
    public void Entries_of_a_retired_key_need_a_seal_that_names_it()
    {
        using var half = SigningKey.FromPem(retired.ToPublicPem());
        var trail = Of([retired], retired);

        Codes(trail, key, half).Should().BeEmpty();
        Codes(Of([null], retired), key, half).Should().Equal("authenticatorKeyMissing a 1");
        Codes(Of([null], retired), key, retired).Should().BeEmpty();

        // Sealed by the current key, together with an entry of it: nobody verified the one that names the retired key.
        var forged = Of([null, key], null, key);
        var seal = Checkpoint.Seal(null, [forged.Checkpoints[0].Leaves[0]], DateTimeOffset.UnixEpoch, key, [key.KeyId]);
        var named = With(forged.Entries[0], $"{retired.KeyId}:{Digest.Zero}");
        Codes(forged with { Checkpoints = [seal], Entries = [named, forged.Entries[1]] }, key, half).Should().Equal("authenticatorInvalid a 1");
    }

    [Test]
    public void A_chain_is_sealed_up_to_the_first_entry_that_the_program_did_not_write()
    {
        var strict = Sealable(acceptsUnauthenticated: false, Of([], key, key), Of([], key, null, key), Of([], (SigningKey?)null), Of([], retired));
        var lenient = Sealable(acceptsUnauthenticated: true, Of([], null, null), Of([], null, retired));

        strict.Ends.Should().Equal(2, 1);
        strict.Refused.Should().Equal("authenticatorInvalid 2", "authenticatorInvalid 1", "authenticatorKeyMissing 1");
        lenient.Ends.Should().Equal(2, 1);
        lenient.Refused.Should().Equal("authenticatorKeyMissing 2");
    }

    [Test]
    public void A_gap_ends_what_is_sealed()
    {
        var trail = Of([], key, key, key);
        var entries = new SealableEntries([key], acceptsUnauthenticated: false);

        Read(entries, trail.Entries[0], trail.Entries[2]);

        entries.Ends.Select(end => end.Length).Should().Equal(1);
        entries.Refused.Should().ContainSingle().Which.Should().Match<AuditDefect>(found => found.Code == "entryMissing" && found.Sequence == 2);
        entries.AuthenticatedBy.Should().Equal(key.KeyId);
    }

    /// <summary>The lengths up to which trails of one chain each may be sealed, and what is refused.</summary>
    private (int[] Ends, string[] Refused) Sealable(bool acceptsUnauthenticated, params Trail[] trails)
    {
        var read = trails.Select(trail =>
        {
            var entries = new SealableEntries([key], acceptsUnauthenticated);
            Read(entries, [.. trail.Entries]);

            return entries;
        }).ToList();

        return ([.. read.SelectMany(each => each.Ends).Select(end => end.Length)], [.. read.SelectMany(each => each.Refused).Select(each => $"{each.Code} {each.Sequence}")]);
    }

    private static void Read(SealableEntries entries, params AuditEntry[] read)
    {
        foreach (var entry in read)
        {
            entries.Read(new(entry.Resource, entry.Sequence, entry.Hash), entry.Authenticator, 0);
        }
    }

    private static AuditEntry With(AuditEntry row, string? authenticator) =>
        new(row.Id, row.Resource, row.Sequence, row.At, row.UseCase, row.Actor, row.Payload, row.Hash, authenticator);

    private static AuditVerdict Verify(Trail trail, IReadOnlyList<SigningKey> trusted, IReadOnlyList<SigningKey> authors) => trail.Verify(new AuditVerifier(trusted, authors));

    private static IEnumerable<string> Codes(Trail trail, params SigningKey[] keys) =>
        Verify(trail, keys, [.. keys.Where(each => each.CanSign)]).Breaks.Select(found => $"{found.Code} {found.Resource} {found.Sequence}");

    /// <summary>A chain of entries, each written with a key or none, and after each, if there is a key for it, a seal that names the authors.</summary>
    private static Trail Of(SigningKey?[] seals, params SigningKey?[] authors)
    {
        var (chain, entries, checkpoints, since) = (AuditChain.Start("a"), new List<AuditEntry>(), new List<Checkpoint>(), new List<string>());

        foreach (var (index, author) in authors.Index())
        {
            entries.Add(chain.Append(Record with { Id = AuditEntryId.From(new(index, 0, 0, new byte[8])) }, author));
            since.AddRange(author is null ? [] : [author.KeyId]);

            if (seals.ElementAtOrDefault(index) is { } seal)
            {
                checkpoints.Add(Checkpoint.Seal(checkpoints.LastOrDefault(), [new("a", chain.Length, chain.Head)], DateTimeOffset.UnixEpoch, seal, since));
                chain.Seal(chain.Length);
                since.Clear();
            }
        }

        return new(checkpoints, [chain], entries, []);
    }
}
