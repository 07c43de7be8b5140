using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>
/// What is public of corrective actions, whoever asks: whether an institution is clear. It holds of now, also beside the
/// result of an earlier year.
/// </summary>
public static class Clearances
{
    /// <summary>
    /// Counts what can change the clearance of anybody: every action opened, and every action resolved. Both happen once
    /// and for good, so the count only rises.
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

    /// <summary>Only a published qualifier says anything about corrective actions of years before this system.</summary>
    internal static Clearance Of(this ILookup<InstitutionId, DateOnly?> resolutions, Result result) =>
        Clearance.Of([.. resolutions[result.InstitutionId]], result.Qualifier is not null);
}
