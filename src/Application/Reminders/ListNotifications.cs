using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Lists the reminders of the caller's institutions or offices, newest first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListNotifications(bool Unread, Language Language, Paging Paging) : IRequest<Page<NotificationLine>>;

/// <param name="Subject">The id of the obligation.</param>
/// <param name="Step">Days from the due day; negative before it.</param>
/// <param name="Audience">The post that was reminded.</param>
/// <param name="Institution">The code of the institution that was reminded; null if it was an office.</param>
/// <param name="Office">The code of the office that was reminded, or that is responsible for the institution.</param>
/// <param name="Day">The day of the reminder.</param>
/// <param name="Text">In the requested language.</param>
/// <param name="ReadAt">When the caller marked it as read; null until then.</param>
public sealed record NotificationLine(
    Guid Id,
    ObligationKind Kind,
    Guid Subject,
    string Title,
    DateOnly DueOn,
    int Step,
    ContactPost Audience,
    string? Institution,
    string Office,
    DateOnly Day,
    string Text,
    DateTimeOffset? ReadAt);

internal sealed class ListNotificationsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListNotifications, Page<NotificationLine>>
{
    public async Task<Page<NotificationLine>> Handle(ListNotifications request, CancellationToken cancellationToken)
    {
        var rows = db.NotificationRowsOf(context.Caller);
        rows = request.Unread ? rows.Where(row => row.Reading == null) : rows;

        if (request.Paging.After is { } cursor)
        {
            var after = ReminderId.From(cursor.Part<Guid>(0));
            rows = rows.Where(row => row.Reminder.Id < after);
        }

        var page = await rows.OrderByDescending(row => row.Reminder.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(page, row => row.Show(request.Language), row => new(row.Reminder.Id.Value.ToString()));
    }
}

internal sealed record NotificationRow
{
    public required Reminder Reminder { get; init; }

    public required ReminderReadMark? Reading { get; init; }

    public NotificationLine Show(Language language) => new(
        Reminder.Id.Value,
        Reminder.Kind,
        Reminder.Subject,
        Reminder.Title,
        Reminder.DueOn,
        Reminder.Step,
        Reminder.Audience,
        Reminder.Institution,
        Reminder.Office,
        Reminder.Day,
        Reminder.Words.In(language),
        Reading?.At);
}

internal static class NotificationRows
{
    /// <summary>Returns the reminders of the caller's institutions and offices; a caller with nationwide scope gets those of head office.</summary>
    public static IQueryable<NotificationRow> NotificationRowsOf(this IComplianceDb db, Caller caller)
    {
        var account = AccountId.From(caller.Id!.Value);
        var reminders = db.Reminders.AsNoTracking();
        var actsEverywhere = InstitutionScope.Of(caller, Permission.ReadFollowUp).IsEverywhere;
        reminders = actsEverywhere ? reminders.Where(reminder => reminder.Office == Offices.Head) : reminders;

        return
            from reminder in reminders
            join reading in db.ReminderReadings.Where(each => each.AccountId == account) on reminder.Id equals reading.ReminderId into readings
            from reading in readings.DefaultIfEmpty()
            select new NotificationRow { Reminder = reminder, Reading = reading };
    }
}
