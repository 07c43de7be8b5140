using System.Collections.Concurrent;
using Compliance.Application.Exports;
using Compliance.Domain.Common;

namespace Compliance.Infrastructure.Exports;

/// <summary>
/// Stores exported files in the folder <c>exports</c> of the data folder, in a folder of its own for each instance. Nothing in it has to survive:
/// what is missing is written again, with the same bytes.
/// </summary>
internal sealed class ExportFolder(StorageSettings settings) : IExportFiles, IDisposable
{
    /// <summary>Above this size of all series together, those that were not read for longest are deleted.</summary>
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private const int WritersAtOnce = 2;
    private const int BufferLength = 64 * 1024;

    private readonly ConcurrentDictionary<string, Series> all = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim writers = new(WritersAtOnce);
    private readonly Lazy<InstanceFolder> folder = new(() => InstanceFolder.In(Path.Combine(settings.DataPath, "exports")));
    private long reads;

    public async Task<ExportFile> Open(string series, int version, ExportWriter write, CancellationToken cancellationToken)
    {
        var of = all.GetOrAdd(series, _ => new());

        if (TryOpen(of, version) is { } ready)
        {
            return ready;
        }

        await of.Gate.WaitAsync(cancellationToken);

        try
        {
            return TryOpen(of, version) ?? await Write(of, version, write, cancellationToken);
        }
        finally
        {
            of.Gate.Release();
        }
    }

    public async Task<ExportFile> WriteOnce(ExportWriter write, CancellationToken cancellationToken)
    {
        var file = New(folder.Value.NewPath(), FileOptions.DeleteOnClose);

        try
        {
            return new(file, await Fill(file, write, cancellationToken));
        }
        catch
        {
            await file.DisposeAsync();

            throw;
        }
    }

    public void Dispose()
    {
        writers.Dispose();

        if (folder.IsValueCreated)
        {
            folder.Value.Dispose();
        }
    }

    private async Task<ExportFile> Write(Series series, int version, ExportWriter write, CancellationToken cancellationToken)
    {
        await writers.WaitAsync(cancellationToken);
        var path = folder.Value.NewPath();

        try
        {
            await using var file = New(path, FileOptions.None);
            var sha256 = await Fill(file, write, cancellationToken);
            Keep(series, new(version, path, sha256, file.Length));
        }
        catch
        {
            File.Delete(path);

            throw;
        }
        finally
        {
            writers.Release();
        }

        return TryOpen(series, version) ?? throw new IOException("A file that was just written is missing.");
    }

    /// <summary>Writes a file and returns to its beginning. Returns its SHA-256.</summary>
    private static async Task<string> Fill(FileStream file, ExportWriter write, CancellationToken cancellationToken)
    {
        await write(file, cancellationToken);
        file.Position = 0;
        var sha256 = await Digest.Of(file, cancellationToken);
        file.Position = 0;

        return sha256;
    }

    /// <summary>Whoever reads a deleted file can read it to its end.</summary>
    private void Keep(Series series, Kept kept)
    {
        Delete(series);
        series.Kept = kept;
        series.LastRead = Interlocked.Increment(ref reads);

        foreach (var other in all.Values.Where(other => other != series).OrderBy(other => other.LastRead))
        {
            if (all.Values.Sum(each => each.Kept?.Length ?? 0) <= MostBytes)
            {
                break;
            }

            Delete(other);
        }
    }

    private static void Delete(Series series)
    {
        if (series.Kept is { } old)
        {
            series.Kept = null;
            File.Delete(old.Path);
        }
    }

    private ExportFile? TryOpen(Series series, int version)
    {
        if (series.Kept is not { } kept || kept.Version < version)
        {
            return null;
        }

        try
        {
            series.LastRead = Interlocked.Increment(ref reads);

            return new(Read(kept.Path), kept.Sha256);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // A newer version has replaced it, or somebody has deleted it.
            return null;
        }
    }

    private static FileStream New(string path, FileOptions options)
    {
        var file = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = BufferLength,
            Options = options | FileOptions.Asynchronous,
        };

        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, file);
    }

    private static FileStream Read(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    private sealed class Series
    {
        private volatile Kept? kept;
        private long lastRead;

        public SemaphoreSlim Gate { get; } = new(1);

        public Kept? Kept
        {
            get => kept;
            set => kept = value;
        }

        /// <summary>A number that rises with every read of any series.</summary>
        public long LastRead
        {
            get => Interlocked.Read(ref lastRead);
            set => Interlocked.Exchange(ref lastRead, value);
        }
    }

    private sealed record Kept(int Version, string Path, string Sha256, long Length);
}
