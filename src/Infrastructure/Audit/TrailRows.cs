using System.Text.Json;
using Compliance.Domain.Audit;

namespace Compliance.Infrastructure.Audit;

/// <summary>What the entries of one resource say of its rows, added up from their changes in the order of the entries.</summary>
internal sealed class TrailRows(ComparedTables tables)
{
    // The payload is canonical: this is how the member is written if there is one.
    private const string Changes = "\"changes\":[";

    private static readonly JsonDocumentOptions deep = new() { MaxDepth = 1100 };

    private readonly Dictionary<(string Table, string Key), TrailRow> rows = [];

    public IReadOnlyCollection<TrailRow> Rows => rows.Values;

    /// <summary>Returns false if the payload is not what the program writes: the trail itself is broken there, which its own verification reports.</summary>
    public bool TryRead(AuditEntry entry)
    {
        try
        {
            Read(entry);

            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private void Read(AuditEntry entry)
    {
        if (!entry.Payload.Contains(Changes, StringComparison.Ordinal))
        {
            return;
        }

        using var payload = JsonDocument.Parse(entry.Payload, deep);

        if (!payload.RootElement.TryGetProperty("changes", out var changes))
        {
            return;
        }

        // A row may be deleted and another one added under its key in one save.
        foreach (var change in changes.EnumerateArray().OrderBy(change => change.TryGetProperty("after", out _)))
        {
            Apply(change);
        }
    }

    private void Apply(JsonElement change)
    {
        if (tables.Find(change.GetProperty("table").GetString()) is not { } table)
        {
            return;
        }

        var (place, row) = RowOf(table, change.GetProperty("key").GetString()!);
        var (before, after) = (Side(change, "before"), Side(change, "after"));

        // Only a deletion mentions the key before it.
        if (after.Count == 0 && before.Any(column => table.KeyColumns.Contains(column.Name)))
        {
            rows[place] = row with { Exists = false, Columns = [] };

            return;
        }

        before.ForEach(column => row.Columns.Remove(column.Name));
        after.ForEach(column => row.Columns[column.Name] = column.Value.GetRawText());
        rows[place] = row with { Exists = true };
    }

    private ((string, string) Place, TrailRow Row) RowOf(ComparedTable table, string key) =>
        rows.TryGetValue((table.Name, key), out var row) ? ((table.Name, key), row) : ((table.Name, key), new(table, key, false, []));

    private static List<JsonProperty> Side(JsonElement change, string name) => change.TryGetProperty(name, out var side) ? [.. side.EnumerateObject()] : [];
}

/// <param name="Exists">False once it was deleted.</param>
/// <param name="Columns">The columns that have a value, as canonical JSON.</param>
internal sealed record TrailRow(ComparedTable Table, string Key, bool Exists, Dictionary<string, string> Columns);
