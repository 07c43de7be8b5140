using System.Runtime.CompilerServices;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Audit;

/// <summary>
/// The tables and columns whose content follows from the trail. Not compared: columns that are personal, secret or derived, and the few that change
/// outside of an audited save, which are named here.
/// </summary>
internal sealed class ComparedTables
{
    private static readonly ConditionalWeakTable<IModel, ComparedTables> known = [];

    /// <summary>
    /// The last use of an API key is noted without an entry. The version of a sheet is compared with its batches, not with changes of its row; the
    /// mark that freezes it follows from its assessment.
    /// </summary>
    private static readonly HashSet<(string Table, string Column)> uncompared = [("api_keys", "last_used_at"), ("sheets", "version"), ("sheets", "frozen")];

    private readonly Dictionary<string, ComparedTable> byName;

    private ComparedTables(IModel model) => byName = model.GetEntityTypes()
        .Where(AuditModel.IsAudited)
        .Select(entity => new ComparedTable(entity, uncompared))
        .ToDictionary(table => table.Name, StringComparer.Ordinal);

    public IEnumerable<ComparedTable> All => byName.Values;

    public static ComparedTables Of(DbContext db) => known.GetValue(db.Model, model => new(model));

    /// <summary>Returns null for a table that the model does not have or does not audit.</summary>
    public ComparedTable? Find(string? name) => name is not null ? byName.GetValueOrDefault(name) : null;
}

/// <summary>A table whose rows are compared with the trail.</summary>
internal sealed class ComparedTable
{
    /// <summary>The first decision on a cycle inserts its institutions without entries; they are compared by the hash in the decision.</summary>
    private const string WithRowsOfTheirOwn = "decided_institutions";

    public ComparedTable(IEntityType entity, HashSet<(string Table, string Column)> uncompared)
    {
        (Entity, Name) = (entity, entity.GetTableName()!);
        KeyColumns = entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()).ToHashSet(StringComparer.Ordinal);
        Columns = [.. entity.GetProperties().Where(property => AuditModel.DisclosureOf(property) == Disclosure.Open && !uncompared.Contains((Name, property.GetColumnName())))];
    }

    public IEntityType Entity { get; }

    public string Name { get; }

    public IReadOnlySet<string> KeyColumns { get; }

    /// <summary>The columns to compare.</summary>
    public IReadOnlyList<IProperty> Columns { get; }

    /// <summary>Whether every row has an entry.</summary>
    public bool IsComplete => Name != WithRowsOfTheirOwn;
}
