using System.Runtime.InteropServices;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>An answer as it stands on the sheet. The version counts the changes of this one answer, from 1.</summary>
public sealed record StoredAnswer(Guid Id, int Version, DateTimeOffset At, DateTimeOffset? ObservedAt, string? Device, Answer Answer);

/// <summary>An answer that met a newer one than its sender had seen.</summary>
/// <param name="Standing">The version that it met.</param>
/// <param name="By">The account that sent it.</param>
public sealed record OpenConflict(SentAnswer Sent, int Standing, DateTimeOffset ReceivedAt, Guid? By);

/// <summary>Which of two answers in conflict counts.</summary>
public enum ConflictChoice
{
    Standing,
    Sent,
}

/// <summary>An item that was refused, as it was sent, until it is mended or dismissed.</summary>
/// <param name="Key">Of the content, so that the same item sent again is the same: half of a SHA-256 in hexadecimal.</param>
/// <param name="Item">JSON, as in a batch.</param>
/// <param name="Pointer">To what is wrong in it.</param>
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

    /// <summary>What <see cref="KnownIdFingerprints"/> remembers of it.</summary>
    internal Guid Mark => new(Convert.FromHexString(Key));

    /// <summary>In one spelling, so that what mends it is recognised.</summary>
    private static string? IdOf(ReceivedItem item) => Guid.TryParse(item.Id, out var id) ? id.ToString() : item.Id;
}

/// <summary>
/// Four bytes of every id, and of every refused item's key, that was sent before and neither stands nor waits. What is not among them was never sent, so
/// that only one that is has to be looked up in the log; a chance hit costs a look and changes nothing.
/// </summary>
internal sealed class KnownIdFingerprints(uint[] kept)
{
    private readonly List<uint> added = [];

    /// <summary>The very array that was given, where no id was added.</summary>
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
