using Compliance.Application.Decisions;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

internal sealed class DecisionStore(ComplianceDbContext db) : IDecisionStore
{
    public Task LockCycle(CycleId cycle, CancellationToken cancellationToken) => db.LockCycle(cycle, cancellationToken);

    public async Task Freeze(CycleId cycle, CancellationToken cancellationToken)
    {
        // All assessments of the cycle, including those that the deciding caller cannot see during their own second scoring.
        var assessments = db.Assessments.IgnoreQueryFilters().Where(assessment => assessment.CycleId == cycle);
        var (before, after) = AssessmentStates.VerifiedBecomesFinal;
        await db.FreezeSheets(assessments, cancellationToken);
        await assessments.ExecuteUpdateAsync(
            set => set
                .SetProperty(assessment => assessment.Status, assessment => assessment.Status == before ? after : assessment.Status)
                .SetProperty(assessment => assessment.IsDecided, true)
                .SetProperty(assessment => assessment.Version, assessment => assessment.Version + 1),
            cancellationToken);
    }

    public Task Append(IReadOnlyCollection<DecidedInstitution> decided, CancellationToken cancellationToken) => BulkInsert.Into(db, decided, cancellationToken);
}
