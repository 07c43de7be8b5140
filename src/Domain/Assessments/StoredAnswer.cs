using System.Runtime.InteropServices;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>A current answer of the sheet. The version counts the changes of this answer, from 1.</summary>
public sealed record StoredAnswer(Guid Id, int Version, DateTimeOffset At, DateTimeOffset? ObservedAt, string? Device, Answer Answer);

/// <summary>An answer whose sender had not read the newer one that it met.</summary>
/// <param name="Standing">The version of the newer answer.</param>
/// <param name="By">The account of the sender.</param>
public sealed record OpenConflict(SentAnswer Sent, int Standing, DateTimeOffset ReceivedAt, Guid? By);

/// <summary>Which of two answers in conflict counts.</summary>
public enum ConflictChoice
{
    Standing,
    Sent,
}

/// <summary>A refused item as it was sent, kept until it is corrected or dismissed.</summary>
/// <param name="Key">Half of the SHA-256 of the content in hexadecimal, so that the same item sent again has the same key.</param>
/// <param name="Item">The JSON of the item in its batch.</param>
/// <param name="Pointer">Refers to the fault within the item.</param>
public sealed record RefusedItem(
    string Key, string? Id, string Item, string Code, string Pointer, LocalizedText Message, DateTimeOffset ReceivedAt, Guid? By)
{
    private const int KeyLength = Digest.Length / 2;

    public static RefusedItem Of(ReceivedItem item, Fault fault, DateTimeOffset now, Guid? by)
    {
        var text = item.Raw ?? AnswerLog.Write(item.Sent!);

        return new(KeyOf(text), IdOf(item), text, fault.Error.Code, fault.Pointer, fault.Error.Message, now, by);
    }

    internal static string KeyOf(string item) => Digest.Of(item)[..KeyLength];

    /// <summary>The value of which <see cref="KnownIdFingerprints"/> stores a fingerprint.</summary>
    internal Guid Mark => new(Convert.FromHexString(Key));

    /// <summary>The id in canonical form, so that its correction is recognised.</summary>
    private static string? IdOf(ReceivedItem item) => Guid.TryParse(item.Id, out var id) ? id.ToString() : item.Id;
}

/// <summary>
/// Four bytes of each id, and of each refused item's key, that was sent before and is neither a current answer nor an open item. What is not
/// among them was never sent, so that only a match has to be looked up in the log; a false match costs one look-up and changes nothing.
/// </summary>
internal sealed class KnownIdFingerprints(uint[] kept)
{
    private readonly List<uint> added = [];

    /// <summary>Returns the original array itself if no id was added.</summary>
    public uint[] All => added.Count == 0 ? kept : [.. kept, .. added];

    public bool MayHold(Guid id) => kept.AsSpan().Contains(MarkOf(id)) || CollectionsMarshal.AsSpan(added).Contains(MarkOf(id));

    public void Add(Guid id) => added.Add(MarkOf(id));

    private static uint MarkOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var parts = MemoryMarshal.Cast<byte, uint>(bytes);

        return parts[0] ^ uint.RotateLeft(parts[1], 8) ^ uint.RotateLeft(parts[2], 16) ^ uint.RotateLeft(parts[3], 24);
    }
}
