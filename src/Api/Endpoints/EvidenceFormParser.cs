using Compliance.Api.Requests;
using Compliance.Application.Evidence;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;

namespace Compliance.Api.Endpoints;

/// <summary>Parses the form of a piece of evidence.</summary>
internal static class EvidenceFormParser
{
    private const string ObservationField = "observation";

    private static readonly string[] names =
    [
        "link", "upload", "indicator", "subject", ObservationField, "id", "technique", "capturedAt", "latitude", "longitude", "accuracy", "note", "replaces",
    ];

    public static Task<SentEvidence> Read(HttpContext http, IEvidenceStore store, EvidenceSettings settings, CancellationToken cancellationToken) =>
        new FileForm(store, settings, names, ObservationField).Read(http, ToEvidence, cancellationToken);

    private static SentEvidence ToEvidence(FileForm form, QueryParser reading)
    {
        var (latitude, longitude, accuracy) = (
            reading.Figure("latitude", form.Field("latitude"), -GeoLocation.HighestLatitude, GeoLocation.HighestLatitude),
            reading.Figure("longitude", form.Field("longitude"), -GeoLocation.HighestLongitude, GeoLocation.HighestLongitude),
            reading.Figure("accuracy", form.Field("accuracy"), 0, GeoLocation.LeastAccuracy));
        RequireTogether(form, latitude, longitude, accuracy);
        form.RequireOneSource("link", "upload");

        return new(
            reading.Uuid("id", form.Field("id")),
            [new(new(form.RequiredField(reading, "indicator"), form.RequiredField(reading, "subject")), ""), .. form.Repetitions.Select((text, index) => FurtherObservation(text, index, form.Faults))],
            form.File,
            reading.FileName(FileForm.FileField, form.Declared.Name),
            form.Declared.MediaType,
            form.Field("link"),
            reading.Uuid("upload", form.Field("upload")),
            reading.OneOf<Technique>("technique", form.Field("technique")),
            reading.Instant("capturedAt", form.Field("capturedAt")),
            latitude is { } north && longitude is { } east ? GeoLocation.Of(north, east, accuracy) : null,
            reading.Lines("note", form.Field("note"), PlainText.NoteLength),
            reading.Uuid("replaces", form.Field("replaces")));
    }

    private static SentObservation FurtherObservation(string text, int place, List<Fault> faults)
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

    private static void RequireTogether(FileForm form, decimal? latitude, decimal? longitude, decimal? accuracy)
    {
        if (latitude is null && form.Field("latitude") is null && (longitude ?? accuracy) is not null)
        {
            form.Faults.Add(PlainText.Required.At("/latitude"));
        }

        if (longitude is null && form.Field("longitude") is null && (latitude ?? accuracy) is not null)
        {
            form.Faults.Add(PlainText.Required.At("/longitude"));
        }
    }
}
