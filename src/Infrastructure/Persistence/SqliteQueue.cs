using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// SQLite has one writer at a time, whoever finds it busy sleeps, and each commit waits for the disk. So the writes of this
/// process wait for their turn here, and those that came meanwhile are committed together by the first of them. None is
/// acknowledged before the commit that holds it, and one that fails takes nothing away from the others.
/// </summary>
internal sealed class SqliteQueue
{
    private static readonly ConcurrentDictionary<string, SqliteQueue> queues = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private List<Waiting> waiting = [];
    private bool isLed;

    public static SqliteQueue Of(DatabaseFacade database) => queues.GetOrAdd(database.GetConnectionString()!, _ => new());

    /// <summary>Once it waits it is written, whether or not its caller still does.</summary>
    public async Task Run(SheetWrite write, DatabaseFacade database)
    {
        var mine = new Waiting(write);

        if (Join(mine) || await mine.IsToLead)
        {
            await Lead(database);
        }

        mine.ThrowIfFailed();
    }

    /// <returns>Whether nobody is at work, so that the one who joins is.</returns>
    private bool Join(Waiting mine)
    {
        lock (gate)
        {
            waiting.Add(mine);
            (var wasLed, isLed) = (isLed, true);

            return !wasLed;
        }
    }

    private async Task Lead(DatabaseFacade database)
    {
        List<Waiting> group;

        lock (gate)
        {
            (group, waiting) = (waiting, []);
        }

        await Write(group, database);
        Waiting? next;

        lock (gate)
        {
            next = waiting.FirstOrDefault();
            isLed = next is not null;
        }

        next?.TakeOver();
    }

    private static async Task Write(List<Waiting> group, DatabaseFacade database)
    {
        try
        {
            await Commit(group, database);
            group.ForEach(each => each.Finish(null));
        }
        catch (Exception failure) when (group.Count > 1 && (failure is not DbException lost || ComplianceDbContext.IsRace(lost)))
        {
            // One of them came second. Which one is seen where each is written by itself.
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

    private static async Task Commit(List<Waiting> group, DatabaseFacade database)
    {
        await using var transaction = await database.BeginTransactionAsync();

        foreach (var each in group)
        {
            await each.Write.Run(database, CancellationToken.None);
        }

        await transaction.CommitAsync();
    }

    private sealed class Waiting(SheetWrite write)
    {
        private readonly TaskCompletionSource<bool> woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ExceptionDispatchInfo? failure;

        public SheetWrite Write { get; } = write;

        /// <summary>Comes with yes where the one before has left, with no once it is written or has failed.</summary>
        public Task<bool> IsToLead => woken.Task;

        public void TakeOver() => woken.TrySetResult(true);

        public void Finish(Exception? failed)
        {
            failure = failed is null ? null : ExceptionDispatchInfo.Capture(failed);
            woken.TrySetResult(false);
        }

        public void ThrowIfFailed() => failure?.Throw();
    }
}
