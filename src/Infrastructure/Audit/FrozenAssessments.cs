using System.Globalization;
using Compliance.Domain.Assessments;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Audit;

/// <summary>
/// Adds what a decision on a cycle changed in its assessments: it freezes all of them by one statement, without entries of their own. Whether a cycle
/// is decided, the trail says.
/// </summary>
internal sealed class FrozenAssessments(ComplianceDbContext db, ComparedTables tables)
{
    private const string Cycles = "cycles";

    private HashSet<string>? decided;

    /// <returns>The columns that the row must have, as canonical JSON.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Complete(TrailRow row, CancellationToken cancellationToken)
    {
        if (row.Table.Entity.ClrType != typeof(Assessment))
        {
            return row.Columns;
        }

        decided ??= await DecidedCycles(cancellationToken);

        if (!row.Columns.TryGetValue("cycle_id", out var cycle) || !decided.Contains(cycle))
        {
            return row.Columns;
        }

        var (before, after) = AssessmentStates.VerifiedBecomesFinal;
        var columns = new Dictionary<string, string>(row.Columns) { ["is_decided"] = "true" };

        if (columns.GetValueOrDefault("status") == Json(before.ToString()))
        {
            columns["status"] = Json(after.ToString());
        }

        if (int.TryParse(columns.GetValueOrDefault("version"), CultureInfo.InvariantCulture, out var version))
        {
            columns["version"] = (version + 1).ToString(CultureInfo.InvariantCulture);
        }

        return columns;
    }

    private async Task<HashSet<string>> DecidedCycles(CancellationToken cancellationToken)
    {
        var decided = new HashSet<string>(StringComparer.Ordinal);
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Resource.StartsWith(Cycles + "/")).OrderBy(entry => entry.Resource).ThenBy(entry => entry.Sequence);

        foreach (var chain in (await entries.ToListAsync(cancellationToken)).GroupBy(entry => entry.Resource))
        {
            var said = new TrailRows(tables);

            if (chain.All(said.TryRead))
            {
                decided.UnionWith(said.Rows.Where(row => row.Table.Name == Cycles && row.Columns.ContainsKey("decided_at")).Select(row => Json(row.Key)));
            }
        }

        return decided;
    }

    private static string Json(string text) => $"\"{text}\"";
}
