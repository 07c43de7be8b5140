using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Reads the next bytes into a buffer; returns 0 at the end.</summary>
public delegate ValueTask<int> ByteSource(Memory<byte> buffer, CancellationToken cancellationToken);

/// <summary>
/// Stores the bytes of evidence: in a folder today, possibly in an object store later. Stored bytes are addressed only by their
/// SHA-256, so that a name from a client never becomes a path.
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Receives and hashes bytes; they are deleted unless they are kept. Refuses more than <paramref name="most"/>.</summary>
    Task<IncomingFile> Receive(ByteSource source, long most, CancellationToken cancellationToken);

    /// <summary>Stores received bytes atomically; identical bytes are stored once.</summary>
    Task Keep(IncomingFile file, CancellationToken cancellationToken);

    Task Discard(IncomingFile file);

    Task<Stream> Open(string sha256, CancellationToken cancellationToken);

    /// <summary>Returns the SHA-256 of everything that was stored before an instant.</summary>
    IEnumerable<string> KeptBefore(DateTimeOffset instant);

    /// <summary>Deletes bytes stored before an instant; moves them aside first, and back if <paramref name="isWanted"/> is then true.</summary>
    Task<bool> Remove(string sha256, DateTimeOffset before, Func<Task<bool>> isWanted);

    /// <summary>Deletes what was received before an instant and was neither kept nor discarded.</summary>
    Task RemoveIncoming(DateTimeOffset before);

    /// <summary>Writes and removes something, and throws if that is not possible.</summary>
    Task ProveWritable(CancellationToken cancellationToken);

    /// <summary>Returns how many bytes of an upload have arrived.</summary>
    Task<long> LengthOf(UploadId upload, CancellationToken cancellationToken);

    /// <summary>
    /// Appends at most <paramref name="most"/> bytes to an upload and returns its length. If the source breaks off, the bytes that arrived are kept;
    /// if the source is longer, none are. Only one writer at a time.
    /// </summary>
    Task<long> Append(UploadId upload, long offset, long most, ByteSource source, CancellationToken cancellationToken);

    Task<Stream> Open(UploadId upload, CancellationToken cancellationToken);

    Task Discard(UploadId upload);
}

/// <summary>Received bytes that are not kept yet.</summary>
/// <param name="Name">The store's temporary name for them.</param>
/// <param name="Head">The first bytes, from which the kind is determined.</param>
public sealed record IncomingFile(IEvidenceStore Store, string Name, string Sha256, long Size, ReadOnlyMemory<byte> Head) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Store.Discard(this));
}

/// <summary>Scans bytes of evidence for malware.</summary>
public interface IScanner
{
    /// <summary>Whether a scanner is configured.</summary>
    bool IsThere { get; }

    /// <summary>Returns <see cref="ScanState.Pending"/> if the scanner gives no valid response.</summary>
    Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken);
}
