using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Reads the next bytes of something into a buffer; 0 at its end.</summary>
public delegate ValueTask<int> ByteSource(Memory<byte> buffer, CancellationToken cancellationToken);

/// <summary>
/// Where the bytes of evidence are: a folder now, an object store another day. What is kept is found by its
/// SHA-256 alone, so that no name of a caller ever becomes one here.
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Takes bytes in and hashes them on the way; they are gone again unless they are kept. Refuses more than <paramref name="most"/>.</summary>
    Task<IncomingFile> Receive(ByteSource source, long most, CancellationToken cancellationToken);

    /// <summary>Keeps bytes that came in, wholly or not at all; the same bytes are kept once.</summary>
    Task Keep(IncomingFile file, CancellationToken cancellationToken);

    Task Discard(IncomingFile file);

    Task<Stream> Open(string sha256, CancellationToken cancellationToken);

    /// <summary>What was kept before an instant, by its SHA-256.</summary>
    IEnumerable<string> KeptBefore(DateTimeOffset instant);

    /// <summary>Removes bytes that were kept before an instant, if nobody wants them still when they are out of reach.</summary>
    Task<bool> Remove(string sha256, DateTimeOffset before, Func<Task<bool>> isWanted);

    /// <summary>Removes what came in before an instant and was neither kept nor forgotten.</summary>
    Task RemoveIncoming(DateTimeOffset before);

    /// <summary>How much of an upload is there.</summary>
    Task<long> LengthOf(UploadId upload, CancellationToken cancellationToken);

    /// <summary>
    /// Adds bytes to an upload, at most so many, and answers its length. What arrived is there also where the source breaks
    /// off; of a source that holds more, nothing is. One writes at a time.
    /// </summary>
    Task<long> Append(UploadId upload, long offset, long most, ByteSource source, CancellationToken cancellationToken);

    Task<Stream> Open(UploadId upload, CancellationToken cancellationToken);

    Task Discard(UploadId upload);
}

/// <summary>Bytes that came in and are not kept yet.</summary>
/// <param name="Name">The store's own name of them.</param>
/// <param name="Head">Their beginning, by which they are recognised.</param>
public sealed record IncomingFile(IEvidenceStore Store, string Name, string Sha256, long Size, ReadOnlyMemory<byte> Head) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Store.Discard(this));
}

/// <summary>Looks for what harms in bytes of evidence.</summary>
public interface IScanner
{
    /// <summary>Whether there is one at all.</summary>
    bool IsThere { get; }

    /// <summary><see cref="ScanState.Pending"/> where it does not answer as it should.</summary>
    Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken);
}
