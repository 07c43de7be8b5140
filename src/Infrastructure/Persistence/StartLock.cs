using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Lets one process at a time migrate and fill a database. Both locks are released when their process ends, so a killed process never
/// blocks the next start.
/// </summary>
internal static class StartLock
{
    public const string FileName = "start.lock";

    /// <summary>An arbitrary number; no other program may use it on the same database.</summary>
    private const long AdvisoryKey = 25_2009;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    public static async Task<IAsyncDisposable> Take(StorageSettings settings, TimeProvider clock, CancellationToken cancellationToken) =>
        settings.Provider == StorageSettings.Postgres
            ? await TakeAdvisory(settings, cancellationToken)
            : await TakeFile(settings, clock, cancellationToken);

    /// <summary>
    /// EF Core marks a running migration of SQLite by a row. The process that holds the file lock knows that such a row was left by a
    /// killed process.
    /// </summary>
    public static async Task ClearAbandonedMigration(ComplianceDbContext db, CancellationToken cancellationToken)
    {
        if (db is SqliteComplianceDbContext && await db.Database.CanConnectAsync(cancellationToken)
            && await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }

    private static async Task<IAsyncDisposable> TakeFile(StorageSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateFolder(settings.DataPath);
        var path = Path.Combine(settings.DataPath, FileName);
        var until = clock.GetUtcNow() + Timeout;

        while (true)
        {
            try
            {
                return PrivateFiles.OpenToWrite(path, FileMode.OpenOrCreate);
            }
            catch (IOException) when (clock.GetUtcNow() < until)
            {
                // The release of a file lock raises no event, so the lock is polled.
                await Task.Delay(PollInterval, clock, cancellationToken);
            }
        }
    }

    private static async Task<IAsyncDisposable> TakeAdvisory(StorageSettings settings, CancellationToken cancellationToken)
    {
        // The lock ends with its session, so the connection must not be pooled.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);

        try
        {
            await connection.OpenAsync(cancellationToken);
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT pg_advisory_lock({AdvisoryKey})";
            command.CommandTimeout = (int)Timeout.TotalSeconds;
            await command.ExecuteNonQueryAsync(cancellationToken);

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();

            throw;
        }
    }
}
