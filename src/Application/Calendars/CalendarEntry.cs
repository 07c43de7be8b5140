using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Calendars;

/// <summary>A whole-day calendar entry: an obligation, or an event of a joint service.</summary>
/// <param name="Id">The id of the obligation or event, so that a calendar program updates the entry instead of duplicating it.</param>
/// <param name="What">The kind of the entry.</param>
/// <param name="Place">The location, as text.</param>
/// <param name="Since">When the obligation or event was created.</param>
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
