using System.Globalization;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>A trail as a database holds it: rows in no order, which know of each other only by their columns.</summary>
public sealed record Trail(
    IReadOnlyList<Checkpoint> Checkpoints,
    IReadOnlyList<AuditChain> Chains,
    IReadOnlyList<AuditEntry> Entries,
    IReadOnlyList<PersonalData> Personal)
{
    /// <summary>Whether both hold the same rows, column by column. Rows that both share need no look.</summary>
    public bool SaysTheSameAs(Trail other) => ImagesBeside(other).SequenceEqual(other.ImagesBeside(this));

    /// <summary>As whoever has only public keys.</summary>
    public AuditVerdict Verify(params IReadOnlyList<SigningKey> trusted) => Verify(new AuditVerifier(trusted));

    public AuditVerdict Verify(AuditVerifier verifier)
    {
        var personal = Personal.ToLookup(data => data.EntryId);
        var entries = Entries.ToLookup(entry => entry.Resource);
        var chains = Chains.ToLookup(chain => chain.Resource);

        foreach (var checkpoint in Checkpoints.OrderBy(checkpoint => checkpoint.Number))
        {
            verifier.Checkpoint(checkpoint);
        }

        foreach (var resource in chains.Select(each => each.Key).Union(entries.Select(each => each.Key)).Order(StringComparer.Ordinal))
        {
            foreach (var chain in chains[resource])
            {
                verifier.Chain(chain);
            }

            foreach (var entry in entries[resource].OrderBy(entry => entry.Sequence))
            {
                verifier.Entry(entry, [.. personal[entry.Id]]);
            }
        }

        foreach (var stray in Personal.ExceptBy(Entries.Select(entry => entry.Id), data => data.EntryId))
        {
            verifier.OrphanedPersonalData(stray);
        }

        return verifier.Finish();
    }

    public IEnumerable<string> Breaks(params IReadOnlyList<SigningKey> trusted) =>
        Verify(trusted).Breaks.Select(found => $"{found.Code} {found.Resource} {found.Sequence}");

    /// <summary>The resources of the entries that personal data belong to.</summary>
    public IEnumerable<string> ResourcesOf(params PersonalData[] personal) =>
        Entries.Where(entry => personal.Any(data => data.EntryId == entry.Id)).Select(entry => entry.Resource);

    /// <summary>False for data that could be missing, because an entry says that all of their kind were erased.</summary>
    public bool IsNeeded(PersonalData data) =>
        data.Subject != PersonalData.Anonymous
        || Entries.Single(entry => entry.Id == data.EntryId).At > Entries.Where(entry => entry.UseCase == PersonalData.PurgeOrigins).Max(entry => entry.At);

    private IEnumerable<object> Rows => [.. Checkpoints, .. Chains, .. Entries, .. Personal];

    private IEnumerable<string> ImagesBeside(Trail other)
    {
        var shared = other.Rows.ToHashSet(ReferenceEqualityComparer.Instance);

        return Rows.Where(row => !shared.Contains(row)).Select(ImageOf).Order(StringComparer.Ordinal);
    }

    private static string ImageOf(object row) => row switch
    {
        AuditEntry it => Image("entry", it.Id.Value, it.Resource, it.Sequence, it.At.UtcTicks, it.UseCase, it.Actor, it.Payload, it.Hash),
        AuditChain it => Image("chain", it.Resource, it.Length, it.Head, it.SealedLength),
        PersonalData it => Image("personal", it.EntryId.Value, it.Subject, it.Salt, it.Content),
        Checkpoint it => Image(
            "checkpoint",
            [
                it.Number, it.At.UtcTicks, it.Previous, it.Root, it.KeyId, it.Signature, it.Hash,
                .. it.Leaves.SelectMany(leaf => new object?[] { leaf?.Resource, leaf?.Length, leaf?.Head }),
            ]),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    // With their lengths, so that no text can pass for the border of two.
    private static string Image(string table, params object?[] columns) =>
        table + string.Concat(columns.Select(column => Convert.ToString(column, CultureInfo.InvariantCulture)).Select(text => $"|{text?.Length}:{text}"));
}
