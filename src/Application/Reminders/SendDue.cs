using Compliance.Application.Access;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Sends the waiting messages that are due. The program sends this periodically.</summary>
[ForTheProgram]
public sealed record SendDue : IRequest<int>;

internal sealed class SendDueHandler(IComplianceDb db, INotifier notifier, TimeProvider clock) : IRequestHandler<SendDue, int>
{
    private const int AtOnce = 100;

    /// <summary>How long messages, and the addresses in them, are kept.</summary>
    private const int KeptDays = 90;

    /// <returns>How many messages were sent.</returns>
    public async Task<int> Handle(SendDue request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = now.AddDays(-KeptDays);
        await db.OutboxMessages.Where(message => message.CreatedAt < oldest && message.State != OutboxState.Waiting).ExecuteDeleteAsync(cancellationToken);
        var waiting = await db.OutboxMessages.AsNoTracking()
            .Where(message => message.State == OutboxState.Waiting && message.NextAttemptAt <= now)
            .OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)
            .Take(AtOnce)
            .Select(message => message.Id)
            .ToListAsync(cancellationToken);
        var sent = 0;
        var failures = new RowFailures(db);

        foreach (var id in waiting)
        {
            if (await failures.Try(async () => sent += await Send(id, cancellationToken) ? 1 : 0, cancellationToken) is { } problem)
            {
                await failures.Try(() => Postpone(id, problem, cancellationToken), cancellationToken);
            }
        }

        failures.ThrowIfAny();

        return sent;
    }

    private async Task<bool> Send(OutboxMessageId id, CancellationToken cancellationToken)
    {
        db.ClearTracking();
        var message = await db.OutboxMessages.SingleAsync(each => each.Id == id, cancellationToken);

        if (!message.IsDue(clock.GetUtcNow()) || !await Claim(message, cancellationToken))
        {
            return false;
        }

        var problem = await notifier.Send(message, cancellationToken);

        if (problem is null)
        {
            message.Send(clock.GetUtcNow());
        }
        else
        {
            message.Fail(problem.Reason, problem.IsFinal);
        }

        await db.SaveChangesAsync(cancellationToken);

        return problem is null;
    }

    /// <summary>Leaves a message that cannot even be read, or whose outcome cannot be stored, until later, so that it does not keep its place before the others.</summary>
    private async Task Postpone(OutboxMessageId id, Exception problem, CancellationToken cancellationToken)
    {
        var (later, reason) = (clock.GetUtcNow() + OutboxMessage.Pauses[^1], problem.GetType().Name);
        await db.OutboxMessages.Where(message => message.Id == id && message.State == OutboxState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.NextAttemptAt, later).SetProperty(message => message.LastError, reason), cancellationToken);
    }

    /// <summary>Returns false if another instance was faster, or if no mail server is configured any more.</summary>
    private async Task<bool> Claim(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (notifier.Sends)
        {
            message.Begin(clock.GetUtcNow());
        }
        else
        {
            message.MarkNotSent();
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);

            return notifier.Sends;
        }
        catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
        {
            return false;
        }
    }
}
