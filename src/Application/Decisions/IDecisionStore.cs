using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>The bulk operations of a decision on a whole cycle. All of them belong in the transaction of the decision.</summary>
public interface IDecisionStore
{
    /// <summary>Locks the cycle against planning until the transaction ends: concurrent planning completes before this returns, or is refused.</summary>
    Task LockCycle(CycleId cycle, CancellationToken cancellationToken);

    /// <summary>
    /// Makes every assessment of a cycle final and its answers unchangeable, in one statement; a concurrent batch conflicts and is validated
    /// again. The audit entry of the decision covers this change.
    /// </summary>
    Task Freeze(CycleId cycle, CancellationToken cancellationToken);

    /// <summary>Stores the decided content; the audit entry of the decision contains its hash.</summary>
    Task Append(IReadOnlyCollection<DecidedInstitution> decided, CancellationToken cancellationToken);
}
