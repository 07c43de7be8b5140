using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Compliance.Application.Audit;
using Compliance.Domain.Common;

namespace Compliance.LongRun.Tests.Auditing;

/// <summary>An exported trail taken apart into the rows it came from, and put together again, without the program's own types.</summary>
public sealed class TrailFile
{
    private const string Leaves = "leaves";

    /// <summary>Rows as they stand in the file: nearly all are written again and again as they came.</summary>
    private readonly ConditionalWeakTable<Row, string> texts = [];

    private TrailFile(IReadOnlyList<TrailTable> tables) => Tables = tables;

    public IReadOnlyList<TrailTable> Tables { get; }

    public static TrailFile Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();

        return new(
        [
            new("audit_checkpoints", ["number"], Of(lines, "checkpoint")),
            new("audit_chains", ["resource"], Of(lines, "chain")),
            new("audit_entries", ["id"], Of(lines, "entry")),
            new("audit_personal_data", ["entryId", "subject"],
                [.. lines.SelectMany(line => line["personal"]?.AsArray() ?? []).Select(each => RowOf(each!))]),
        ]);
    }

    /// <summary>The file as an intruder leaves it behind.</summary>
    public string Write(Deed deed)
    {
        var rows = Tables.ToDictionary(table => table.Name, table => table == deed.Table ? deed.Left : table.Rows);
        var personal = rows["audit_personal_data"].ToLookup(row => row.Text("entryId"));
        var chains = rows["audit_chains"].Select(row => (Resource: row.Text("resource"), Sequence: 0L, Line: LineOf("chain", row)));
        var entries = rows["audit_entries"].Select(row => (
            Resource: row.Text("resource"), Sequence: Convert.ToInt64(row["sequence"], CultureInfo.InvariantCulture), Line: LineOf("entry", row, personal[row.Text("id")])));
        var known = rows["audit_entries"].Select(row => row.Text("id")).ToHashSet();
        var strays = personal.Where(group => !known.Contains(group.Key)).SelectMany(group => group);
        var text = new StringBuilder();

        foreach (var line in rows["audit_checkpoints"].OrderBy(row => row["number"]).Select(row => LineOf("checkpoint", row))
            .Concat(chains.Concat(entries).OrderBy(line => line.Resource, StringComparer.Ordinal).ThenBy(line => line.Sequence).Select(line => line.Line))
            .Concat(strays.Select(row => $$"""{"personal":[{{TextOf(row)}}]}""")))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    public static async Task<AuditVerified> Verify(string text, IReadOnlyList<string> keys)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        return await AuditTrailFile.Verify(stream, keys, Language.English, CancellationToken.None);
    }

    private static IReadOnlyList<Row> Of(IEnumerable<JsonObject> lines, string kind) => [.. lines.Select(line => line[kind]).OfType<JsonObject>().Select(RowOf)];

    private static Row RowOf(JsonNode node) => new(node.AsObject().ToDictionary(member => member.Key, member => member.Value!.GetValueKind() switch
    {
        JsonValueKind.String => (object)member.Value.GetValue<string>(),
        JsonValueKind.Number => member.Value.GetValue<long>(),
        _ => member.Value.ToJsonString(),
    }));

    private string LineOf(string kind, Row row, params IEnumerable<Row> personal) =>
        $$"""{"{{kind}}":{{TextOf(row)}},"personal":[{{string.Join(',', personal.Select(TextOf))}}]}""";

    private string TextOf(Row row) => texts.GetValue(row, each => NodeOf(each).ToJsonString());

    private static JsonObject NodeOf(Row row) => new JsonObject(row.Select(cell => KeyValuePair.Create(cell.Key, cell.Value switch
    {
        string text when cell.Key == Leaves => JsonNode.Parse(text),
        string text => JsonValue.Create(text),
        var number => JsonValue.Create((long)number),
    })));
}
