using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

public interface IInstitutionLocks
{
    /// <summary>
    /// Locks these institutions until the transaction ends, so that checks over all their records run one after the
    /// other. Requests that only refer to an institution are not blocked.
    /// </summary>
    Task Lock(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken);
}
