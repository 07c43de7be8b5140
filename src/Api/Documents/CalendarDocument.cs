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
    private const string NewLine = "\r\n";
    private const int LineLength = 75;

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
            Encoding.UTF8.GetBytes(Fold(new CalendarSerializer().SerializeToString(calendar)!)), language, isPublished: false, null, null, null, $"{MediaType}; charset=utf-8");

        return document.WriteTo(httpContext);
    }

    /// <summary>
    /// Folds lines anew, at most 75 octets each and between characters (RFC 5545, 3.1): the library folds between UTF-16 code units, which makes two
    /// replacement characters of one emoji.
    /// </summary>
    private static string Fold(string calendar)
    {
        var folded = new StringBuilder(calendar.Length);

        foreach (var line in calendar.Replace($"{NewLine} ", "", StringComparison.Ordinal).Split(NewLine))
        {
            var octets = 0;

            foreach (var character in line.EnumerateRunes())
            {
                if (octets + character.Utf8SequenceLength > LineLength)
                {
                    folded.Append(NewLine).Append(' ');
                    octets = 1;
                }

                folded.Append(character);
                octets += character.Utf8SequenceLength;
            }

            folded.Append(NewLine);
        }

        // The text ends with a line break, after which nothing follows.
        return folded.ToString(0, folded.Length - NewLine.Length);
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
