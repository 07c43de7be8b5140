using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.Infrastructure;

/// <summary>Where data is kept, checked once when the program starts.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="DataPath">The folder of the embedded database.</param>
/// <param name="ShippedPath">The folder of the data that ships with the program.</param>
/// <param name="Demo">Whether the demo data is loaded.</param>
/// <param name="PollInterval">How often publications of other instances are looked for.</param>
public sealed record StorageSettings(
    string Provider, string ConnectionString, string DataPath, string ShippedPath, bool Demo, TimeSpan PollInterval)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgresql";

    private const string FileName = "compliance.db";
    private const int PreparedStatements = 100;

    /// <summary>Refuses, with the setting's name, what cannot work.</summary>
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

    /// <summary>
    /// Statements are prepared once, and a connection that changed nothing of its session is not reset; whoever names these
    /// settings, as a pooler between may need, has them as named.
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
