using System.Data.Common;
using System.Globalization;
using Compliance.Application.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Begins with the first save and not with the request, so that requests that save nothing open none. On SQLite it is immediate: it waits for other
/// writers at its beginning, and never has to be upgraded. Savepoints allow a part of it to be repeated after a conflict.
/// </summary>
internal sealed class RequestTransaction(ComplianceDbContext db) : IRequestTransaction
{
    private readonly List<Func<Task>> effects = [];
    private Func<CancellationToken, Task>? first;
    private IDbContextTransaction? current;
    private IDisposable? turn;
    private Exception? broken;
    private int parts;

    public bool IsOpen { get; private set; }

    public bool KeepsRefused { get; private set; }

    public void Open(Func<CancellationToken, Task>? first)
    {
        (this.first, KeepsRefused) = (first, false);
        IsOpen = true;
    }

    public Task Begin(CancellationToken cancellationToken) => Enter(cancellationToken);

    /// <returns>Whether it began now, so that nothing is in it yet.</returns>
    public async Task<bool> Enter(CancellationToken cancellationToken)
    {
        if (!IsOpen || current is not null)
        {
            return false;
        }

        turn = await db.TakeTurn(cancellationToken);

        try
        {
            current = await db.Database.BeginTransactionAsync(cancellationToken);
            await (first?.Invoke(cancellationToken) ?? Task.CompletedTask);
        }
        catch
        {
            await Leave();

            throw;
        }

        return true;
    }

    /// <summary>Rolls back what is in it; the next save begins it again.</summary>
    public async Task Leave()
    {
        try
        {
            await (current?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            turn?.Dispose();
            (current, turn, broken) = (null, null, null);
        }
    }

    /// <summary>A part that is rolled back alone, unless it is committed.</summary>
    public async Task<IDbContextTransaction> BeginPart(CancellationToken cancellationToken)
    {
        await Enter(cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"part{++parts}");
        await current!.CreateSavepointAsync(name, cancellationToken);

        return new Part(this, current, name);
    }

    public void KeepRefused() =>
        KeepsRefused = first is null ? IsOpen : throw new InvalidOperationException("What is repeated under a key leaves nothing when it is refused.");

    public Task AfterCommit(Func<Task> effect)
    {
        if (!IsOpen)
        {
            return effect();
        }

        effects.Add(effect);

        return Task.CompletedTask;
    }

    public async Task Commit()
    {
        if (broken is not null)
        {
            throw new InvalidOperationException("A part could not be rolled back.", broken);
        }

        if (current is not null)
        {
            await current.CommitAsync(CancellationToken.None);
        }

        await Leave();
        (IsOpen, List<Func<Task>> waiting) = (false, [.. effects]);
        effects.Clear();

        foreach (var effect in waiting)
        {
            await Run(effect);
        }
    }

    public async Task Rollback()
    {
        if (IsOpen)
        {
            IsOpen = false;
            effects.Clear();
            db.ClearTracking();
            await Leave();
        }
    }

    /// <summary>What is committed stays: a failure of the storage here must not be answered as if it did not. The recurring work makes up for it.</summary>
    private static async Task Run(Func<Task> effect)
    {
        try
        {
            await effect();
        }
        catch (Exception failure) when (Outage.Is(failure) || failure is IOException)
        {
            // Publications and clearances are polled, and leftovers of uploads are swept.
        }
    }

    private sealed class Part(RequestTransaction whole, IDbContextTransaction transaction, string savepoint) : IDbContextTransaction
    {
        private bool isOver;

        public Guid TransactionId => transaction.TransactionId;

        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            await transaction.ReleaseSavepointAsync(savepoint, cancellationToken);
            isOver = true;
        }

        public async Task RollbackAsync(CancellationToken cancellationToken = default)
        {
            isOver = true;

            try
            {
                await transaction.RollbackToSavepointAsync(savepoint, cancellationToken);
            }
            catch (Exception failure) when (failure is DbException or InvalidOperationException)
            {
                // The connection is lost, or the database rolled back everything. What led here tells more than this, and must not be replaced by it.
                whole.broken = failure;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (!isOver)
            {
                await RollbackAsync(CancellationToken.None);
            }
        }

        public void Commit() => throw new NotSupportedException();

        public void Rollback() => throw new NotSupportedException();

        public void Dispose() => throw new NotSupportedException();
    }
}
