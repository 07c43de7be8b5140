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
/// Obligations and events as an iCalendar (RFC 5545) of whole days. The same content gives the same bytes at any time: the UID of an
/// event is the id of its obligation, its SEQUENCE the version, so that a calendar program updates it instead of duplicating it.
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

    /// <summary>The time of a version is not stored. Programs only compare stamps, so each version adds one second.</summary>
    private static DateTime StampOf(CalendarEntry entry) => entry.Since.AddSeconds(entry.Version - 1).UtcDateTime;
}
