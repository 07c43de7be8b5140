using Microsoft.Data.Sqlite;

namespace Compliance.Anchors;

/// <summary>
/// Sheets on bare SQLite: a row for each answer, or one for the sheet. One connection writes, with prepared statements,
/// one transaction a request; WAL, foreign keys, and the library's own <c>synchronous</c>, like the product's connections.
/// </summary>
internal sealed class SqliteSheets : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE indicator (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
        CREATE TABLE sheet (id INTEGER PRIMARY KEY, version INT NOT NULL DEFAULT 0, updated_at INT NOT NULL DEFAULT 0);
        CREATE TABLE answer (
            sheet_id INT NOT NULL REFERENCES sheet, indicator_id INT NOT NULL REFERENCES indicator,
            score INT NOT NULL CHECK (score BETWEEN 0 AND 100), note TEXT, updated_at INT NOT NULL, PRIMARY KEY (sheet_id, indicator_id)) WITHOUT ROWID;
        CREATE TABLE sheet_scores (
            sheet_id INTEGER PRIMARY KEY REFERENCES sheet, scores BLOB NOT NULL, notes TEXT, version INT NOT NULL DEFAULT 1, updated_at INT NOT NULL);
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100)
        INSERT INTO indicator SELECT n, printf('IND-%03d', n) FROM number;
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < $sheets)
        INSERT INTO sheet (id) SELECT n FROM number;
        """;

    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim turn = new(1);
    private readonly SqliteCommand putAnswer;
    private readonly SqliteCommand raise;
    private readonly SqliteCommand putSheet;

    private SqliteSheets(SqliteConnection connection)
    {
        this.connection = connection;
        putAnswer = Prepare(
            """
            INSERT INTO answer (sheet_id, indicator_id, score, note, updated_at) VALUES ($sheet, $indicator, $score, $note, unixepoch())
            ON CONFLICT (sheet_id, indicator_id) DO UPDATE SET score = excluded.score, note = excluded.note, updated_at = excluded.updated_at
            """,
            "$sheet",
            "$indicator",
            "$score",
            "$note");
        raise = Prepare("UPDATE sheet SET version = version + 1, updated_at = unixepoch() WHERE id = $sheet", "$sheet");
        putSheet = Prepare(
            """
            INSERT INTO sheet_scores (sheet_id, scores, notes, updated_at) VALUES ($sheet, $scores, $notes, unixepoch())
            ON CONFLICT (sheet_id) DO UPDATE
            SET scores = excluded.scores, notes = excluded.notes, version = version + 1, updated_at = excluded.updated_at
            """,
            "$sheet",
            "$scores",
            "$notes");
    }

    public static SqliteSheets Make(string path, int sheets)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ConnectionString);
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = Schema;
        schema.Parameters.AddWithValue("$sheets", sheets);
        schema.ExecuteNonQuery();

        return new(connection);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/sqlite/rows/{id:int}", PutRows);
        routes.MapPut("/sqlite/sheets/{id:int}", PutOne);
        routes.MapGet("/sqlite/rows", () => Stored("SELECT (SELECT sum(version) FROM sheet), count(*), coalesce(sum(score), 0) FROM answer"));
        routes.MapGet("/sqlite/sheets", () => Stored(
            "SELECT sum(version), sum(length(scores)), (SELECT group_concat(hex(scores), '') FROM sheet_scores) FROM sheet_scores"));
        routes.MapGet("/sqlite/synchronous", () => Scalar("PRAGMA synchronous"));
    }

    public void Dispose()
    {
        connection.Dispose();
        turn.Dispose();
    }

    private async Task<IResult> PutRows(int id, SentSheet sheet)
    {
        await turn.WaitAsync();

        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            putAnswer.Transaction = raise.Transaction = transaction;
            putAnswer.Parameters[0].Value = raise.Parameters[0].Value = id;

            foreach (var answer in sheet.Answers)
            {
                putAnswer.Parameters[1].Value = answer.IndicatorId;
                putAnswer.Parameters[2].Value = answer.Score;
                putAnswer.Parameters[3].Value = (object?)answer.Note ?? DBNull.Value;
                putAnswer.ExecuteNonQuery();
            }

            raise.ExecuteNonQuery();
            transaction.Commit();
        }
        finally
        {
            turn.Release();
        }

        return Results.NoContent();
    }

    /// <summary>A score is a byte, since it is at most 100.</summary>
    private async Task<IResult> PutOne(int id, SentSheet sheet)
    {
        var (scores, notes) = (Array.ConvertAll(sheet.Scores(), score => (byte)score), sheet.Notes());
        await turn.WaitAsync();

        try
        {
            putSheet.Transaction = null;
            putSheet.Parameters[0].Value = id;
            putSheet.Parameters[1].Value = scores;
            putSheet.Parameters[2].Value = (object?)notes ?? DBNull.Value;
            putSheet.ExecuteNonQuery();
        }
        finally
        {
            turn.Release();
        }

        return Results.NoContent();
    }

    private async Task<StoredSheets> Stored(string query)
    {
        await turn.WaitAsync();

        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var row = command.ExecuteReader();
            row.Read();
            var points = row.GetValue(2) is string bytes ? Convert.FromHexString(bytes).Sum(each => (long)each) : row.GetInt64(2);

            return new(row.GetInt64(0), row.GetInt64(1), points);
        }
        finally
        {
            turn.Release();
        }
    }

    private string Scalar(string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;

        return command.ExecuteScalar()!.ToString()!;
    }

    private SqliteCommand Prepare(string text, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;

        foreach (var name in names)
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        command.Prepare();

        return command;
    }
}
