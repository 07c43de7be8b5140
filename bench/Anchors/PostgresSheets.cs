using Npgsql;
using NpgsqlTypes;

namespace Compliance.Anchors;

/// <summary>Sheets on bare Npgsql: a row for each answer, or one for the sheet. One round trip and one transaction a request.</summary>
internal sealed class PostgresSheets
{
    private const string Schema = """
        CREATE TABLE indicator (id smallint PRIMARY KEY, code text NOT NULL UNIQUE);
        CREATE TABLE sheet (id int PRIMARY KEY, version int NOT NULL DEFAULT 0, updated_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE answer (
            sheet_id int NOT NULL REFERENCES sheet, indicator_id smallint NOT NULL REFERENCES indicator,
            score smallint NOT NULL CHECK (score BETWEEN 0 AND 100), note text, updated_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (sheet_id, indicator_id));
        CREATE TABLE sheet_scores (
            sheet_id int PRIMARY KEY REFERENCES sheet, scores smallint[] NOT NULL, notes jsonb,
            version int NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT now());
        INSERT INTO indicator SELECT i, 'IND-' || lpad(i::text, 3, '0') FROM generate_series(1, 100) i;
        """;

    private const string PutAnswers = """
        INSERT INTO answer (sheet_id, indicator_id, score, note) SELECT $1, * FROM unnest($2, $3, $4)
        ON CONFLICT (sheet_id, indicator_id) DO UPDATE SET score = excluded.score, note = excluded.note, updated_at = now()
        """;

    private const string Raise = "UPDATE sheet SET version = version + 1, updated_at = now() WHERE id = $1";

    private const string PutSheet = """
        INSERT INTO sheet_scores (sheet_id, scores, notes) VALUES ($1, $2, $3)
        ON CONFLICT (sheet_id) DO UPDATE
        SET scores = excluded.scores, notes = excluded.notes, version = sheet_scores.version + 1, updated_at = now()
        """;

    private readonly NpgsqlDataSource server;

    private PostgresSheets(NpgsqlDataSource server) => this.server = server;

    public static async Task<PostgresSheets> Make(string connectionString, int sheets)
    {
        var server = NpgsqlDataSource.Create(connectionString);
        await using var schema = server.CreateCommand(Schema);
        await schema.ExecuteNonQueryAsync();
        await using var rows = server.CreateCommand("INSERT INTO sheet (id) SELECT generate_series(1, $1)");
        rows.Parameters.Add(Of(sheets));
        await rows.ExecuteNonQueryAsync();

        return new(server);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/postgresql/rows/{id:int}", PutRows);
        routes.MapPut("/postgresql/sheets/{id:int}", PutOne);
        routes.MapGet("/postgresql/rows", () => Stored("SELECT (SELECT sum(version) FROM sheet), count(*), coalesce(sum(score), 0) FROM answer"));
        routes.MapGet("/postgresql/sheets", () => Stored(
            "SELECT sum(version), coalesce(sum(cardinality(scores)), 0), coalesce(sum((SELECT sum(score) FROM unnest(scores) score)), 0) FROM sheet_scores"));
    }

    private async Task<IResult> PutRows(int id, SentSheet sheet)
    {
        var answers = sheet.Answers;
        await using var connection = await server.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(PutAnswers)
        {
            Parameters =
            {
                Of(id),
                Of(Array.ConvertAll(answers, answer => answer.IndicatorId)),
                Of(Array.ConvertAll(answers, answer => answer.Score)),
                new() { Value = Array.ConvertAll(answers, answer => answer.Note), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        });
        batch.BatchCommands.Add(new(Raise) { Parameters = { Of(id) } });
        await batch.ExecuteNonQueryAsync();

        return Results.NoContent();
    }

    private async Task<IResult> PutOne(int id, SentSheet sheet)
    {
        await using var command = server.CreateCommand(PutSheet);
        command.Parameters.Add(Of(id));
        command.Parameters.Add(Of(sheet.Scores()));
        command.Parameters.Add(new() { Value = (object?)sheet.Notes() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync();

        return Results.NoContent();
    }

    private async Task<StoredSheets> Stored(string query)
    {
        await using var command = server.CreateCommand(query);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();

        return new(Convert.ToInt64(row[0]), Convert.ToInt64(row[1]), Convert.ToInt64(row[2]));
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
