using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Evidence;

public readonly record struct EvidenceId(Guid Value) : IEntityId<EvidenceId>
{
    public static EvidenceId From(Guid value) => new(value);

    public static bool operator <(EvidenceId left, EvidenceId right) => left.Value < right.Value;

    public static bool operator >(EvidenceId left, EvidenceId right) => left.Value > right.Value;
}

public enum EvidenceVerdict
{
    Accepted,
    Rejected,
}

/// <summary>
/// One piece of evidence of an assessment: a file or a link, and the observations that it supports. It is never
/// deleted: it can be replaced or withdrawn, and stays readable in either case.
/// </summary>
public sealed class EvidencePiece : IVersioned
{
    private readonly List<Observation> observations = [];

    private EvidencePiece()
    {
    }

    public EvidenceId Id { get; private init; }

    public AssessmentId AssessmentId { get; private init; }

    /// <summary>The observations that it supports, at least one.</summary>
    public IReadOnlyList<Observation> Observations => observations;

    /// <summary>SHA-256 of the file's content; null for a link.</summary>
    public string? Sha256 { get; private init; }

    /// <summary>The file's name on the device of the uploader.</summary>
    public string? FileName { get; private init; }

    public string? Link { get; private init; }

    public Technique? Technique { get; private init; }

    /// <summary>By the clock of the device, which may be wrong; see <see cref="IsClockDoubtful"/>.</summary>
    public DateTimeOffset? CapturedAt { get; private init; }

    public GeoLocation? Place { get; private init; }

    public string? Note { get; private init; }

    public AccountId UploaderId { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>The piece that it replaces.</summary>
    public EvidenceId? Replaces { get; private init; }

    public EvidenceId? ReplacedBy { get; private set; }

    public EvidenceVerdict? Verdict { get; private set; }

    public string? VerdictReason { get; private set; }

    public AccountId? ReviewerId { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public AccountId? WithdrawnBy { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Whether it is neither replaced nor withdrawn; only a current piece counts as evidence.</summary>
    public bool IsCurrent => ReplacedBy is null && WithdrawnAt is null;

    /// <summary>Whether the clock of the device was probably wrong. The reported time is stored unchanged.</summary>
    public bool IsClockDoubtful => CapturedAt is { } captured && DeviceClock.IsDoubtful(captured, ReceivedAt);

    /// <summary>Adds a new piece. The piece that it replaces is no longer current.</summary>
    public static EvidencePiece Offer(EvidenceId id, AssessmentId assessment, EvidenceOffer offer, EvidencePiece? replaced, AccountId uploader, DateTimeOffset now)
    {
        replaced?.RequireCurrent();
        var piece = new EvidencePiece
        {
            Id = id,
            AssessmentId = assessment,
            Sha256 = offer.Sha256,
            FileName = offer.FileName,
            Link = offer.Link,
            Technique = offer.Technique,
            CapturedAt = offer.CapturedAt,
            Place = offer.Place,
            Note = offer.Note,
            Replaces = offer.Replaces,
            UploaderId = uploader,
            ReceivedAt = now,
        };
        piece.observations.AddRange(offer.Observations);

        if (replaced is not null)
        {
            replaced.ReplacedBy = id;
            replaced.Version++;
        }

        return piece;
    }

    /// <summary>Whether it has the same content, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(AssessmentId assessment, EvidenceOffer offer) =>
        (AssessmentId, Sha256, FileName, Link, Technique, Place, Note, Replaces)
            == (assessment, offer.Sha256, offer.FileName, offer.Link, offer.Technique, offer.Place, offer.Note, offer.Replaces)
        && DeviceClock.AreOneInstant(CapturedAt, offer.CapturedAt)
        && observations.ToHashSet().SetEquals(offer.Observations);

    /// <summary>Replaces the observations. This resets the verdict, which was about the earlier ones.</summary>
    public void Prove(IReadOnlyList<Observation> proven)
    {
        RequireCurrent();
        observations.RemoveAll(observation => !proven.Contains(observation));
        observations.AddRange(proven.Except(observations).ToList());
        (Verdict, VerdictReason, ReviewerId, ReviewedAt) = (null, null, null, null);
        Version++;
    }

    /// <param name="scan">The scan state of the file; null for a link.</param>
    public void Review(EvidenceVerdict verdict, string? reason, ScanState? scan, AccountId reviewer, DateTimeOffset now)
    {
        RequireCurrent();
        Rule.Require(!scan.IsWithheld(), EvidenceErrors.Quarantined);
        Rule.Require(MayBeReviewedBy(reviewer), EvidenceErrors.OwnEvidence);
        Rule.Require(verdict == EvidenceVerdict.Accepted || !string.IsNullOrWhiteSpace(reason), EvidenceErrors.RejectionUnexplained);

        (Verdict, VerdictReason, ReviewerId, ReviewedAt) = (verdict, reason, reviewer, now);
        Version++;
    }

    /// <summary>Whether the reviewer is not the uploader.</summary>
    public bool MayBeReviewedBy(AccountId reviewer) => SeparationOfDuties.IsSecondPerson(reviewer, UploaderId);

    public void Withdraw(string reason, AccountId by, DateTimeOffset now)
    {
        RequireCurrent();

        (WithdrawnAt, WithdrawnBy, WithdrawalReason) = (now, by, reason);
        Version++;
    }

    /// <summary>Increases the version because the scan state of its file changed, so that clients read it again.</summary>
    public void RegisterScan() => Version++;

    /// <param name="scan">The scan state of the file; null for a link.</param>
    public EvidenceState StateWith(ScanState? scan) => EvidenceStates.Of(Verdict, scan);

    private void RequireCurrent()
    {
        Rule.Require(ReplacedBy is null, EvidenceErrors.Replaced);
        Rule.Require(WithdrawnAt is null, EvidenceErrors.Withdrawn);
    }
}

/// <summary>A piece of evidence as it is submitted: a file, identified by its content, or a link.</summary>
public sealed record EvidenceOffer(
    IReadOnlyList<Observation> Observations,
    string? Sha256,
    string? FileName,
    string? Link,
    Technique? Technique,
    DateTimeOffset? CapturedAt,
    GeoLocation? Place,
    string? Note,
    EvidenceId? Replaces);

public static class EvidenceStates
{
    /// <summary>The state of a piece: while its file is withheld it does not count as evidence, whatever the verdict.</summary>
    public static EvidenceState Of(EvidenceVerdict? verdict, ScanState? scan) => verdict switch
    {
        _ when scan.IsWithheld() => EvidenceState.Withheld,
        EvidenceVerdict.Accepted => EvidenceState.Accepted,
        EvidenceVerdict.Rejected => EvidenceState.Rejected,
        _ => EvidenceState.Offered,
    };
}
