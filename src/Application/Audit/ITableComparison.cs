using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>
/// Compares the tables with what the trail says of them. Used once for each verification, inside its snapshot.
/// </summary>
public interface ITableComparison
{
    /// <summary>Takes the next entry, by resource and sequence.</summary>
    Task Read(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Compares what is left, once all entries were read.</summary>
    Task<TablesCompared> Finish(CancellationToken cancellationToken);
}

/// <param name="Compared">The rows of which the trail says something.</param>
/// <param name="Differing">The rows that differ, are missing, or are unknown to the trail.</param>
/// <param name="FirstDifference">The first of them; null if there is none.</param>
public sealed record TablesCompared(long Compared, long Differing, RowDifference? FirstDifference);

/// <summary>A row that differs from the trail.</summary>
/// <param name="Key">The primary key; the parts of a composite one are separated by slashes.</param>
/// <param name="Column">The first column that differs; null if the row as a whole is missing, unknown or unreadable.</param>
/// <param name="Trail">What the trail says, as JSON; null for no value, and for what is compared by its hash.</param>
/// <param name="Stored">What is stored, as JSON; null for no value, and for what is compared by its hash.</param>
public sealed record RowDifference(string Table, string Key, string? Column, string? Trail, string? Stored)
{
    /// <summary>The trail has it, the table does not.</summary>
    public static RowDifference Missing(string table, string key) => new(table, key, null, "exists", null);

    /// <summary>The table has it, the trail does not.</summary>
    public static RowDifference Unknown(string table, string key) => new(table, key, null, null, "exists");
}
