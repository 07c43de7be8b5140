using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>Verifies the entries of one resource in their order.</summary>
/// <param name="row">Null if the row of the chain is missing.</param>
/// <param name="seals">What the checkpoints say of the resource.</param>
internal sealed class ChainVerifier(string resource, AuditChain? row, IReadOnlyList<ChainSeal> seals)
{
    private long last;
    private int met;
    private int covering;

    // Null if the hash that the next entry has to contain is not known for certain.
    private string? head = Digest.Zero;

    public string Resource { get; } = resource;

    /// <summary>Entries after the last sealed one.</summary>
    public long Unsealed => Math.Max(0, last - SealedLength);

    private int SealedLength => seals is [.., var newest] ? newest.End.Length : 0;

    /// <summary>Checks the chain before its entries.</summary>
    public AuditDefect? Open() => row?.SealedLength.CompareTo(SealedLength) switch
    {
        null => AuditDefect.ChainMissing(Resource),
        > 0 => AuditDefect.CheckpointMissing(Resource, null),
        < 0 => AuditDefect.ColumnDiffers(Resource, null, "sealedLength"),
        _ => null,
    };

    /// <summary>Checks the position of an entry in the chain.</summary>
    public AuditDefect? Place(AuditEntry entry)
    {
        var expected = last + 1;

        if (entry.Sequence == expected)
        {
            last = expected;

            return null;
        }

        head = null;
        last = Math.Max(last, entry.Sequence);

        return entry.Sequence > expected ? AuditDefect.EntryMissing(Resource, (int)expected) : AuditDefect.EntryMisplaced(Resource, entry.Sequence);
    }

    /// <summary>Checks the content of an entry, and returns its payload if it is intact.</summary>
    public AuditDefect? Read(AuditEntry entry, out Payload? payload)
    {
        payload = null;
        var expected = head;
        var bytes = Digest.TryBytes(entry.Payload);
        var hashed = bytes is not null && Digest.Of(bytes) == entry.Hash;
        head = hashed ? entry.Hash : null;

        if (!hashed)
        {
            return AuditDefect.HashMismatch(Resource, entry.Sequence);
        }

        if (Payload.Read(entry.Payload, bytes) is not { } read)
        {
            return AuditDefect.NotCanonical(Resource, entry.Sequence);
        }

        payload = read;

        return Differing(entry, read) is { } column ? AuditDefect.ColumnDiffers(Resource, entry.Sequence, column)
            : expected is not null && read.Previous != expected ? AuditDefect.ChainBroken(Resource, entry.Sequence)
            : IsAsSealed(entry) ? null : AuditDefect.SealBroken(Resource, entry.Sequence);
    }

    /// <summary>The first checkpoint that covers an entry; null if none does. Entries come in their order.</summary>
    public ChainSeal? SealOf(AuditEntry entry)
    {
        for (; covering < seals.Count && seals[covering].End.Length < entry.Sequence; covering++)
        {
        }

        return covering < seals.Count ? seals[covering] : null;
    }

    /// <summary>Checks the chain after all entries.</summary>
    public AuditDefect? Close()
    {
        if (last < Math.Max(row?.Length ?? 0, SealedLength))
        {
            return AuditDefect.ChainTruncated(Resource, (int)(last + 1));
        }

        if (row is null)
        {
            return null;
        }

        return row.Length != last ? AuditDefect.ColumnDiffers(Resource, null, "length")
            : head is not null && row.Head != head ? AuditDefect.ColumnDiffers(Resource, null, "head")
            : null;
    }

    private static string? Differing(AuditEntry entry, Payload payload) =>
        payload.Id != entry.Id.Value.ToString() ? "id"
        : payload.Resource != entry.Resource ? "resource"
        : payload.Sequence != entry.Sequence ? "sequence"
        : payload.At != Instants.Write(entry.At) || !Instants.IsTruncatedToMicroseconds(entry.At) ? "at"
        : payload.UseCase != entry.UseCase ? "useCase"
        : payload.Actor != entry.Actor ? "actor"
        : null;

    // A seal over a missing entry is not reported: the gap has been reported already.
    private bool IsAsSealed(AuditEntry entry)
    {
        var fits = true;

        for (; met < seals.Count && seals[met].End.Length <= entry.Sequence; met++)
        {
            fits &= seals[met].End.Length < entry.Sequence || seals[met].End.Head == entry.Hash;
        }

        return fits;
    }
}
