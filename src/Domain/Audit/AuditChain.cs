using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// Where the entries of one resource end. Each entry holds the hash of the one before it, the head is the
/// hash of the last: whoever changes, removes or moves one has to change all that follow and the head, and
/// what a checkpoint has sealed not even then goes unseen.
/// </summary>
/// <param name="length">How many entries there are.</param>
/// <param name="head">The hash of the last entry; <see cref="Digest.Zero"/> before the first.</param>
/// <param name="sealedLength">How many entries the checkpoints cover.</param>
public sealed class AuditChain(string resource, int length, string head, int sealedLength)
{
    public string Resource { get; } = resource;

    public int Length { get; private set; } = length;

    public string Head { get; private set; } = head;

    public int SealedLength { get; private set; } = sealedLength;

    /// <exception cref="ArgumentException">The resource has no name, or a longer one than <see cref="AuditEntry.ResourceLength"/>.</exception>
    public static AuditChain Start(string resource)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resource);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resource.Length, AuditEntry.ResourceLength);

        return new(resource, 0, Digest.Zero, 0);
    }

    /// <exception cref="ArgumentException">
    /// The use case has no name or too long a one, the personal data are not those of this entry or malformed, or
    /// a text is no Unicode. The chain is as it was.
    /// </exception>
    public AuditEntry Append(AuditRecord record)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(record.UseCase);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(record.UseCase.Length, AuditEntry.UseCaseLength);

        var sequence = Length + 1;
        var payload = Payload.Write(record, Resource, sequence, Head);
        var hash = Digest.Of(payload);
        var entry = new AuditEntry(record.Id, Resource, sequence, Instants.TruncateToMicroseconds(record.At), record.UseCase, record.Actor.ToKey(), payload, hash);

        (Length, Head) = (sequence, hash);

        return entry;
    }

    /// <summary>Notes that a checkpoint covers the entries up to this length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">So many entries there are not, or they were sealed before.</exception>
    public void Seal(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, SealedLength);

        SealedLength = length;
    }
}
