using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>What a decision does to a whole cycle at once. All of it belongs into the transaction of the decision.</summary>
public interface IDecisionStore
{
    /// <summary>Until the transaction ends, nobody plans into the cycle; who was about to, did so before this returns or is refused afterwards.</summary>
    Task LockCycle(CycleId cycle, CancellationToken cancellationToken);

    /// <summary>
    /// Makes every assessment of a cycle final and its answers unchangeable, at once; a batch that is on its way is judged anew.
    /// The audit's entry of the decision stands for it.
    /// </summary>
    Task Freeze(CycleId cycle, CancellationToken cancellationToken);

    /// <summary>Stores what a decision fixed; the audit's entry of the decision holds the hash of it.</summary>
    Task Append(IReadOnlyCollection<DecidedInstitution> decided, CancellationToken cancellationToken);
}
