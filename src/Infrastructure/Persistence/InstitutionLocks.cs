using Compliance.Application.Institutions;
using Compliance.Domain.Institutions;

namespace Compliance.Infrastructure.Persistence;

internal sealed class InstitutionLocks(ComplianceDbContext db) : IInstitutionLocks
{
    public Task Lock(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken) => db.LockInstitutions(institutions, cancellationToken);
}
