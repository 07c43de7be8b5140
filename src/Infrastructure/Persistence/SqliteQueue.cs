using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Group commit for SQLite, which has one writer at a time, lets others sleep and poll, and waits for the disk at each commit. The writes of this
/// process queue here; the first of them, the leader, commits all that queued meanwhile in one transaction. A write is acknowledged only after its
/// commit, and one that fails does not affect the others.
/// </summary>
internal sealed class SqliteQueue
{
    private static readonly ConcurrentDictionary<string, SqliteQueue> queues = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private List<QueuedWrite> queued = [];
    private bool hasLeader;

    public static SqliteQueue Of(DatabaseFacade database) => queues.GetOrAdd(database.GetConnectionString()!, _ => new());

    /// <summary>A queued write is executed even if its caller no longer waits.</summary>
    public async Task Run(SheetWrite write, DatabaseFacade database)
    {
        var entry = new QueuedWrite(write);

        if (Enqueue(entry) || await entry.BecomesLeader)
        {
            await Lead(database);
        }

        entry.ThrowIfFailed();
    }

    /// <returns>Whether this write becomes the leader, because there is none.</returns>
    private bool Enqueue(QueuedWrite entry)
    {
        lock (gate)
        {
            queued.Add(entry);
            (var hadLeader, hasLeader) = (hasLeader, true);

            return !hadLeader;
        }
    }

    private async Task Lead(DatabaseFacade database)
    {
        List<QueuedWrite> group;

        lock (gate)
        {
            (group, queued) = (queued, []);
        }

        await Write(group, database);
        QueuedWrite? next;

        lock (gate)
        {
            next = queued.FirstOrDefault();
            hasLeader = next is not null;
        }

        next?.MakeLeader();
    }

    private static async Task Write(List<QueuedWrite> group, DatabaseFacade database)
    {
        try
        {
            await Commit(group, database);
            group.ForEach(each => each.Finish(null));
        }
        catch (Exception failure) when (group.Count > 1 && (failure is not DbException lost || ComplianceDbContext.IsRace(lost)))
        {
            // One of them lost a race. Each write is repeated separately to find out which one.
            foreach (var each in group)
            {
                await Write([each], database);
            }
        }
        catch (Exception failure)
        {
            group.ForEach(each => each.Finish(failure));
        }
    }

    private static async Task Commit(List<QueuedWrite> group, DatabaseFacade database)
    {
        using var turn = await SqliteTurns.Take(database, CancellationToken.None);
        await using var transaction = await database.BeginTransactionAsync();

        foreach (var each in group)
        {
            await each.Write.Run(database, CancellationToken.None);
        }

        await transaction.CommitAsync();
    }

    private sealed class QueuedWrite(SheetWrite write)
    {
        private readonly TaskCompletionSource<bool> leadership = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ExceptionDispatchInfo? failure;

        public SheetWrite Write { get; } = write;

        /// <summary>True once the previous leader has finished, false once this write has succeeded or failed.</summary>
        public Task<bool> BecomesLeader => leadership.Task;

        public void MakeLeader() => leadership.TrySetResult(true);

        public void Finish(Exception? failed)
        {
            failure = failed is null ? null : ExceptionDispatchInfo.Capture(failed);
            leadership.TrySetResult(false);
        }

        public void ThrowIfFailed() => failure?.Throw();
    }
}
