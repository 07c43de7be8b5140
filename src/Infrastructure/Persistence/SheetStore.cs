using System.Data.Common;
using Compliance.Application.Assessments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;

namespace Compliance.Infrastructure.Persistence;

public sealed class SheetStore(ComplianceDbContext db) : ISheetStore
{
    public Task<SheetState?> Read(AssessmentId assessment, CancellationToken cancellationToken) => SheetTable.Read(db, assessment);

    public async Task Write(SheetState state, string log, CancellationToken cancellationToken)
    {
        var write = db.WriteOf(state, log);

        try
        {
            await db.Run(write, cancellationToken);
        }
        catch (DbException failure) when (ComplianceDbContext.IsRace(failure) || Outage.IsDeadlock(failure))
        {
            throw new DomainException(ConcurrencyErrors.ChangedMeanwhile);
        }
    }
}
