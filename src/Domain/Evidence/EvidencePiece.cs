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
/// One piece of evidence of an assessment: a file or a link, and the observations that it proves. It is never
/// deleted: another piece can take its place, or it can be withdrawn, and it stays readable all the same.
/// </summary>
public sealed class EvidencePiece : IVersioned
{
    private readonly List<Observation> observations = [];

    private EvidencePiece()
    {
    }

    public EvidenceId Id { get; private init; }

    public AssessmentId AssessmentId { get; private init; }

    /// <summary>What it proves, at least one.</summary>
    public IReadOnlyList<Observation> Observations => observations;

    /// <summary>The file by its content; null for a link.</summary>
    public string? Sha256 { get; private init; }

    /// <summary>The file's name at whoever took it.</summary>
    public string? FileName { get; private init; }

    public string? Link { get; private init; }

    public Technique? Technique { get; private init; }

    /// <summary>By the clock of the device, which may be wrong: see <see cref="IsClockDoubtful"/>.</summary>
    public DateTimeOffset? CapturedAt { get; private init; }

    public GeoLocation? Place { get; private init; }

    public string? Note { get; private init; }

    public AccountId UploaderId { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>The piece whose place it takes.</summary>
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

    /// <summary>Neither replaced nor withdrawn: only what is current proves anything.</summary>
    public bool IsCurrent => ReplacedBy is null && WithdrawnAt is null;

    /// <summary>The clock of a device that was reset or never set. What it says is kept as it is.</summary>
    public bool IsClockDoubtful => CapturedAt is { } captured && DeviceClock.IsDoubtful(captured, ReceivedAt);

    /// <summary>A piece as it comes in. Whatever it replaces is no longer current from now on.</summary>
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

    /// <summary>Whether the same was offered before, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(AssessmentId assessment, EvidenceOffer offer) =>
        (AssessmentId, Sha256, FileName, Link, Technique, Place, Note, Replaces)
            == (assessment, offer.Sha256, offer.FileName, offer.Link, offer.Technique, offer.Place, offer.Note, offer.Replaces)
        && DeviceClock.AreOneInstant(CapturedAt, offer.CapturedAt)
        && observations.ToHashSet().SetEquals(offer.Observations);

    /// <summary>A verdict was about what the piece proved then, so another list awaits another verdict.</summary>
    public void Prove(IReadOnlyList<Observation> proven)
    {
        RequireCurrent();
        observations.RemoveAll(observation => !proven.Contains(observation));
        observations.AddRange(proven.Except(observations).ToList());
        (Verdict, VerdictReason, ReviewerId, ReviewedAt) = (null, null, null, null);
        Version++;
    }

    /// <param name="scan">Of the file; null for a link.</param>
    public void Review(EvidenceVerdict verdict, string? reason, ScanState? scan, AccountId reviewer, DateTimeOffset now)
    {
        RequireCurrent();
        Rule.Require(!scan.IsWithheld(), EvidenceErrors.Quarantined);
        Rule.Require(MayBeReviewedBy(reviewer), EvidenceErrors.OwnEvidence);
        Rule.Require(verdict == EvidenceVerdict.Accepted || !string.IsNullOrWhiteSpace(reason), EvidenceErrors.RejectionUnexplained);

        (Verdict, VerdictReason, ReviewerId, ReviewedAt) = (verdict, reason, reviewer, now);
        Version++;
    }

    /// <summary>Somebody else than its uploader reviews it.</summary>
    public bool MayBeReviewedBy(AccountId reviewer) => SeparationOfDuties.IsSecondPerson(reviewer, UploaderId);

    public void Withdraw(string reason, AccountId by, DateTimeOffset now)
    {
        RequireCurrent();

        (WithdrawnAt, WithdrawnBy, WithdrawalReason) = (now, by, reason);
        Version++;
    }

    /// <summary>The scanner has said something new of its file, so whoever read it before reads it again.</summary>
    public void RegisterScan() => Version++;

    /// <param name="scan">Of the file; null for a link.</param>
    public EvidenceState StateWith(ScanState? scan) => EvidenceStates.Of(Verdict, scan);

    private void RequireCurrent()
    {
        Rule.Require(ReplacedBy is null, EvidenceErrors.Replaced);
        Rule.Require(WithdrawnAt is null, EvidenceErrors.Withdrawn);
    }
}

/// <summary>Everything that whoever offers a piece of evidence says of it: a file by its content, or a link.</summary>
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
    /// <summary>How a piece stands: what is withheld proves nothing, whatever was said of it.</summary>
    public static EvidenceState Of(EvidenceVerdict? verdict, ScanState? scan) => verdict switch
    {
        _ when scan.IsWithheld() => EvidenceState.Withheld,
        EvidenceVerdict.Accepted => EvidenceState.Accepted,
        EvidenceVerdict.Rejected => EvidenceState.Rejected,
        _ => EvidenceState.Offered,
    };
}
