using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>A trail after one change, and the resources of which the first break may be.</summary>
public sealed record Tampered(Trail Trail, params IReadOnlyList<string> Where);

/// <summary>One way to change a trail. It answers nothing where a trail has nothing that it could change.</summary>
public sealed record Tampering(string Name, Func<Random, Trail, Tampered?> Apply)
{
    private static readonly string[] Checkpoints = [AuditDefect.Checkpoints];

    public static readonly Tampering[] OfOneColumn =
    [
        Entry("id", (random, trail, row) => row.With(id: random.Other(row.Id, trail))),
        Entry("resource", (random, trail, row) => row.With(resource: random.OtherResource(row.Resource, trail))),
        Entry("sequence", (random, _, row) => row.With(sequence: random.Other(row.Sequence))),
        Entry("at", (random, _, row) => row.With(at: random.Other(row.At))),
        Entry("useCase", (random, _, row) => row.With(useCase: random.Other(row.UseCase))),
        Entry("useCase that erases", (_, _, row) => row.With(useCase: PersonalData.PurgeOrigins)),
        Entry("actor", (random, _, row) => row.With(actor: random.Other(row.Actor))),
        Entry("payload", (random, _, row) => row.With(payload: random.Other(row.Payload))),
        Entry("hash", (random, _, row) => row.With(hash: random.Other(row.Hash))),
        Chain("resource", (random, trail, row) => row.With(resource: random.OtherResource(row.Resource, trail))),
        Chain("length", (random, _, row) => row.With(length: random.Other(row.Length))),
        Chain("head", (random, _, row) => row.With(head: random.Other(row.Head))),
        Chain("sealedLength", (random, _, row) => row.With(sealedLength: random.Other(row.SealedLength))),
        Personal("entryId", (random, trail, row) => row.With(entryId: random.Other(row.EntryId, trail))),
        Personal("subject", (random, _, row) => row.With(subject: random.Other(row.Subject))),
        Personal("subject that is erased", (_, _, row) => row.With(subject: TrailBuilder.Erased)),
        Personal("salt", (random, _, row) => row.With(salt: random.Other(row.Salt))),
        Personal("content", (random, _, row) => row.With(content: random.Other(row.Content))),
        OneCheckpoint("number", (random, row) => row.With(number: random.Other(row.Number))),
        OneCheckpoint("at", (random, row) => row.With(at: random.Other(row.At))),
        OneCheckpoint("previous", (random, row) => row.With(previous: random.Other(row.Previous))),
        OneCheckpoint("root", (random, row) => row.With(root: random.Other(row.Root))),
        OneCheckpoint("keyId", (random, row) => row.With(keyId: random.Other(row.KeyId))),
        OneCheckpoint("signature", (random, row) => row.With(signature: random.Other(row.Signature))),
        OneCheckpoint("hash", (random, row) => row.With(hash: random.Other(row.Hash))),
        OneLeaf("resource", (random, leaf) => [leaf with { Resource = random.Other(leaf.Resource) }]),
        OneLeaf("length", (random, leaf) => [leaf with { Length = random.Other(leaf.Length) }]),
        OneLeaf("head", (random, leaf) => [leaf with { Head = random.Other(leaf.Head) }]),
        OneLeaf("nothing of it", (random, leaf) => random.Next(3) switch { 0 => [null!], 1 => [leaf with { Head = null! }], _ => [leaf with { Resource = null! }] }),
        OneLeaf("removed", (_, _) => []),
        OneLeaf("repeated", (_, leaf) => [leaf, leaf]),
        OneLeaf("invented", (_, leaf) => [leaf, leaf with { Resource = leaf.Resource + "0" }]),
    ];

    public static readonly Tampering[] OfTwoRows =
    [
        Entries("ids", (one, other) => one.With(id: other.Id)),
        Entries("places", (one, other) => one.With(resource: other.Resource, sequence: other.Sequence)),
        Entries("instants", (one, other) => one.With(at: other.At)),
        Entries("use cases", (one, other) => one.With(useCase: other.UseCase)),
        Entries("actors", (one, other) => one.With(actor: other.Actor)),
        Entries("payloads", (one, other) => one.With(payload: other.Payload)),
        Entries("hashes", (one, other) => one.With(hash: other.Hash)),
        Entries("payloads and hashes", (one, other) => one.With(payload: other.Payload, hash: other.Hash)),
        Entries("contents", (one, other) => other.With(resource: one.Resource, sequence: one.Sequence)),
        Entries("everything but ids", (one, other) => other.With(id: one.Id)),
        Chains("resources", (one, other) => one.With(resource: other.Resource)),
        Chains("lengths", (one, other) => one.With(length: other.Length)),
        Chains("heads", (one, other) => one.With(head: other.Head)),
        Chains("sealed lengths", (one, other) => one.With(sealedLength: other.SealedLength)),
        Personals("entries", (one, other) => one.With(entryId: other.EntryId)),
        Personals("subjects", (one, other) => one.With(subject: other.Subject)),
        Personals("salts", (one, other) => one.With(salt: other.Salt)),
        Personals("contents", (one, other) => one.With(content: other.Content)),
        Personals("salts and contents", (one, other) => one.With(salt: other.Salt, content: other.Content)),
        TwoCheckpoints("numbers", (one, other) => one.With(number: other.Number)),
        TwoCheckpoints("instants", (one, other) => one.With(at: other.At)),
        TwoCheckpoints("leaves", (one, other) => one.With(leaves: other.Leaves)),
        TwoCheckpoints("signatures", (one, other) => one.With(signature: other.Signature)),
        TwoCheckpoints("seals", (one, other) => other.With(number: one.Number, previous: one.Previous)),
        new("leaves of a checkpoint swapped", (random, trail) =>
        {
            var row = random.Pick(trail.Checkpoints);
            var leaves = row.Leaves.ToArray();
            random.Shuffle(leaves);

            return new(trail with { Checkpoints = trail.Checkpoints.Replacing((row, row.With(leaves: leaves))) }, Checkpoints);
        }),
    ];

