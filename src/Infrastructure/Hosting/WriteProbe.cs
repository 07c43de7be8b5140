using Compliance.Application.Evidence;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Hosting;

/// <summary>
/// Proves that the database and the folder of evidence can be written, without leaving anything behind or in the audit. The outcome is kept for some
/// seconds, so that asking costs nothing.
/// </summary>
public sealed partial class WriteProbe(StorageSettings settings, IEvidenceStore store, TimeProvider clock, ILogger<WriteProbe> log) : IDisposable
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    /// <summary>A health check of containers waits 5 seconds. A write of the program itself takes less.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim one = new(1, 1);
    private (bool CanWrite, DateTimeOffset At)? last;

    public async Task<bool> CanWrite(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);

        try
        {
            var now = clock.GetUtcNow();

            if (last is not { } known || now - known.At >= Life || now < known.At)
            {
                last = known = (await Try(), now);
            }

            return known.CanWrite;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> Try()
    {
        using var limit = new CancellationTokenSource(patience);

        try
        {
            await WriteDatabase(limit.Token);
            await store.ProveWritable(limit.Token);

            return true;
        }
        catch (Exception problem)
        {
            LogNotWritable(problem);

            return false;
        }
    }

    /// <summary>
    /// SQLite leaves out a write that changes nothing in a row, but not that of a number in the header of the file, which nothing else uses. PostgreSQL
    /// reuses the space of the row before.
    /// </summary>
    private async Task WriteDatabase(CancellationToken cancellationToken)
    {
        await using var connection = settings.Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = (int)patience.TotalSeconds;
        command.CommandText = settings.Provider == StorageSettings.Postgres
            ? "UPDATE loaded_files SET sha256 = sha256 WHERE name = 'program'"
            : "PRAGMA user_version = 0";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The database or the folder of evidence cannot be written, so that the program is not ready. It is tried again.")]
    private partial void LogNotWritable(Exception problem);
}
