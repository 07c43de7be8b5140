using Compliance.Domain.Instruments;

namespace Compliance.Api.Endpoints;

/// <summary>The fields of a piece of evidence. Exactly one of file, link and upload is given.</summary>
/// <param name="Link">An absolute http or https address.</param>
/// <param name="Upload">The id of an upload that has come to its end.</param>
/// <param name="Observation">Further observations that it proves, as <c>indicator@subject</c>; repeated.</param>
/// <param name="Technique">One that the indicators declare.</param>
/// <param name="CapturedAt">By the clock of the device.</param>
/// <param name="Accuracy">In metres.</param>
/// <param name="Replaces">The id of the piece whose place it takes.</param>
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
