using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Copies of rows with some columns changed, as a statement in the database would change them.</summary>
internal static class Rows
{
    public static AuditEntry With(
        this AuditEntry row,
        AuditEntryId? id = null,
        string? resource = null,
        int? sequence = null,
        DateTimeOffset? at = null,
        string? useCase = null,
        string? actor = null,
        string? payload = null,
        string? hash = null) =>
        new(
            id ?? row.Id,
            resource ?? row.Resource,
            sequence ?? row.Sequence,
            at ?? row.At,
            useCase ?? row.UseCase,
            actor ?? row.Actor,
            payload ?? row.Payload,
            hash ?? row.Hash);

    public static AuditChain With(this AuditChain row, string? resource = null, int? length = null, string? head = null, int? sealedLength = null) =>
        new(resource ?? row.Resource, length ?? row.Length, head ?? row.Head, sealedLength ?? row.SealedLength);

    public static PersonalData With(this PersonalData row, AuditEntryId? entryId = null, string? subject = null, string? salt = null, string? content = null) =>
        new(entryId ?? row.EntryId, subject ?? row.Subject, salt ?? row.Salt, content ?? row.Content);

    public static Checkpoint With(
        this Checkpoint row,
        int? number = null,
        DateTimeOffset? at = null,
        string? previous = null,
        string? root = null,
        IReadOnlyList<SealedChain>? leaves = null,
        string? keyId = null,
        string? signature = null,
        string? hash = null) =>
        new(
            number ?? row.Number,
            at ?? row.At,
            previous ?? row.Previous,
            root ?? row.Root,
            leaves ?? row.Leaves,
            keyId ?? row.KeyId,
            signature ?? row.Signature,
            hash ?? row.Hash);

    public static IReadOnlyList<T> Replacing<T>(this IReadOnlyList<T> rows, params (T Old, T New)[] changes)
        where T : class =>
        [.. rows.Select(row => Array.FindIndex(changes, change => ReferenceEquals(change.Old, row)) is >= 0 and var index ? changes[index].New : row)];

    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> rows, params IReadOnlyCollection<T> gone)
        where T : class => [.. rows.Where(row => !gone.Contains(row))];
}
