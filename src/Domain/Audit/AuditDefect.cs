using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>One place where the trail is not as it was written. The code is public and stable.</summary>
/// <param name="Resource">Of the chain; <see cref="Checkpoints"/> for those, <see cref="PersonalRows"/> for data without an entry.</param>
/// <param name="Sequence">Of the entry, or the number of the checkpoint; null where it is about a chain as a whole.</param>
public sealed record AuditDefect(string Code, string Resource, int? Sequence, LocalizedText Message)
{
    public const string Checkpoints = "checkpoints";
    public const string PersonalRows = "personalData";

    internal static AuditDefect HashMismatch(string resource, int sequence) => new(
        "hashMismatch", resource, sequence, new("Isinya tidak cocok dengan hash-nya.", "The content does not match its hash."));

    internal static AuditDefect NotCanonical(string resource, int sequence) => new(
        "notCanonical", resource, sequence, new("Isinya bukan JSON kanonis.", "The payload is not canonical JSON."));

    internal static AuditDefect ColumnDiffers(string resource, int? sequence, string column) => new(
        "columnDiffers",
        resource,
        sequence,
        new($"Kolom '{column}' tidak sesuai dengan yang dicatat.", $"The column '{column}' differs from what was recorded."));

    internal static AuditDefect ChainBroken(string resource, int sequence) => new(
        "chainBroken", resource, sequence, new("Tidak menyambung dengan yang sebelumnya.", "It does not continue the one before it."));

    internal static AuditDefect EntryMissing(string resource, int sequence) => new(
        "entryMissing", resource, sequence, new("Entri ini hilang.", "The entry is missing."));

    internal static AuditDefect EntryMisplaced(string resource, int sequence) => new(
        "entryMisplaced", resource, sequence, new("Nomor urut entri ini tidak mungkin.", "The entry has a sequence that it cannot have."));

    internal static AuditDefect ChainMissing(string resource) => new(
        "chainMissing", resource, null, new("Rantai sumber daya ini hilang.", "The chain of this resource is missing."));

    internal static AuditDefect ChainTruncated(string resource, int sequence) => new(
        "chainTruncated",
        resource,
        sequence,
        new("Rantai terpotong; entri mulai dari sini hilang.", "The chain is cut off; entries from here on are missing."));

    internal static AuditDefect SealBroken(string resource, int? sequence) => new(
        "sealBroken", resource, sequence, new("Tidak sama dengan yang disegel.", "It is not what was sealed."));

    internal static AuditDefect CheckpointMissing(string resource, int? sequence) => new(
        "checkpointMissing", resource, sequence, new("Ada titik segel yang hilang.", "A checkpoint is missing."));

    internal static AuditDefect CheckpointMisplaced(int number) => new(
        "checkpointMisplaced", Checkpoints, number, new("Nomor titik segel ini tidak mungkin.", "The checkpoint has a number that it cannot have."));

    internal static AuditDefect UnknownKey(int number) => new(
        "unknownKey", Checkpoints, number, new("Ditandatangani dengan kunci yang tidak dikenal.", "It is signed with an unknown key."));

    internal static AuditDefect SignatureInvalid(int number) => new(
        "signatureInvalid", Checkpoints, number, new("Tanda tangannya tidak sah.", "The signature is invalid."));

    internal static AuditDefect PersonalDataChanged(string resource, int sequence) => new(
        "personalDataChanged",
        resource,
        sequence,
        new("Data pribadi entri ini telah diubah.", "The personal data of the entry have been changed."));

    internal static AuditDefect PersonalDataMissing(string resource, int sequence) => new(
        "personalDataMissing",
        resource,
        sequence,
        new("Data pribadi entri ini hilang tanpa penghapusan yang tercatat.", "The personal data of the entry are missing, and no erasure is recorded."));

    internal static AuditDefect PersonalDataUnknown(string resource, int? sequence) => new(
        "personalDataUnknown", resource, sequence, new("Ada data pribadi yang tidak dicatat entri mana pun.", "There are personal data that no entry recorded."));
}
