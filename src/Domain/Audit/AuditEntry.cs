namespace Compliance.Domain.Audit;

/// <summary>
/// One thing that was done to a resource. The payload says everything and is what the hash is made of; the
/// other columns repeat parts of it, so that entries are found by them.
/// </summary>
/// <param name="sequence">The place in the chain, from 1.</param>
/// <param name="actor">As <see cref="Audit.Actor.ToKey"/> writes it.</param>
/// <param name="payload">Canonical JSON. It holds the hash of the entry before it.</param>
public sealed class AuditEntry(
    AuditEntryId id, string resource, int sequence, DateTimeOffset at, string useCase, string actor, string payload, string hash)
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
}
