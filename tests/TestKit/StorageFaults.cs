using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Compliance.TestKit;

/// <summary>Lets SQLite run out of room or patience. Takes effect when a connection is opened.</summary>
public sealed class StorageFaults : DbConnectionInterceptor
{
    private const long NoLimit = 1_073_741_823;

    /// <summary>Whether the file may not grow any more.</summary>
    public bool IsFull { get; set; }

    /// <summary>How many seconds a writer waits for another one; null for the usual number.</summary>
    public int? Patience { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);

        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite)
        {
            sqlite.DefaultTimeout = Patience ?? sqlite.DefaultTimeout;
            using var command = sqlite.CreateCommand();

            // A limit below the present size is raised to it.
            command.CommandText = IsFull ? "PRAGMA max_page_count = 1" : $"PRAGMA max_page_count = {NoLimit}";
            command.ExecuteNonQuery();
        }
    }
}
