using Compliance.Domain.Instruments;

namespace Compliance.Api.Endpoints;

/// <summary>The fields of a piece of evidence. Exactly one of file, link and upload is required.</summary>
/// <param name="Link">An absolute http or https address.</param>
/// <param name="Upload">The id of a completed upload.</param>
/// <param name="Observation">Further observations that it supports, as <c>indicator@subject</c>; can be repeated.</param>
/// <param name="Technique">A technique of the indicators.</param>
/// <param name="CapturedAt">The time of the device's clock.</param>
/// <param name="Accuracy">In metres.</param>
/// <param name="Replaces">The id of the piece that it replaces.</param>
internal sealed record EvidenceForm(
    IFormFile? File,
    string? Link,
    Guid? Upload,
    string Indicator,
    string Subject,
    IReadOnlyList<string>? Observation,
    Guid? Id,
    Technique? Technique,
    DateTimeOffset? CapturedAt,
    decimal? Latitude,
    decimal? Longitude,
    decimal? Accuracy,
    string? Note,
    Guid? Replaces);
