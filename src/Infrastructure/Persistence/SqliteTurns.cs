using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Lets the requests of this process that write to one SQLite file take turns. SQLite has one writer at a time; without turns, the others would sleep
/// and poll in their threads. Other processes are waited for as before.
/// </summary>
internal static class SqliteTurns
{
    private const int Busy = 5;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <exception cref="SqliteException">The others took longer than SQLite itself would wait for them.</exception>
    public static async Task<IDisposable> Take(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(database.GetConnectionString()!, _ => new(1, 1));
        var seconds = ((SqliteConnection)database.GetDbConnection()).DefaultTimeout;
        var patience = seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);

        return await turn.WaitAsync(patience, cancellationToken) ? new Turn(turn) : throw new SqliteException("The database is locked by other requests.", Busy);
    }

    private sealed class Turn(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
