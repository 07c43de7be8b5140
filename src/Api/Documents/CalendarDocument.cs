using System.Reflection;
using System.Text;
using Compliance.Application.Calendars;
using Compliance.Domain.Common;
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
internal sealed class CalendarDocument(IReadOnlyList<CalendarEntry> entries) : IResult, IEndpointMetadataProvider
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
        calendar.AddProperty("X-WR-CALNAME", new LocalizedText("Tindak lanjut", "Follow-up").In(language));
        calendar.Events.AddRange(entries.Select(entry => EventOf(entry, language)));
        var document = new StoredDocument(
            Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), language, isPublished: false, null, null, null, $"{MediaType}; charset=utf-8");

        return document.WriteTo(httpContext);
    }

    private static CalendarEvent EventOf(CalendarEntry entry, Language language) => new()
    {
        Uid = $"{entry.Id}@compliance",
        Summary = $"{entry.What.In(language)}: {entry.Title}",
        Description = $"{entry.Owner}\n{entry.State.In(language)}",
        Location = entry.Place,
        Start = new CalDateTime(entry.On),
        DtStamp = new CalDateTime(StampOf(entry), hasTime: true),
        Sequence = entry.Version - 1,
        Status = entry.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Transparency = TransparencyType.Transparent,
    };

    /// <summary>When this version came to be is not kept. Programs compare stamps only, so one second stands for each version.</summary>
    private static DateTime StampOf(CalendarEntry entry) => entry.Since.AddSeconds(entry.Version - 1).UtcDateTime;
}
