using System.Text.Json.Serialization;
using Compliance.SlimHost;
using Microsoft.Data.Sqlite;

// The floor of a cold start (W7): the smallest host that answers JSON out of one SQLite query.
// DATABASE names the file, made here where it is absent; ASPNETCORE_URLS says where to listen.
var path = Environment.GetEnvironmentVariable("DATABASE") ?? throw new InvalidOperationException("DATABASE names the file.");
var database = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;

if (!File.Exists(path))
{
    Create(database);
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, SlimJson.Default));

var app = builder.Build();
app.MapGet("/institutions/{code}", (string code) => Find(database, code) is { } found ? Results.Ok(found) : Results.NotFound());
app.Run();

static void Create(string database)
{
    using var connection = new SqliteConnection(database);
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = """
        CREATE TABLE institution (code TEXT PRIMARY KEY, name TEXT NOT NULL, hundredths INTEGER NOT NULL) WITHOUT ROWID;
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 600)
        INSERT INTO institution SELECT printf('%03d', n), 'Institution ' || n, n * 7919 % 10001 FROM number;
        """;
    command.ExecuteNonQuery();
}

static Institution? Find(string database, string code)
{
    using var connection = new SqliteConnection(database);
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = "SELECT code, name, hundredths FROM institution WHERE code = $code";
    command.Parameters.AddWithValue("$code", code);
    using var row = command.ExecuteReader();

    return row.Read() ? new(row.GetString(0), row.GetString(1), row.GetInt32(2) / 100m) : null;
}

namespace Compliance.SlimHost
{
    internal sealed record Institution(string Code, string Name, decimal Score);

    [JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Institution))]
    internal sealed partial class SlimJson : JsonSerializerContext;
}
