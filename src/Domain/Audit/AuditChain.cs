using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// The head of the chain of one resource. Each entry contains the hash of the previous one, and the head is the hash of the last:
/// changing, removing or moving an entry requires changing all later ones and the head, and for entries that a checkpoint has
/// sealed even that is detected.
/// </summary>
/// <param name="length">The number of entries.</param>
/// <param name="head">The hash of the last entry; <see cref="Digest.Zero"/> before the first.</param>
/// <param name="sealedLength">The number of entries that checkpoints cover.</param>
public sealed class AuditChain(string resource, int length, string head, int sealedLength)
{
    public string Resource { get; } = resource;

    public int Length { get; private set; } = length;

    public string Head { get; private set; } = head;

    public int SealedLength { get; private set; } = sealedLength;

    /// <exception cref="ArgumentException">The name of the resource is empty or longer than <see cref="AuditEntry.ResourceLength"/>.</exception>
    public static AuditChain Start(string resource)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resource);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resource.Length, AuditEntry.ResourceLength);

        return new(resource, 0, Digest.Zero, 0);
    }

    /// <param name="key">The private key that authenticates the entry.</param>
    /// <exception cref="ArgumentException">
    /// The name of the use case is missing or too long, the personal data are malformed or belong to another entry, or
    /// a text is not valid Unicode. The chain is unchanged.
    /// </exception>
    public AuditEntry Append(AuditRecord record, SigningKey? key = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(record.UseCase);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(record.UseCase.Length, AuditEntry.UseCaseLength);

        var sequence = Length + 1;
        var payload = Payload.Write(record, Resource, sequence, Head);
        var hash = Digest.Of(payload);
        var authenticator = key is null ? null : EntryAuthenticator.Of(new(Resource, sequence, hash), key);
        var entry = new AuditEntry(
            record.Id, Resource, sequence, Instants.TruncateToMicroseconds(record.At), record.UseCase, record.Actor.ToKey(), payload, hash, authenticator);

        (Length, Head) = (sequence, hash);

        return entry;
    }

    /// <summary>Records that a checkpoint covers the entries up to this length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer entries, or they were sealed before.</exception>
    public void Seal(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, SealedLength);

        SealedLength = length;
    }
}
