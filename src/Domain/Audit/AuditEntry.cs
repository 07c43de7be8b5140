namespace Compliance.Domain.Audit;

/// <summary>
/// One action on a resource. The payload is complete and is what the hash is computed over; the
/// other columns repeat parts of it for queries.
/// </summary>
/// <param name="sequence">The position in the chain, from 1.</param>
/// <param name="actor">The text of <see cref="Audit.Actor.ToKey"/>.</param>
/// <param name="payload">Canonical JSON, including the hash of the previous entry.</param>
/// <param name="authenticator">As <see cref="EntryAuthenticator"/> describes it; null for entries of earlier versions of the program.</param>
public sealed class AuditEntry(
    AuditEntryId id, string resource, int sequence, DateTimeOffset at, string useCase, string actor, string payload, string hash, string? authenticator = null)
{
    public const int ResourceLength = 200;
    public const int UseCaseLength = 100;
    public const int ActorLength = 200;

    public AuditEntryId Id { get; } = id;

    public string Resource { get; } = resource;

    public int Sequence { get; } = sequence;

    public DateTimeOffset At { get; } = at;

    public string UseCase { get; } = useCase;

    public string Actor { get; } = actor;

    public string Payload { get; } = payload;

    public string Hash { get; } = hash;

    public string? Authenticator { get; } = authenticator;
}
