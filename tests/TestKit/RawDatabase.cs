using System.Data.Common;
using Compliance.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.TestKit;

/// <summary>A database without the program before it: for tests that look at every column, or act as an intruder.</summary>
public sealed class RawDatabase : IAsyncDisposable
{
    private readonly DbConnection connection;

    private RawDatabase(DbConnection connection) => this.connection = connection;

    private bool IsSqlite => connection is SqliteConnection;

    public static async Task<RawDatabase> Open(StorageSettings settings)
    {
        DbConnection connection = settings.Provider == StorageSettings.Sqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();

        return new(connection);
    }

    /// <param name="values">For <c>@p0</c>, <c>@p1</c> and so on.</param>
    public async Task<int> Execute(string sql, params object[] values)
    {
        await using var command = Command(sql, values);

        return await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<Row>> Query(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();

        while (await reader.ReadAsync())
        {
            rows.Add(new(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue)));
        }

        return rows;
    }

    public Task<IReadOnlyList<Row>> Rows(string table) => Query($"SELECT * FROM {table}");

    public async Task<IReadOnlyList<string>> Tables() =>
    [
        .. (await Query(IsSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")).Select(row => $"\"{row["name"]}\""),
    ];

    /// <summary>"table.column" of every place that holds one of the texts, whatever the case of its letters.</summary>
    public async Task<IReadOnlyList<string>> Search(params IEnumerable<string> texts)
    {
        var found = new List<string>();

        foreach (var table in await Tables())
        {
            foreach (var row in await Rows(table))
            {
                found.AddRange(
                    from cell in row
                    let value = cell.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{cell.Value}"
                    from text in texts
                    where value.Contains(text, StringComparison.OrdinalIgnoreCase)
                    select $"{table.Trim('"')}.{cell.Key}");
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>
    /// What an intruder with every right does first: the triggers protect from mistakes, only the seals from somebody
    /// who owns the database.
    /// </summary>
    public async Task DropTriggers()
    {
        var triggers = await Query(IsSqlite
            ? "SELECT name, tbl_name AS owner FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT tgname AS name, tgrelid::regclass::text AS owner FROM pg_trigger WHERE NOT tgisinternal");

        foreach (var trigger in triggers)
        {
            await Execute(IsSqlite ? $"DROP TRIGGER {trigger["name"]}" : $"DROP TRIGGER {trigger["name"]} ON {trigger["owner"]}");
        }
    }

    /// <summary>Takes rows out of a table and puts others in, both or neither.</summary>
    public async Task Exchange(string table, IReadOnlyList<string> key, IEnumerable<Row> taken, IEnumerable<Row> put)
    {
        await using var transaction = await connection.BeginTransactionAsync();

        foreach (var row in taken)
        {
            var where = string.Join(" AND ", key.Select((column, index) => $"{column} = @p{index}"));
            var count = await Execute($"DELETE FROM {table} WHERE {where}", [.. key.Select(column => row[column])]);

            if (count != 1)
            {
                throw new InvalidOperationException($"{count} rows of {table} were taken in the place of one.");
            }
        }

        foreach (var row in put)
        {
            var columns = row.Keys.ToList();
            await Execute(
                $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})",
                [.. columns.Select(column => row[column])]);
        }

        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private DbCommand Command(string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tests write their own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100

        for (var index = 0; index < values.Length; index++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"p{index}", values[index]);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>The cells of a row by column.</summary>
public sealed class Row(IDictionary<string, object> cells) : Dictionary<string, object>(cells)
{
    public Row With(string column, object value) => new(this) { [column] = value };

    public string Text(string column) => $"{this[column]}";
}
