using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

public interface IInstitutionLocks
{
    /// <summary>
    /// Until the transaction ends, nobody else holds one of these institutions: what is judged by all that is on record of them is judged one after the
    /// other. Who only names them is not held up.
    /// </summary>
    Task Lock(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken);
}
