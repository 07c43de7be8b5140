using System.Globalization;
using System.Security.Cryptography;
using Compliance.Application.Common;
using Compliance.Application.Evidence;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;

namespace Compliance.Infrastructure.Evidence;

/// <summary>
/// Stores evidence in the folder <c>evidence</c> of the data folder: <c>blobs</c> by their SHA-256, <c>uploads</c> for parts,
/// <c>incoming</c> for files being received. All file names are generated here and consist of hexadecimal digits. A blob is written to a
/// temporary file, flushed to disk and renamed, so that it is either complete or absent.
/// </summary>
internal sealed class EvidenceFolder(StorageSettings settings, IDataDisk disk) : IEvidenceStore
{
    private const int BufferLength = 64 * 1024;
    private const int ShardLength = 2;

    /// <summary>The errors of Linux, macOS and Windows for a lock that another process or thread holds.</summary>
    private static readonly int[] lockedResults = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The errors of Linux (no space, quota), macOS and Windows for a disk that is full.</summary>
    private static readonly int[] fullResults = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>A folder that cannot be read does not hide the others.</summary>
    private static readonly EnumerationOptions everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = default };

    private readonly string blobs = Path.Combine(settings.DataPath, "evidence", "blobs");
    private readonly string uploads = Path.Combine(settings.DataPath, "evidence", "uploads");
    private readonly string incoming = Path.Combine(settings.DataPath, "evidence", "incoming");

    public async Task<IncomingFile> Receive(ByteSource source, long most, CancellationToken cancellationToken)
    {
        disk.RequireRoomFor(0);
        PrivateFiles.CreateFolder(incoming);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var isWhole = false;

        try
        {
            using var digest = new IncrementalDigest();
            await using var file = New(Path.Combine(incoming, name));
            var head = new MemoryStream(ContentRecognition.HeadLength);
            var buffer = new byte[BufferLength];
            var size = 0L;

            while (await source(buffer, cancellationToken) is var read and > 0)
            {
                size += read;
                Rule.Require(size <= most, EvidenceErrors.FileTooLarge(most));
                digest.Append(buffer.AsSpan(0, read));
                head.Write(buffer, 0, (int)Math.Min(read, ContentRecognition.HeadLength - head.Length));
                await Write(file, buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            isWhole = true;

            return new(this, name, digest.Finish(), size, head.ToArray());
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(Path.Combine(incoming, name));
            }
        }
    }

    public Task Keep(IncomingFile file, CancellationToken cancellationToken)
    {
        var path = BlobPath(file.Sha256);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);

        // Even if the same file exists: the sweep may be about to remove it as an orphan.
        File.Move(Path.Combine(incoming, file.Name), path, overwrite: true);

        return Task.CompletedTask;
    }

    public Task Discard(IncomingFile file)
    {
        File.Delete(Path.Combine(incoming, file.Name));

        return Task.CompletedTask;
    }

    public Task<Stream> Open(string sha256, CancellationToken cancellationToken) => Task.FromResult<Stream>(Read(BlobPath(sha256)));

    public IEnumerable<string> KeptBefore(DateTimeOffset instant) => Directory.Exists(blobs)
        ? Directory.EnumerateFiles(blobs, "*", everything).Where(path => WrittenAt(path) < instant).Select(path => Path.GetFileName(path)!).Where(Digest.IsOne)
        : [];

    public async Task<bool> Remove(string sha256, DateTimeOffset before, Func<Task<bool>> isWanted)
    {
        PrivateFiles.CreateFolder(incoming);
        var (path, aside) = (BlobPath(sha256), Path.Combine(incoming, sha256));

        if (!File.Exists(path))
        {
            return false;
        }

        // Moved away first: an upload of the same bytes at this moment writes the file again.
        File.Move(path, aside, overwrite: true);

        if (WrittenAt(aside) >= before || await isWanted())
        {
            File.Move(aside, path, overwrite: true);

            return false;
        }

        File.Delete(aside);

        return true;
    }

    public Task RemoveIncoming(DateTimeOffset before)
    {
        List<Exception> failures = [];

        foreach (var path in Directory.Exists(incoming) ? Directory.EnumerateFiles(incoming).Where(path => WrittenAt(path) < before) : [])
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                failures.Add(problem);
            }
        }

        return failures.Count == 0 ? Task.CompletedTask : throw new AggregateException(failures);
    }

    public async Task ProveWritable(CancellationToken cancellationToken)
    {
        PrivateFiles.CreateFolder(incoming);
        var path = Path.Combine(incoming, $"probe-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");

        try
        {
            await using var file = New(path);
            await file.WriteAsync(new byte[1], cancellationToken);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public Task<long> LengthOf(UploadId upload, CancellationToken cancellationToken)
    {
        var file = new FileInfo(UploadPath(upload));

        return Task.FromResult(file.Exists ? file.Length : 0);
    }

    public async Task<long> Append(UploadId upload, long offset, long most, ByteSource source, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateFolder(uploads);
        await using var file = OpenExclusively(() => Lock(UploadPath(upload)));
        Rule.Require(file.Length == offset, EvidenceErrors.OffsetDiffers(file.Length));
        file.Position = offset;

        try
        {
            var buffer = new byte[BufferLength];

            while (await source(buffer, cancellationToken) is var read and > 0)
            {
                if (file.Position + read > offset + most)
                {
                    file.SetLength(offset);

                    throw new DomainException(EvidenceErrors.ChunkBeyondSize(offset + most));
                }

                // Received bytes are written even if the client has disconnected.
                await Write(file, buffer.AsMemory(0, read), CancellationToken.None);
            }

            return file.Length;
        }
        finally
        {
            file.Flush(flushToDisk: true);
        }
    }

    public Task<Stream> Open(UploadId upload, CancellationToken cancellationToken) => Task.FromResult<Stream>(OpenExclusively(() => Read(UploadPath(upload))));

    public Task Discard(UploadId upload)
    {
        File.Delete(UploadPath(upload));

        return Task.CompletedTask;
    }

    private async Task Write(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        disk.RequireRoomFor(bytes.Length);

        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException problem) when (fullResults.Contains(problem.HResult))
        {
            throw new DomainException(DiskErrors.StorageFull);
        }
    }

    private static FileStream New(string path) => PrivateFiles.OpenToWrite(path, FileMode.CreateNew);

    private static FileStream Read(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        BufferSize = 0,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    /// <summary>A lock of the operating system, which also works between processes and is released when its process ends.</summary>
    private static FileStream Lock(string path) => PrivateFiles.OpenToWrite(path, FileMode.OpenOrCreate);

    /// <summary>Opens a file that another request may hold, or may just have completed and removed.</summary>
    private static FileStream OpenExclusively(Func<FileStream> open)
    {
        try
        {
            return open();
        }
        catch (IOException problem) when (problem is FileNotFoundException || lockedResults.Contains(problem.HResult))
        {
            throw new DomainException(EvidenceErrors.UploadBusy);
        }
    }

    private static DateTimeOffset WrittenAt(string path) => new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    private string BlobPath(string sha256) =>
        Digest.IsOne(sha256) ? Path.Combine(blobs, sha256[..ShardLength], sha256) : throw new ArgumentException("This is not a SHA-256.", nameof(sha256));

    private string UploadPath(UploadId upload) => Path.Combine(uploads, upload.Value.ToString("N", CultureInfo.InvariantCulture));
}
