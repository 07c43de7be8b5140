using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Compliance.TestKit;

/// <summary>Lets a host fail between its work and the commit, as if it were killed there.</summary>
public sealed class CommitFailure : DbTransactionInterceptor
{
    private int left;

    /// <summary>The next commit, of whichever request, fails.</summary>
    public void FailNext() => Interlocked.Exchange(ref left, 1);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref left, 0) == 1 ? throw new CommitPreventedException() : base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
}

public sealed class CommitPreventedException : Exception;
