using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Lets one process at a time migrate and fill a database. Both locks fall with their process, so a start
/// that was killed never blocks the next one.
/// </summary>
internal static class StartLock
{
    /// <summary>Any number that no other program of the database uses.</summary>
    private const long AdvisoryKey = 25_2009;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IAsyncDisposable> Take(StorageSettings settings, TimeProvider clock, CancellationToken cancellationToken) =>
        settings.Provider == StorageSettings.Postgres
            ? await TakeAdvisory(settings, cancellationToken)
            : await TakeFile(settings, clock, cancellationToken);

    /// <summary>
    /// EF Core marks a running migration of SQLite by a row. Whoever holds the file lock knows that such a
    /// row was left behind by a process that was killed.
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
        Directory.CreateDirectory(settings.DataPath);
        var path = Path.Combine(settings.DataPath, "start.lock");
        var until = clock.GetUtcNow() + Patience;

        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetUtcNow() < until)
            {
                // Nobody is told when a file lock falls, so it is tried again.
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    private static async Task<IAsyncDisposable> TakeAdvisory(StorageSettings settings, CancellationToken cancellationToken)
    {
        // A session's lock ends with its session, so this one is not pooled.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);

        try
        {
            await connection.OpenAsync(cancellationToken);
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT pg_advisory_lock({AdvisoryKey})";
            command.CommandTimeout = (int)Patience.TotalSeconds;
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