    public override string ToString() => Name;

    private static Tampering Entry(string column, Func<Random, Trail, AuditEntry, AuditEntry> change) => new($"entry, {column}", (random, trail) =>
    {
        var row = random.Pick(trail.Entries);
        var changed = change(random, trail, row);

        return new(trail with { Entries = trail.Entries.Replacing((row, changed)) }, row.Resource, changed.Resource);
    });

    private static Tampering Chain(string column, Func<Random, Trail, AuditChain, AuditChain> change) => new($"chain, {column}", (random, trail) =>
    {
        var row = random.Pick(trail.Chains);
        var changed = change(random, trail, row);

        return new(trail with { Chains = trail.Chains.Replacing((row, changed)) }, row.Resource, changed.Resource);
    });

    private static Tampering Personal(string column, Func<Random, Trail, PersonalData, PersonalData> change) => new($"personal data, {column}", (random, trail) =>
    {
        var row = random.Pick(trail.Personal);
        var changed = change(random, trail, row);

        return new(trail with { Personal = trail.Personal.Replacing((row, changed)) }, [.. trail.ResourcesOf(row, changed), AuditDefect.PersonalRows]);
    });

    private static Tampering OneCheckpoint(string column, Func<Random, Checkpoint, Checkpoint> change) => new($"checkpoint, {column}", (random, trail) =>
    {
        var row = random.Pick(trail.Checkpoints);

        return new(trail with { Checkpoints = trail.Checkpoints.Replacing((row, change(random, row))) }, Checkpoints);
    });

    private static Tampering OneLeaf(string change, Func<Random, SealedChain, SealedChain[]> changed) => OneCheckpoint($"leaf, {change}", (random, row) =>
    {
        var index = random.Next(row.Leaves.Count);

        return row.With(leaves: [.. row.Leaves.Take(index), .. changed(random, row.Leaves[index]), .. row.Leaves.Skip(index + 1)]);
    });

    private static Tampering Entries(string columns, Func<AuditEntry, AuditEntry, AuditEntry> exchange) => new($"entries, {columns} swapped", (random, trail) =>
    {
        var (one, other) = (random.Pick(trail.Entries), random.Pick(trail.Entries));

        return new(trail with { Entries = trail.Entries.Replacing((one, exchange(one, other)), (other, exchange(other, one))) }, one.Resource, other.Resource);
    });

    private static Tampering Chains(string columns, Func<AuditChain, AuditChain, AuditChain> exchange) => new($"chains, {columns} swapped", (random, trail) =>
    {
        var (one, other) = (random.Pick(trail.Chains), random.Pick(trail.Chains));

        return new(trail with { Chains = trail.Chains.Replacing((one, exchange(one, other)), (other, exchange(other, one))) }, one.Resource, other.Resource);
    });

    private static Tampering Personals(string columns, Func<PersonalData, PersonalData, PersonalData> exchange) => new($"personal data, {columns} swapped", (random, trail) =>
    {
        var (one, other) = (random.Pick(trail.Personal), random.Pick(trail.Personal));

        return new(trail with { Personal = trail.Personal.Replacing((one, exchange(one, other)), (other, exchange(other, one))) }, [.. trail.ResourcesOf(one, other)]);
    });

    private static Tampering TwoCheckpoints(string columns, Func<Checkpoint, Checkpoint, Checkpoint> exchange) => new($"checkpoints, {columns} swapped", (random, trail) =>
    {
        var (one, other) = (random.Pick(trail.Checkpoints), random.Pick(trail.Checkpoints));

        return new(trail with { Checkpoints = trail.Checkpoints.Replacing((one, exchange(one, other)), (other, exchange(other, one))) }, Checkpoints);
    });
}
