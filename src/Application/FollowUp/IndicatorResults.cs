using Compliance.Domain.FollowUp;
using Compliance.Domain.Institutions;

namespace Compliance.Application.FollowUp;

public static class IndicatorResults
{
    /// <summary>
    /// What the indicators of an institution's units came to in the announced result of a year. None where the result was
    /// imported: of published results nobody knows more than the points of dimensions.
    /// </summary>
    public static Task<IReadOnlyList<UnitOutcomes>> IndicatorResultsOf(
        this IComplianceDb db, InstitutionId institution, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        cancellationToken.ThrowIfCancellationRequested();

        // All results come by import; where a decision keeps the outcomes of its units, they are read here.
        return Task.FromResult<IReadOnlyList<UnitOutcomes>>([]);
    }
}
