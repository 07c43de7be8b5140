using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>
/// Reads the public part of corrective actions, whatever the caller may see: whether an institution is clear. It always shows the current
/// state, even with the result of an earlier year.
/// </summary>
public static class Clearances
{
    /// <summary>
    /// Counts every corrective action that was opened or resolved, which are the only changes of clearance. Neither can be
    /// undone, so the count only rises.
    /// </summary>
    public static Task<int> ClearanceChanges(this IComplianceDb db, CancellationToken cancellationToken) =>
        db.CorrectiveActions.IgnoreQueryFilters().SumAsync(action => action.ResolvedOn == null ? 1 : 2, cancellationToken);

    internal static async Task<ILookup<InstitutionId, DateOnly?>> Resolutions(
        this IComplianceDb db, IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken)
    {
        var rows = await db.CorrectiveActions.IgnoreQueryFilters()
            .Where(action => institutions.Contains(action.InstitutionId))
            .Select(action => new { action.InstitutionId, action.ResolvedOn })
            .ToListAsync(cancellationToken);

        return rows.ToLookup(row => row.InstitutionId, row => row.ResolvedOn);
    }

    /// <summary>For years before this system, only a published qualifier tells something about corrective actions.</summary>
    internal static Clearance Of(this ILookup<InstitutionId, DateOnly?> resolutions, Result result) =>
        Clearance.Of([.. resolutions[result.InstitutionId]], result.Qualifier is not null);
}
