using System.Text;
using Compliance.Api.Requests;
using Compliance.Application.Evidence;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Endpoints;

/// <summary>
/// Reads the form field by field as it comes. The file goes to the store at once, wherever it stands among the
/// fields, and is gone again if anything else is wrong.
/// </summary>
internal sealed class EvidenceFormReading(IEvidenceStore store, EvidenceSettings settings)
{
    public const string MediaType = "multipart/form-data";

    private const int LongestBoundary = 100;
    private const int LongestField = 16 * 1024;
    private const int MostFields = 150;
    private const string FileField = "file";
    private const string ObservationField = "observation";

    /// <summary>What stands around the file in the body.</summary>
    private const long MostAround = 1024 * 1024;

    private static readonly string[] names =
    [
        FileField, "link", "upload", "indicator", "subject", ObservationField, "id", "technique", "capturedAt", "latitude", "longitude", "accuracy", "note",
        "replaces",
    ];

    private static readonly UTF8Encoding strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> fields = [];
    private readonly List<string> observations = [];
    private readonly List<Fault> faults = [];
    private IncomingFile? file;
    private (string? Name, string? MediaType) claimed;

    public async Task<SentEvidence> Read(HttpContext http, CancellationToken cancellationToken)
    {
        http.TakeLargeBody();
        Rule.Require(http.Request.ContentLength is null || http.Request.ContentLength <= settings.MaxBytes + MostAround, EvidenceErrors.FileTooLarge(settings.MaxBytes));
        var isRead = false;

        try
        {
            await ReadFields(new(BoundaryOf(http.Request), http.Request.Body), cancellationToken);
            var sent = ToEvidence();
            isRead = true;

            return sent;
        }
        finally
        {
            if (!isRead && file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType!.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : throw new BadHttpRequestException("The form has no boundary.");

    private async Task ReadFields(MultipartReader reader, CancellationToken cancellationToken)
    {
        for (var count = 1; await reader.NextSection(cancellationToken) is { } section; count++)
        {
            if (count > MostFields)
            {
                throw new InvalidRequestException([RequestErrors.TooMany.At("")]);
            }

            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
            {
                throw new BadHttpRequestException("A part of the form has no name.");
            }

            await ReadField(name, section, disposition, cancellationToken);
        }
    }

    private async Task ReadField(string name, MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        if (!names.Contains(name))
        {
            faults.Add(RequestErrors.UnknownParameter(names).At($"/{(PlainText.Check(name, PlainText.NameLength) is null ? name : "")}"));
        }
        else if (name == FileField && file is null)
        {
            claimed = (NameOf(disposition), MediaTypeOf(section));
            file = await store.Receive(BodyBytes.Of(section.Body), settings.MaxBytes, cancellationToken);
        }
        else if (name == FileField || fields.ContainsKey(name))
        {
            faults.Add(RequestErrors.Twice.At($"/{name}"));
        }
        else if (await TextOf(section, cancellationToken) is not { } text)
        {
            faults.Add(RequestErrors.Unreadable.At($"/{name}"));
        }
        else if (name == ObservationField)
        {
            observations.Add(text);
        }
        else
        {
            fields.Add(name, text);
        }
    }

    /// <summary>Browsers of old send the whole path.</summary>
    private static string? NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);

        return given.Value?.Split('/', '\\')[^1] is { Length: > 0 } name ? name : null;
    }

    private static string? MediaTypeOf(MultipartSection section) =>
        section.ContentType is not { Length: > 0 } given ? null
        : MediaTypeHeaderValue.TryParse(given, out var type) ? type.MediaType.Value
        : given;

    private static async Task<string?> TextOf(MultipartSection section, CancellationToken cancellationToken)
    {
        var source = BodyBytes.Of(section.Body);
        var buffer = new byte[LongestField + 1];
        var length = 0;

        while (length < buffer.Length && await source(buffer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;
        }

        try
        {
            return length > LongestField ? null : strictUtf8.GetString(buffer, 0, length);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: no text that could be kept.
            return null;
        }
    }

    private SentEvidence ToEvidence()
    {
        var form = new QueryReading(faults);
        var (latitude, longitude, accuracy) = (
            form.Figure("latitude", Field("latitude"), -Place.HighestLatitude, Place.HighestLatitude),
            form.Figure("longitude", Field("longitude"), -Place.HighestLongitude, Place.HighestLongitude),
            form.Figure("accuracy", Field("accuracy"), 0, Place.LeastAccuracy));
        RequireTogether(latitude, longitude, accuracy);
        RequireOneSource();
        var sent = new SentEvidence(
            form.Uuid("id", Field("id")),
            [new(new(Needed(form, "indicator"), Needed(form, "subject")), ""), .. observations.Select(Further)],
            file,
            form.Text(FileField, claimed.Name),
            claimed.MediaType,
            Field("link"),
            form.Uuid("upload", Field("upload")),
            form.OneOf<Technique>("technique", Field("technique")),
            form.Instant("capturedAt", Field("capturedAt")),
            latitude is { } north && longitude is { } east ? Place.Of(north, east, accuracy) : null,
            form.Text("note", Field("note"), PlainText.NoteLength),
            form.Uuid("replaces", Field("replaces")));
        form.Check();

        return sent;
    }

    /// <summary>An empty field is an absent one, as forms of browsers send it.</summary>
    private string? Field(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private string Needed(QueryReading form, string name)
    {
        if (Field(name) is null)
        {
            faults.Add(PlainText.Required.At($"/{name}"));
        }

        return form.Text(name, Field(name)) ?? "";
    }

    private SentObservation Further(string text, int place)
    {
        var pointer = $"/{ObservationField}/{place}";

        if (PlainText.Check(text, PlainText.NameLength) is { } error || text.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            faults.Add(RequestErrors.NotAnObservation.At(pointer));

            return new(new("", ""), pointer);
        }

        var parts = text.Split('@');

        return new(new(parts[0], parts[1]), pointer);
    }

    private void RequireTogether(decimal? latitude, decimal? longitude, decimal? accuracy)
    {
        if (latitude is null && Field("latitude") is null && (longitude ?? accuracy) is not null)
        {
            faults.Add(PlainText.Required.At("/latitude"));
        }

        if (longitude is null && Field("longitude") is null && (latitude ?? accuracy) is not null)
        {
            faults.Add(PlainText.Required.At("/longitude"));
        }
    }

    private void RequireOneSource()
    {
        var sources = (file is null ? 0 : 1) + (Field("link") is null ? 0 : 1) + (Field("upload") is null ? 0 : 1);

        if (sources != 1)
        {
            faults.Add(RequestErrors.OneSource.At(""));
        }
    }
}
