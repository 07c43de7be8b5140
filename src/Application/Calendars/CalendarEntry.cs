using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Calendars;

/// <summary>A whole day in a calendar: something that is due, or where a joint service goes.</summary>
/// <param name="Id">Of the thing itself, so that a calendar program moves it and never doubles it.</param>
/// <param name="What">What kind of thing it is.</param>
/// <param name="Place">Where it is, in words.</param>
/// <param name="Since">When it came into being.</param>
public sealed record CalendarEntry(
    Guid Id, DateOnly On, LocalizedText What, string Title, string Owner, LocalizedText State, bool Cancelled, string? Place, DateTimeOffset Since, int Version)
{
    internal static CalendarEntry Of(Obligation thing) => new(
        thing.Id,
        thing.DueOn,
        ReminderText.Of(thing.Kind),
        thing.Title,
        thing.Owner,
        ReminderText.Of(thing.Progress),
        thing.Progress == ObligationProgress.Closed,
        null,
        thing.Since,
        thing.Version);
}
