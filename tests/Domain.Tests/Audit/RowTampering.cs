using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Rows that are gone, added or written anew, also by somebody who mends what lies about them.</summary>
internal static class RowTampering
{
    public static readonly Tampering[] Removed =
    [
        new("an entry removed", (random, trail) => Remove(trail, random.Pick(trail.Entries))),
        new("a first entry removed", (random, trail) => Remove(trail, random.Pick([.. trail.Entries.Where(entry => entry.Sequence == 1)]))),
        new("the end of a chain removed", (random, trail) =>
        {
            var chain = random.Pick(trail.Chains);
            var keep = random.Next(chain.Length);

            return new(trail with { Entries = [.. trail.Entries.Where(entry => entry.Resource != chain.Resource || entry.Sequence <= keep)] }, chain.Resource);
        }),
        new("a chain's row removed", (random, trail) =>
        {
            var chain = random.Pick(trail.Chains);

            return new(trail with { Chains = trail.Chains.Without(chain) }, chain.Resource);
        }),
        new("personal data removed", (random, trail) => trail.Personal.Where(trail.IsNeeded).ToList() is { Count: > 0 } needed
            && random.Pick(needed) is var row ? new(trail with { Personal = trail.Personal.Without(row) }, [.. trail.ResourcesOf(row)]) : null),
        new("a checkpoint removed before the last", (random, trail) =>
            new(trail with { Checkpoints = trail.Checkpoints.Without(random.Pick([.. trail.Checkpoints.SkipLast(1)])) }, AuditDefect.Checkpoints)),
        new("the last checkpoints removed", (random, trail) =>
        {
            var gone = trail.Checkpoints.TakeLast(random.Next(1, trail.Checkpoints.Count + 1)).ToArray();

            return new(trail with { Checkpoints = trail.Checkpoints.Without(gone) }, [.. gone.SelectMany(row => row.Leaves).Select(leaf => leaf.Resource)]);
        }),
        new("a checkpoint removed, later ones numbered anew", (random, trail) =>
        {
            var gone = random.Pick([.. trail.Checkpoints.SkipLast(1)]);

            return new(
                trail with { Checkpoints = [.. trail.Checkpoints.Without(gone).Select(row => row.Number > gone.Number ? row.With(number: row.Number - 1, previous: row.Number == gone.Number + 1 ? gone.Previous : null) : row)] },
                AuditDefect.Checkpoints);
        }),
    ];

    public static readonly Tampering[] Mended =
    [
        new("a sealed chain cut off with its row", (random, trail) =>
        {
            var chain = random.Pick(trail.Sealed());
            var keep = random.Next(chain.SealedLength);
            var head = trail.Entries.SingleOrDefault(entry => entry.Resource == chain.Resource && entry.Sequence == keep)?.Hash ?? Digest.Zero;

            return new(
                trail with
                {
                    Entries = [.. trail.Entries.Where(entry => entry.Resource != chain.Resource || entry.Sequence <= keep)],
                    Chains = trail.Chains.Replacing((chain, new(chain.Resource, keep, head, random.Next(2) == 0 ? keep : chain.SealedLength))),
                },
                chain.Resource);
        }),
        new("a sealed chain removed whole", (random, trail) =>
        {
            var chain = random.Pick(trail.Sealed());
            var ids = trail.Entries.Where(entry => entry.Resource == chain.Resource).Select(entry => entry.Id).ToHashSet();

            return new(
                new(trail.Checkpoints, trail.Chains.Without(chain), [.. trail.Entries.Where(entry => !ids.Contains(entry.Id))], [.. trail.Personal.Where(data => !ids.Contains(data.EntryId))]),
                chain.Resource);
        }),
        new("a sealed chain written anew", (random, trail) =>
        {
            var chain = random.Pick(trail.Sealed());
            var forged = AuditChain.Start(chain.Resource);
            AuditEntry[] entries = [.. Enumerable.Range(0, chain.Length).Select(_ => forged.Append(Forged(random)))];

            return new(
                trail with
                {
                    Entries = [.. trail.Entries.Where(entry => entry.Resource != chain.Resource), .. entries],
                    Chains = trail.Chains.Replacing((chain, forged.With(sealedLength: chain.SealedLength))),
                },
                chain.Resource);
        }),
        new("an entry written anew with its hash", (random, trail) =>
        {
            var row = random.Pick([.. trail.Entries.Where(entry => entry.Payload.Contains("\"score\":", StringComparison.Ordinal))]);
            var payload = row.Payload.Replace("\"score\":", "\"score\":1", StringComparison.Ordinal);

            return new(trail with { Entries = trail.Entries.Replacing((row, row.With(payload: payload, hash: Digest.Of(payload)))) }, row.Resource);
        }),
        new("the last checkpoint signed with another key", (random, trail) =>
        {
            using var stranger = SigningKey.Create();
            var last = trail.Checkpoints[^1];
            var forged = Checkpoint.Seal(trail.Checkpoints.SkipLast(1).LastOrDefault(), last.Leaves, last.At, stranger);

            return new(trail with { Checkpoints = trail.Checkpoints.Replacing((last, forged.With(keyId: random.Next(2) == 0 ? last.KeyId : null))) }, AuditDefect.Checkpoints);
        }),
    ];

