using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>One place where the audit trail differs from what was written. The code is public and stable.</summary>
/// <param name="Resource">The chain; <see cref="Checkpoints"/> for checkpoints, <see cref="PersonalRows"/> for personal data without an entry.</param>
/// <param name="Sequence">The number of the entry or checkpoint; null for a defect of a chain as a whole.</param>
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
        new($"Kolom '{column}' berbeda dari yang dicatat.", $"The column '{column}' differs from what was recorded."));

    internal static AuditDefect ChainBroken(string resource, int sequence) => new(
        "chainBroken", resource, sequence, new("Rantai tidak menyambung dari mata rantai sebelumnya.", "The chain does not continue from the previous link."));

    internal static AuditDefect EntryMissing(string resource, int sequence) => new(
        "entryMissing", resource, sequence, new("Entri ini hilang.", "The entry is missing."));

    internal static AuditDefect EntryMisplaced(string resource, int sequence) => new(
        "entryMisplaced", resource, sequence, new("Nomor urut entri ini tidak mungkin.", "The sequence number of the entry is impossible."));

    internal static AuditDefect ChainMissing(string resource) => new(
        "chainMissing", resource, null, new("Rantai sumber daya ini hilang.", "The chain of this resource is missing."));

    internal static AuditDefect ChainTruncated(string resource, int sequence) => new(
        "chainTruncated",
        resource,
        sequence,
        new("Rantai terpotong; entri mulai dari sini hilang.", "The chain is cut off; entries from here on are missing."));

    internal static AuditDefect SealBroken(string resource, int? sequence) => new(
        "sealBroken", resource, sequence, new("Isinya berbeda dari yang disegel.", "The content differs from what was sealed."));

    internal static AuditDefect AuthenticatorInvalid(string resource, int sequence) => new(
        "authenticatorInvalid",
        resource,
        sequence,
        new("Entri ini tidak ditulis oleh program: autentikatornya tidak ada atau tidak sah.", "The program did not write this entry: its authenticator is missing or invalid."));

    internal static AuditDefect AuthenticatorKeyMissing(string resource, int sequence) => new(
        "authenticatorKeyMissing",
        resource,
        sequence,
        new(
            "Entri ini belum disegel, dan kunci privat yang mengautentikasinya tidak tersedia.",
            "The entry is not sealed yet, and the private key that authenticated it is not available."));

    internal static AuditDefect CheckpointMissing(string resource, int? sequence) => new(
        "checkpointMissing", resource, sequence, new("Ada titik segel yang hilang.", "A checkpoint is missing."));

    internal static AuditDefect CheckpointMisplaced(int number) => new(
        "checkpointMisplaced", Checkpoints, number, new("Nomor titik segel ini tidak mungkin.", "The number of the checkpoint is impossible."));

    internal static AuditDefect UnknownKey(int number) => new(
        "unknownKey", Checkpoints, number, new("Titik segel ditandatangani dengan kunci yang tidak dikenal.", "The checkpoint is signed with an unknown key."));

    internal static AuditDefect SignatureInvalid(int number) => new(
        "signatureInvalid", Checkpoints, number, new("Tanda tangan titik segel tidak sah.", "The signature of the checkpoint is invalid."));

    internal static AuditDefect PersonalDataChanged(string resource, int sequence) => new(
        "personalDataChanged",
        resource,
        sequence,
        new("Data pribadi entri ini telah diubah.", "The personal data of the entry were changed."));

    internal static AuditDefect PersonalDataMissing(string resource, int sequence) => new(
        "personalDataMissing",
        resource,
        sequence,
        new("Data pribadi entri ini hilang tanpa penghapusan yang tercatat.", "The personal data of the entry are missing, and no erasure was recorded."));

    internal static AuditDefect PersonalDataUnknown(string resource, int? sequence) => new(
        "personalDataUnknown", resource, sequence, new("Ada data pribadi yang tidak tercatat dalam entri mana pun.", "There are personal data that no entry recorded."));
}
