using System.Reflection;
using System.Text;
using Compliance.Domain.Common;
using Compliance.Domain.Reminders;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Compliance.Api.Documents;

/// <summary>
/// What is due as an iCalendar (RFC 5545) of whole days. The same things make the same bytes at any hour: the id of an
/// event is that of the thing, its sequence the thing's version, so that a calendar program moves it and never doubles it.
/// </summary>
internal sealed class CalendarDocument(IReadOnlyList<DueThing> things) : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "text/calendar";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [MediaType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var language = httpContext.ReaderLanguage();
        var calendar = new Calendar { ProductId = "-//Compliance//Follow-up//ID", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", new Text("Tindak lanjut", "Follow-up").In(language));
        calendar.Events.AddRange(things.Select(thing => EventOf(thing, language)));
        var document = new StoredDocument(
            Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), language, isPublished: false, null, null, null, $"{MediaType}; charset=utf-8");

        return document.WriteTo(httpContext);
    }

    private static CalendarEvent EventOf(DueThing thing, Language language)
    {
        var (name, state) = (ReminderText.Of(thing.Kind).In(language), ReminderText.Of(thing.State).In(language));

        return new()
        {
            Uid = $"{thing.Id}@compliance",
            Summary = $"{name}: {thing.Title}",
            Description = $"{thing.Owner}\n{state}",
            Start = new CalDateTime(thing.DueOn),
            DtStamp = new CalDateTime(StampOf(thing), hasTime: true),
            Sequence = thing.Version - 1,
            Status = thing.State == DueState.Settled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
        };
    }

    /// <summary>When this version came to be is not kept. Programs compare stamps only, so one second stands for each version.</summary>
    private static DateTime StampOf(DueThing thing) => thing.Since.AddSeconds(thing.Version - 1).UtcDateTime;
}
