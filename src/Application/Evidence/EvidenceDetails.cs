using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Evidence;

public enum EvidenceKind
{
    File,
    Link,
}

/// <summary>One piece of evidence, without its content.</summary>
/// <param name="State">Withheld if it has not been scanned yet or was found harmful; it then does not count as evidence.</param>
/// <param name="Current">Whether it is neither replaced nor withdrawn.</param>
/// <param name="Observations">The observations that it supports.</param>
/// <param name="CapturedAt">The time of the device's clock, stored as received.</param>
/// <param name="ClockDoubtful">Whether that time is implausible.</param>
/// <param name="Uploader">An e-mail address; null once the account is erased.</param>
/// <param name="Replaces">The id of the piece that it replaces.</param>
public sealed record EvidenceDetails(
    Guid Id,
    Guid Assessment,
    EvidenceKind Kind,
    EvidenceState State,
    bool Current,
    EvidenceFile? File,
    string? Link,
    IReadOnlyList<Observation> Observations,
    Technique? Technique,
    DateTimeOffset? CapturedAt,
    bool ClockDoubtful,
    GeoLocation? Place,
    string? Note,
    string? Uploader,
    DateTimeOffset ReceivedAt,
    Guid? Replaces,
    Guid? ReplacedBy,
    EvidenceReview? Review,
    EvidenceWithdrawal? Withdrawal,
    IReadOnlyList<string> AllowedActions,
    int Version);

/// <param name="Name">The original name of the file.</param>
/// <param name="MediaType">The media type, determined from the content.</param>
/// <param name="Threat">What the scanner found.</param>
public sealed record EvidenceFile(string? Name, string MediaType, long Size, string Sha256, ScanState Scan, string? Threat);

/// <param name="Reviewer">An e-mail address; null once the account is erased.</param>
public sealed record EvidenceReview(EvidenceVerdict Verdict, string? Reason, string? Reviewer, DateTimeOffset At);

public sealed record EvidenceWithdrawal(string Reason, DateTimeOffset At);

internal static class EvidenceRights
{
    public static bool EvidenceMayBeReviewedBy(this Assessment assessment, Caller caller) =>
        caller.May(Permission.ReviewEvidence, assessment.Office, assessment.Year, assessment.AssessorId);
}
