using System.Buffers;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Compliance.Anchors;

/// <summary>
/// A ranking as one SQL statement, from the rows to JSON, each time anew: what the product's first build
/// after a change is held against. The rows are those of the product's answers, in a table of this anchor's
/// own, so that no schema of the product is known here.
/// </summary>
internal sealed class RankingQuery
{
    private readonly string database;

    private RankingQuery(string database) => this.database = database;

    public static RankingQuery Over(string path, Documents documents)
    {
        var query = new RankingQuery(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);
        query.Fill(documents);

        return query;
    }

    public async Task Answer(HttpContext context)
    {
        var body = new ArrayBufferWriter<byte>(1 << 16);
        Write(body, int.Parse(context.Request.Query["year"]!, System.Globalization.CultureInfo.InvariantCulture), context.Request.Query["kind"]!);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory);
    }

    private void Fill(Documents documents)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE result (
                code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, province TEXT,
                year INTEGER NOT NULL, hundredths INTEGER, zone TEXT, PRIMARY KEY (year, kind, code)) WITHOUT ROWID
            """;
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO result VALUES ($code, $name, $kind, $province, $year, $hundredths, $zone)";

        foreach (var document in documents.All)
        {
            using var json = JsonDocument.Parse(document.Body);

            // The ranking itself is among the documents; only results name one institution.
            if (json.RootElement.TryGetProperty("institution", out var institution))
            {
                Insert(command, json.RootElement, institution);
            }
        }

        transaction.Commit();
    }

    private static void Insert(SqliteCommand command, JsonElement result, JsonElement institution)
    {
        var (score, zone) = (result.GetProperty("score"), result.GetProperty("zone"));
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$code", institution.GetProperty("code").GetString());
        command.Parameters.AddWithValue("$name", institution.GetProperty("name").GetString());
        command.Parameters.AddWithValue("$kind", institution.GetProperty("kind").GetString());
        command.Parameters.AddWithValue("$province", (object?)institution.GetProperty("province").GetString() ?? DBNull.Value);
        command.Parameters.AddWithValue("$year", result.GetProperty("year").GetInt32());
        command.Parameters.AddWithValue("$hundredths", score.ValueKind == JsonValueKind.Null ? DBNull.Value : (int)(score.GetDecimal() * 100));
        command.Parameters.AddWithValue("$zone", zone.ValueKind == JsonValueKind.Null ? DBNull.Value : zone.GetProperty("code").GetString());
        command.ExecuteNonQuery();
    }

    private void Write(ArrayBufferWriter<byte> body, int year, string kind)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT rank() OVER (ORDER BY hundredths DESC) AS position, code, name, province, hundredths, zone
            FROM result WHERE year = $year AND kind = $kind AND hundredths IS NOT NULL ORDER BY hundredths DESC, code
            """;
        command.Parameters.AddWithValue("$year", year);
        command.Parameters.AddWithValue("$kind", kind);
        using var rows = command.ExecuteReader();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartArray();

        while (rows.Read())
        {
            json.WriteStartObject();
            json.WriteNumber("position"u8, rows.GetInt32(0));
            json.WriteString("code"u8, rows.GetString(1));
            json.WriteString("name"u8, rows.GetString(2));
            json.WriteString("province"u8, rows.IsDBNull(3) ? null : rows.GetString(3));
            json.WriteNumber("score"u8, rows.GetInt32(4) / 100m);
            json.WriteString("zone"u8, rows.IsDBNull(5) ? null : rows.GetString(5));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(database);
        connection.Open();

        return connection;
    }
}
