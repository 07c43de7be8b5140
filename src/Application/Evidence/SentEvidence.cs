using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Evidence;

/// <summary>A piece of evidence as a client sent it: exactly one of file, link and upload.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="Observations">The observations that it supports; the first one is given by the fields <c>indicator</c> and <c>subject</c>.</param>
/// <param name="MediaType">The media type that the client declared.</param>
/// <param name="Upload">The id of a completed upload.</param>
public sealed record SentEvidence(
    Guid? Id,
    IReadOnlyList<SentObservation> Observations,
    IncomingFile? File,
    string? FileName,
    string? MediaType,
    string? Link,
    Guid? Upload,
    Technique? Technique,
    DateTimeOffset? CapturedAt,
    GeoLocation? Place,
    string? Note,
    Guid? Replaces) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal EvidenceOffer ToOffer(string? sha256, string? fileName) => new(
        [.. Observations.Select(sent => sent.Observation).Distinct()],
        sha256,
        fileName,
        Link,
        Technique,
        CapturedAt,
        Place,
        Note,
        Replaces is { } replaced ? EvidenceId.From(replaced) : null);
}

/// <param name="Pointer">Its position in the request.</param>
public sealed record SentObservation(Observation Observation, string Pointer);

internal static class ObservationRules
{
    public static IEnumerable<Fault> Faults(this EvidencedAssessment about, IEnumerable<SentObservation> observations, Technique? technique)
    {
        foreach (var (observation, pointer) in observations)
        {
            if (observation.Check(about.Instrument, about.Planned) is { } fault)
            {
                yield return fault.Under(pointer);
            }
            else if (observation.Check(about.Instrument, technique) is { } error)
            {
                yield return error.At("/technique");
            }
        }
    }
}
