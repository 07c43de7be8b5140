using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.Anchors;

/// <summary>
/// The SQL that a follow-up list needs, over the product's own database: what is due of commitments and of corrective actions, each with all that
/// a reader needs beside it, the first 51 of either. A liaison sees all that its agreements hold, whoever is obliged. Every column of every row is read; nothing is merged or written.
/// </summary>
internal static class DueLists
{
    private const string Deadlines = """
        SELECT d.id, d.due_on, d.status, d.reported_at, d.office, c.id, c.title, c.person_in_charge, c.obligated_office, a.id, a.kind, a.number, a.title,
               i.code, i.name, i.kind, i.province, u.id, u.name
        FROM (SELECT * FROM commitment_deadlines WHERE {0} ORDER BY due_on, id LIMIT 51) d
        JOIN commitments c ON c.id = d.commitment_id
        JOIN agreements a ON a.id = d.agreement_id
        LEFT JOIN institutions i ON i.id = d.institution_id
        LEFT JOIN service_units u ON u.id = c.unit_id
        ORDER BY d.due_on, d.id
        """;

    private const string Actions = """
        SELECT a.id, a.due_on, a.status, a.reported_at, a.title, a.document_number, a.document_date, i.code, i.name, i.kind, i.province, u.id, u.name
        FROM (SELECT x.* FROM corrective_actions x JOIN institutions y ON y.id = x.institution_id WHERE {0} ORDER BY x.due_on, x.id LIMIT 51) a
        JOIN institutions i ON i.id = a.institution_id
        LEFT JOIN service_units u ON u.id = a.unit_id
        ORDER BY a.due_on, a.id
        """;

    private const string Inhil = "institution_id = (SELECT id FROM institutions WHERE code = '14.04')";

    private static readonly Dictionary<string, (string Deadlines, string Actions)> cases = new()
    {
        ["office"] = ("office = '14' AND status = 'Open'", "y.province = '14' AND x.status = 'Open'"),
        ["overdue"] = ($"{Inhil} AND status = 'Open' AND due_on < {{today}}", $"x.{Inhil} AND x.status = 'Open' AND x.due_on < {{today}}"),
        ["nation"] = ("status = 'Open'", "x.status = 'Open'"),
        ["liaison"] = ($"agreement_id IN (SELECT agreement_id FROM agreement_parties WHERE {Inhil}) AND status = 'Open'", $"x.{Inhil} AND x.status = 'Open'"),
    };

    public static void Map(IEndpointRouteBuilder routes, string path, string? server)
    {
        var sqlite = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);
        routes.MapGet("/sqlite/due/{list}", (string list, bool? ids) => Read(sqlite, list, "date('now', '+7 hours')", ids == true));

        if (server is not null)
        {
            var postgres = new NpgsqlConnection(server + ";Max Auto Prepare=32;Auto Prepare Min Usages=1");
            routes.MapGet("/postgresql/due/{list}", (string list, bool? ids) => Read(postgres, list, "(now() AT TIME ZONE 'Asia/Jakarta')::date", ids == true));
        }
    }

    /// <summary>One caller at a time.</summary>
    private static async Task<IResult> Read(DbConnection connection, string list, string today, bool ids)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        var (deadlines, actions) = cases[list];
        List<(DateOnly DueOn, string Id)> found = [];

        foreach (var (sql, where) in new[] { (Deadlines, deadlines), (Actions, actions) })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql.Replace("{0}", where, StringComparison.Ordinal).Replace("{today}", today, StringComparison.Ordinal);
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];

            while (await reader.ReadAsync())
            {
                reader.GetValues(row);
                found.Add((reader.GetFieldValue<DateOnly>(1), $"{row[0]}"));
            }
        }

        return ids
            ? Results.Text($"[{string.Join(',', found.OrderBy(row => row.DueOn).ThenBy(row => row.Id, StringComparer.OrdinalIgnoreCase).Select(row => $"\"{row.Id}\""))}]", "application/json")
            : Results.Text($"{found.Count}");
    }
}
