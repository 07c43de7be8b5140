using System.Collections.Concurrent;
using Compliance.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.TestKit;

/// <summary>
/// What one host stores: a folder of its own and, on PostgreSQL, a database of its own. Gone with its host.
/// </summary>
internal sealed class HostStorage : IDisposable
{
    private readonly PostgresServer? server;

    private HostStorage(string provider, PostgresServer? server, string? connectionString)
    {
        Provider = provider;
        this.server = server;
        ConnectionString = connectionString;
        Folder = Directory.CreateTempSubdirectory("compliance-api-").FullName;
    }

    public string Provider { get; }

    public string Folder { get; }

    public string? ConnectionString { get; }

    /// <summary>Access tokens of the demo accounts by their names before <c>@</c>; good on every copy, whose keys are the same.</summary>
    public ConcurrentDictionary<string, (string Token, DateTimeOffset At)> Tokens { get; } = [];

    public static async Task<HostStorage> Empty(string provider)
    {
        if (provider == StorageSettings.Sqlite)
        {
            return new(provider, null, null);
        }

        var server = await PostgresServer.Shared() ?? throw new InvalidOperationException(PostgresServer.WhyNot);

        return new(provider, server, await server.CreateDatabase());
    }

    /// <summary>A copy of what a host left behind when it stopped; nobody may write meanwhile.</summary>
    public async Task<HostStorage> Copy()
    {
        var copy = new HostStorage(Provider, server, server is null ? null : await server.CreateDatabase(ConnectionString));

        foreach (var (name, token) in Tokens)
        {
            copy.Tokens[name] = token;
        }

        foreach (var file in Directory.EnumerateFiles(Folder).Where(file => Path.GetExtension(file) is ".db" or ".pem" or ".key"))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Lets go of pooled connections. The last one that SQLite closes folds its log into its file.</summary>
    public void LetGo(string usedConnectionString)
    {
        if (server is null)
        {
            SqliteConnection.ClearPool(new(usedConnectionString));
        }
        else
        {
            NpgsqlConnection.ClearPool(new(usedConnectionString));
        }
    }

    /// <summary>Makes sure that SQLite's file alone is everything; nobody may use it any more.</summary>
    public async Task Settle()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.db"))
        {
            await Settle(file);
        }
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);

        if (server is not null)
        {
            server.DropInBackground(ConnectionString!);
        }
    }

    private static async Task Settle(string file)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";

        if (await checkpoint.ExecuteScalarAsync() is not 0L)
        {
            throw new InvalidOperationException("The template's log could not be folded in: somebody still uses it.");
        }
    }
}
