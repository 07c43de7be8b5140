using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.Infrastructure;

/// <summary>The storage settings, checked once at startup.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="DataPath">The folder of the embedded database.</param>
/// <param name="ShippedPath">The folder of the data that ships with the program.</param>
/// <param name="Demo">Whether the demo data is loaded.</param>
/// <param name="PollInterval">The interval at which the program looks for publications of other instances.</param>
public sealed record StorageSettings(
    string Provider, string ConnectionString, string DataPath, string ShippedPath, bool Demo, TimeSpan PollInterval)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgresql";

    public const long UsualReserve = 512 * 1024 * 1024;

    public const string FileName = "compliance.db";
    private const int PreparedStatements = 100;

    /// <summary>How many bytes of the disk of the data folder are left free.</summary>
    public long ReserveBytes { get; init; } = UsualReserve;

    /// <summary>Refuses invalid settings, and names the setting.</summary>
    public static StorageSettings Of(
        string? provider, string? connectionString, string dataPath, string shippedPath, bool demo, bool isDevelopment, TimeSpan pollInterval)
    {
        if (demo && !isDevelopment)
        {
            throw new InvalidOperationException("Demo:Enabled is for Development only; demo data must never stand beside real results.");
        }

        return provider switch
        {
            null or "" or Sqlite => new(Sqlite, SqliteConnection(dataPath), dataPath, shippedPath, demo, pollInterval),
            Postgres when !string.IsNullOrWhiteSpace(connectionString) => new(Postgres, PostgresConnection(connectionString), dataPath, shippedPath, demo, pollInterval),
            Postgres => throw new InvalidOperationException("Database:Provider is postgresql; ConnectionStrings:Compliance must name the database."),
            _ => throw new InvalidOperationException($"Database:Provider is '{provider}'; it must be sqlite or postgresql."),
        };
    }

    /// <summary>A connection to the existing database without the model; SQLite would otherwise create an empty file, which EF Core would leave without WAL.</summary>
    internal DbConnection Connect() => Provider == Postgres
        ? new NpgsqlConnection(ConnectionString)
        : new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString());

    /// <summary>
    /// By default, statements are prepared once, and a connection is not reset when it returns to the pool. Settings that the connection string
    /// contains are kept, because a connection pooler in between may need others.
    /// </summary>
    private static string PostgresConnection(string connectionString)
    {
        var named = new NpgsqlConnectionStringBuilder(connectionString);

        if (!named.ShouldSerialize("Max Auto Prepare"))
        {
            named.MaxAutoPrepare = PreparedStatements;
        }

        if (!named.ShouldSerialize("No Reset On Close"))
        {
            named.NoResetOnClose = true;
        }

        return named.ToString();
    }

    private static string SqliteConnection(string dataPath) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataPath, FileName), ForeignKeys = true }.ToString();
}
