using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.Anchors;

/// <summary>
/// The least that deciding a cycle can cost: every answer is in memory as a byte, the arithmetic is a loop, and what comes of it, a score and a zone
/// for each unit and each institution, is written in one durable transaction. Nothing is read, frozen, hashed, ranked, explained or audited.
/// </summary>
internal sealed class Recompute
{
    private const int Observations = 218;
    private const int UnitsEach = 6;
    private const int TopLevel = 4;
    private const int Dimensions = 4;
    private const int Results = 1 + Dimensions;

    private readonly byte[] levels;
    private readonly int units;

    private Recompute(int units)
    {
        this.units = units;
        levels = new byte[units * Observations];
        var chance = new Random(units);

        for (var index = 0; index < levels.Length; index++)
        {
            levels[index] = (byte)chance.Next(TopLevel + 1);
        }
    }

    public static Recompute Of(int units) => new(units);

    public void Map(IEndpointRouteBuilder routes, string path, string? server)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);
        connection.Open();
        Run(connection, "CREATE TABLE decided (subject INTEGER PRIMARY KEY, score INT NOT NULL, zone INT NOT NULL)");
        routes.MapPost("/sqlite/recompute", () => Stored(Write(connection)));

        if (server is not null)
        {
            var source = NpgsqlDataSource.Create(server);
            using var make = source.CreateCommand("CREATE TABLE IF NOT EXISTS decided (subject int PRIMARY KEY, score int NOT NULL, zone smallint NOT NULL)");
            make.ExecuteNonQuery();
            routes.MapPost("/postgresql/recompute", async () => Stored(await Write(source)));
        }
    }

    private static IResult Stored(int rows) => Microsoft.AspNetCore.Http.Results.Text($"{{\"stored\":{rows.ToString(CultureInfo.InvariantCulture)}}}", "application/json");

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static short ZoneOf(int score) => score >= 78_00 ? (short)3 : score >= 54_00 ? (short)2 : (short)1;

    /// <summary>In hundredths: each unit with its dimensions, then the institutions, each the mean of six.</summary>
    private int[] Compute()
    {
        var scores = new int[(units * Results) + (units / UnitsEach)];

        for (var unit = 0; unit < units; unit++)
        {
            var answers = levels.AsSpan(unit * Observations, Observations);
            var (index, done) = (unit * Results, 0);

            for (var dimension = 1; dimension <= Dimensions; dimension++)
            {
                var end = Observations * dimension / Dimensions;
                scores[index + dimension] = Share(answers[done..end]);
                done = end;
            }

            scores[index] = Share(answers);
        }

        for (var institution = 0; institution < units / UnitsEach; institution++)
        {
            var sum = 0;

            for (var unit = 0; unit < UnitsEach; unit++)
            {
                sum += scores[((institution * UnitsEach) + unit) * Results];
            }

            scores[(units * Results) + institution] = sum / UnitsEach;
        }

        return scores;
    }

    private static int Share(ReadOnlySpan<byte> answers)
    {
        var sum = 0;

        foreach (var level in answers)
        {
            sum += level;
        }

        return sum * 100_00 / (answers.Length * TopLevel);
    }

    private int Write(SqliteConnection connection)
    {
        var scores = Compute();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var put = connection.CreateCommand();
        put.Transaction = transaction;
        put.CommandText = "INSERT INTO decided VALUES ($subject, $score, $zone) ON CONFLICT (subject) DO UPDATE SET score = excluded.score, zone = excluded.zone";
        var (subject, score, zone) = (put.Parameters.Add("$subject", SqliteType.Integer), put.Parameters.Add("$score", SqliteType.Integer), put.Parameters.Add("$zone", SqliteType.Integer));
        put.Prepare();
        var stored = 0;

        for (var index = 0; index < scores.Length; index++)
        {
            (subject.Value, score.Value, zone.Value) = (index, scores[index], ZoneOf(scores[index]));
            stored += put.ExecuteNonQuery();
        }

        transaction.Commit();

        return stored;
    }

    private async Task<int> Write(NpgsqlDataSource source)
    {
        var scores = Compute();
        await using var put = source.CreateCommand(
            """
            INSERT INTO decided SELECT * FROM unnest($1, $2, $3)
            ON CONFLICT (subject) DO UPDATE SET score = excluded.score, zone = excluded.zone
            """);
        put.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. Enumerable.Range(0, scores.Length)] });
        put.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = scores });
        put.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = [.. scores.Select(ZoneOf)] });

        return await put.ExecuteNonQueryAsync();
    }
}