    public static readonly Tampering[] Added =
    [
        new("an entry repeated at the end", (random, trail) =>
        {
            var (row, chain) = (random.Pick(trail.Entries), random.Pick(trail.Chains));

            return new(trail with { Entries = [.. trail.Entries, row.With(resource: chain.Resource, sequence: chain.Length + 1)] }, chain.Resource, row.Resource);
        }),
        new("an entry with good hashes at the end, the row left alone", (random, trail) =>
        {
            var chain = random.Pick(trail.Chains);

            return new(trail with { Entries = [.. trail.Entries, chain.With().Append(Forged(random))] }, chain.Resource);
        }),
        new("an entry of a chain without a row", (random, trail) => new(trail with { Entries = [.. trail.Entries, AuditChain.Start("new").Append(Forged(random))] }, "new")),
        new("a chain without entries", (random, trail) =>
            new(trail with { Chains = [.. trail.Chains, new("new", random.Next(1, 5), Digest.Of("new"), 0)] }, "new")),
        new("personal data that no entry knows", (random, trail) =>
        {
            var row = random.Pick(trail.Personal);
            var entry = random.Pick(trail.Entries);
            var added = random.Next(2) == 0 ? row.With(subject: random.Other(row.Subject)) : row.With(entryId: random.Other(row.EntryId, trail), subject: "other");

            return new(trail with { Personal = [.. trail.Personal, added] }, [.. trail.ResourcesOf(row, added), AuditDefect.PersonalRows]);
        }),
        new("personal data twice", (random, trail) =>
        {
            var row = random.Pick(trail.Personal);

            return new(trail with { Personal = [.. trail.Personal, row.With()] }, [.. trail.ResourcesOf(row)]);
        }),
        new("a checkpoint twice", (random, trail) =>
        {
            var row = random.Pick(trail.Checkpoints);

            return new(trail with { Checkpoints = [.. trail.Checkpoints, row.With(number: random.Next(2) == 0 ? trail.Checkpoints.Count + 1 : null)] }, AuditDefect.Checkpoints);
        }),
    ];

    private static List<AuditChain> Sealed(this Trail trail) => [.. trail.Chains.Where(chain => chain.SealedLength > 0)];

    private static Tampered Remove(Trail trail, AuditEntry row) => new(trail with { Entries = trail.Entries.Without(row) }, row.Resource);

    private static AuditRecord Forged(Random random) => new(
        AuditEntryId.From(new(random.Next(), 0, 0, new byte[8])), DateTimeOffset.UnixEpoch.AddSeconds(random.Next()), new("system", null, null, null), "change", null, null, null, []);
}
