using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Marks a notification as read by the caller. Idempotent.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ReadNotification(Guid Id, Language Language) : IRequest<NotificationLine>, IRepeatable;

internal sealed class ReadNotificationHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReadNotification, NotificationLine>
{
    public async Task<NotificationLine> Handle(ReadNotification request, CancellationToken cancellationToken)
    {
        var id = ReminderId.From(request.Id);
        var row = await db.NotificationRowsOf(context.Caller).SingleOrDefaultAsync(each => each.Reminder.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Notification, request.Id);

        if (row.Reading is not null)
        {
            return row.Show(request.Language);
        }

        var reading = new ReminderReadMark(id, AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());
        db.ReminderReadings.Add(reading);
        await db.SaveChangesAsync(cancellationToken);

        return (row with { Reading = reading }).Show(request.Language);
    }
}
