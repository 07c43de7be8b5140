using System.Globalization;
using System.Text.Json;
using Compliance.Application.Audit;
using Compliance.Domain.Audit;
using Compliance.Domain.Decisions;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Compliance.Infrastructure.Audit;

/// <summary>
/// Adds up the changes of each resource and compares its rows, some hundred at a time: in memory are the rows of one resource, never the trail. Rows that no
/// entry mentions are found by counting; only if there are any, the tables are searched for the first.
/// </summary>
internal sealed class TableComparison(ComplianceDbContext db) : ITableComparison
{
    /// <summary>The rows to collect before they are read from the tables.</summary>
    private const int Portion = 1000;

    private readonly ComparedTables tables = ComparedTables.Of(db);
    private readonly AuditedRows rows = new(db);
    private readonly FrozenAssessments frozen = new(db, ComparedTables.Of(db));
    private readonly List<TrailRow> waiting = [];
    private readonly Dictionary<ComparedTable, int> found = [];
    private string? resource;
    private TrailRows? current;
    private long compared;
    private long differing;
    private RowDifference? first;

    public async Task Read(AuditEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Resource != resource)
        {
            await Close(cancellationToken);
            (resource, current) = (entry.Resource, new(tables));
        }

        if (current?.TryRead(entry) == false)
        {
            current = null;
        }
    }

    public async Task<TablesCompared> Finish(CancellationToken cancellationToken)
    {
        await Close(cancellationToken);
        await Compare(cancellationToken);
        await CompareDecided(cancellationToken);
        await FindUnknown(cancellationToken);

        return new(compared, differing, first);
    }

    private async Task Close(CancellationToken cancellationToken)
    {
        waiting.AddRange(current?.Rows ?? []);
        current = null;

        if (waiting.Count >= Portion)
        {
            await Compare(cancellationToken);
        }
    }

    private async Task Compare(CancellationToken cancellationToken)
    {
        foreach (var table in waiting.Where(row => !row.Table.Entity.IsOwned()).GroupBy(row => row.Table).ToList())
        {
            await Load(table.Key, [.. table], cancellationToken);
        }

        var stored = rows.Tracked().ToDictionary(entry => (Table: entry.Metadata.GetTableName()!, Key: RowChanges.KeyOf(entry)));

        foreach (var row in waiting)
        {
            stored.Remove((row.Table.Name, row.Key), out var entry);
            compared++;
            Count(row.Table, entry is null ? 0 : 1);
            Note(await DifferenceOf(row, entry, cancellationToken));
        }

        foreach (var (name, key) in stored.Keys)
        {
            var table = tables.Find(name)!;
            Count(table, 1);
            Note(table.IsComplete ? RowDifference.Unknown(name, key) : null);
        }

        waiting.Clear();
        db.ChangeTracker.Clear();
    }

    /// <summary>A value that the program never writes cannot be read back; the rows are then read one by one, and the unreadable ones are what differs.</summary>
    private async Task Load(ComparedTable table, IReadOnlyList<TrailRow> said, CancellationToken cancellationToken)
    {
        try
        {
            await rows.Load(table.Entity, said.Select(row => row.Key), cancellationToken);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            foreach (var row in said)
            {
                try
                {
                    await rows.Load(table.Entity, [row.Key], cancellationToken);
                }
                catch (Exception again) when (IsUnreadable(again))
                {
                    waiting.RemoveAll(each => each == row);
                    Count(table, 1);
                    Note(new(table.Name, row.Key, null, null, null));
                }
            }
        }
    }

    private static bool IsUnreadable(Exception problem) =>
        problem is FormatException or JsonException or InvalidCastException or OverflowException or InvalidOperationException or ArgumentException;

    private async Task<RowDifference?> DifferenceOf(TrailRow row, EntityEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is null)
        {
            return row.Exists ? RowDifference.Missing(row.Table.Name, row.Key) : null;
        }

        if (!row.Exists)
        {
            return RowDifference.Unknown(row.Table.Name, row.Key);
        }

        var expected = await frozen.Complete(row, cancellationToken);

        foreach (var column in row.Table.Columns)
        {
            var said = expected.GetValueOrDefault(column.GetColumnName());
            var stored = entry.Property(column.Name).CurrentValue is { } value ? CanonicalJson.Of(RowChanges.Stored(column, value)) : null;

            // A column without a value in the trail that cannot be empty was added to the table later.
            if (said != stored && (said is not null || column.IsNullable))
            {
                return new(row.Table.Name, row.Key, column.GetColumnName(), said, stored);
            }
        }

        return DerivedDifference(row, entry.Entity);
    }

    /// <summary>Contents that the trail has only the hash of.</summary>
    private static RowDifference? DerivedDifference(TrailRow row, object entity) => entity switch
    {
        UnitFigures figures when DecisionHashes.OfFigures(figures.Text) != figures.Sha256 => new(row.Table.Name, row.Key, "text", null, null),
        CorrectedInput corrected when DecisionHashes.OfInput(corrected.Input) != corrected.InputsSha256 => new(row.Table.Name, row.Key, "input", null, null),
        _ => null,
    };

    /// <summary>Compares the institutions of each decision with the hash that the decision contains.</summary>
    private async Task CompareDecided(CancellationToken cancellationToken)
    {
        foreach (var decision in await db.Decisions.IgnoreQueryFilters().AsNoTracking().OrderBy(each => each.Year).ThenBy(each => each.Ordinal).ToListAsync(cancellationToken))
        {
            var decided = await (
                from each in db.DecidedInstitutions.IgnoreQueryFilters().AsNoTracking()
                join institution in db.Institutions.IgnoreQueryFilters() on each.InstitutionId equals institution.Id
                where each.DecisionId == decision.Id
                orderby institution.Code
                select each).ToListAsync(cancellationToken);
            compared += decided.Count;

            if (DecisionHashes.OfResults(decided.Select(each => each.Text)) != decision.ResultsSha256)
            {
                Note(new("decided_institutions", decision.Id.Value.ToString(), "text", null, null));
            }
            else if (decided.FirstOrDefault(each => each.Score != each.Content.Score) is { } other)
            {
                Note(new("decided_institutions", string.Create(CultureInfo.InvariantCulture, $"{decision.Id.Value}/{other.InstitutionId.Value}"), "score", null, null));
            }
        }
    }

    /// <summary>Finds rows that no entry of the trail mentions.</summary>
    private async Task FindUnknown(CancellationToken cancellationToken)
    {
        foreach (var table in tables.All.Where(table => table.IsComplete && !table.Entity.IsOwned()))
        {
            var unknown = await rows.Count(table.Entity, cancellationToken) - found.GetValueOrDefault(table);

            if (unknown > 0)
            {
                differing += unknown - 1;
                Note(await FirstUnknown(table, cancellationToken));
            }
        }
    }

    private async Task<RowDifference> FirstUnknown(ComparedTable table, CancellationToken cancellationToken)
    {
        var (known, keys) = ((string?)null, new HashSet<string>());

        for (var number = 0; await rows.Page(table.Entity, number, cancellationToken); number++)
        {
            foreach (var entry in rows.Tracked().Where(entry => entry.Metadata == table.Entity).ToList())
            {
                if (AuditModel.ResourceOf(entry) is var owner && owner != known)
                {
                    (known, keys) = (owner, await KeysOf(owner, table, cancellationToken));
                }

                if (!keys.Contains(RowChanges.KeyOf(entry)))
                {
                    db.ChangeTracker.Clear();

                    return RowDifference.Unknown(table.Name, RowChanges.KeyOf(entry));
                }
            }

            db.ChangeTracker.Clear();
        }

        return RowDifference.Unknown(table.Name, "");
    }

    private async Task<HashSet<string>> KeysOf(string owner, ComparedTable table, CancellationToken cancellationToken)
    {
        var said = new TrailRows(tables);
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.Resource == owner).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        entries.ForEach(entry => said.TryRead(entry));

        return [.. said.Rows.Where(row => row.Exists && row.Table == table).Select(row => row.Key)];
    }

    private void Count(ComparedTable table, int number) => found[table] = found.GetValueOrDefault(table) + number;

    private void Note(RowDifference? difference)
    {
        first ??= difference;
        differing += difference is null ? 0 : 1;
    }
}
