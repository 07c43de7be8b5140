namespace Compliance.Application.Common;

/// <summary>
/// The one transaction of a request that writes (decision 0021): it begins with the first save, contains all of them, and is committed only after
/// the response was built. Work outside a request does not open it; there, each save is committed by itself.
/// </summary>
public interface IRequestTransaction
{
    /// <summary>Whether what was saved has to stay although the request is refused, see <see cref="IComplianceDb.SaveDespiteRefusal"/>.</summary>
    bool KeepsRefused { get; }

    /// <summary>From now on, everything that is saved belongs to one transaction, which begins when something is saved.</summary>
    /// <param name="first">What the transaction begins with; null if nothing comes before the first save.</param>
    void Open(Func<CancellationToken, Task>? first);

    /// <summary>Begins the transaction now, unless it has begun.</summary>
    Task Begin(CancellationToken cancellationToken);

    /// <summary>Commits what was saved, if anything was, and then runs the effects that waited for it.</summary>
    Task Commit();

    /// <summary>Rolls back whatever was saved since <see cref="Open"/>; after a commit, nothing.</summary>
    Task Rollback();
}
