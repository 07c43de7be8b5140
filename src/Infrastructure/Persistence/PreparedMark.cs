using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Tells in one plain query whether this very build has prepared this database with these very files, so
/// that a warm start needs neither the model nor the migrations (decision 0004).
/// </summary>
internal static class PreparedMark
{
    public const string Name = "program";

    private const string Query = "SELECT sha256, (SELECT max(number) FROM publications) FROM loaded_files WHERE name = 'program'";

    /// <summary>The newest publication where the mark fits; nothing where the database must be prepared.</summary>
    public static async Task<int?> NewestPublicationIfFit(StorageSettings settings, string sha256, CancellationToken cancellationToken)
    {
        await using DbConnection connection = settings.Provider == StorageSettings.Postgres
            ? new NpgsqlConnection(settings.ConnectionString)
            : new SqliteConnection(settings.ConnectionString);

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
        catch (DbException)
        {
            // No database, no table yet, or no connection: the preparation finds out which, and says so.
            return null;
        }
    }
}
