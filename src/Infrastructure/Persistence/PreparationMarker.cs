using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Determines with one plain query whether this build has prepared this database with these files, so
/// that a warm start needs neither the model nor the migrations (decision 0004).
/// </summary>
internal static class PreparationMarker
{
    public const string Name = "program";

    private const int SqliteError = 1;
    private const int SqliteCannotOpen = 14;

    private const string Query = "SELECT sha256, (SELECT max(number) FROM publications) FROM loaded_files WHERE name = 'program'";

    /// <summary>Returns the newest publication of a prepared database; null if it must be prepared.</summary>
    public static async Task<int?> NewestPublicationIfPrepared(StorageSettings settings, string sha256, CancellationToken cancellationToken)
    {
        await using var connection = settings.Connect();

        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = Query;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            if (!await reader.ReadAsync(cancellationToken) || reader.GetString(0) != sha256)
            {
                return null;
            }

            return await reader.IsDBNullAsync(1, cancellationToken) ? 0 : reader.GetInt32(1);
        }
        catch (DbException problem) when (IsMissing(problem))
        {
            return null;
        }
    }

    /// <summary>Whether the database does not exist or has no tables.</summary>
    private static bool IsMissing(DbException problem) => problem switch
    {
        SqliteException { SqliteErrorCode: SqliteCannotOpen } => true,
        SqliteException { SqliteErrorCode: SqliteError } => problem.Message.Contains("no such table", StringComparison.Ordinal),
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => true,
        _ => false,
    };
}
