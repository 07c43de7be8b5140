using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Evidence;

public static class EvidenceRows
{
    /// <summary>
    /// Returns the observations that current evidence supports, by assessment: each piece that is neither replaced nor
    /// withdrawn, with its state.
    /// </summary>
    public static async Task<ILookup<AssessmentId, EvidencedObservation>> EvidencedObservations(
        this IComplianceDb db, IReadOnlyCollection<AssessmentId> assessments, CancellationToken cancellationToken)
    {
        var rows = await (
            from piece in db.Evidence.AsNoTracking()
            join blob in db.EvidenceBlobs on piece.Sha256 equals blob.Sha256 into files
            from file in files.DefaultIfEmpty()
            where assessments.Contains(piece.AssessmentId) && piece.ReplacedBy == null && piece.WithdrawnAt == null
            from observation in piece.Observations
            select new { piece.AssessmentId, observation.Indicator, observation.Subject, piece.Verdict, Scan = file == null ? (ScanState?)null : file.Scan })
            .ToListAsync(cancellationToken);

        return rows.ToLookup(
            row => row.AssessmentId, row => new EvidencedObservation(row.Indicator, row.Subject, EvidenceStates.Of(row.Verdict, row.Scan)));
    }

    /// <summary>Returns the evidence of one assessment with the data to show it.</summary>
    internal static IQueryable<EvidenceRow> EvidenceOf(this IComplianceDb db, AssessmentId assessment) =>
        from piece in db.Evidence.AsNoTracking()
        join blob in db.EvidenceBlobs on piece.Sha256 equals blob.Sha256 into files
        from file in files.DefaultIfEmpty()
        join uploader in db.Accounts on piece.UploaderId equals uploader.Id
        join account in db.Accounts on piece.ReviewerId equals (AccountId?)account.Id into reviewers
        from reviewer in reviewers.DefaultIfEmpty()
        where piece.AssessmentId == assessment
        select new EvidenceRow { Piece = piece, File = file, Uploader = uploader.Email, Reviewer = reviewer == null ? null : reviewer.Email };

    internal static async Task<EvidenceDetails> ReadEvidence(
        this IComplianceDb db, Assessment assessment, EvidenceId id, Caller caller, CancellationToken cancellationToken)
    {
        var row = await db.EvidenceOf(assessment.Id).SingleOrDefaultAsync(each => each.Piece.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Evidence, id.Value);

        return row.ToDetails(assessment, caller);
    }

    /// <summary>Loads the assessment of existing or new evidence.</summary>
    internal static async Task<EvidencedAssessment> LoadForEvidence(
        this IComplianceDb db, InstrumentLibrary library, Guid assessmentId, CancellationToken cancellationToken)
    {
        var id = AssessmentId.From(assessmentId);
        var row = await (
            from assessment in db.Assessments.AsNoTracking()
            join cycle in db.Cycles on assessment.CycleId equals cycle.Id
            where assessment.Id == id
            select new { assessment, cycle.Instrument }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Assessment, assessmentId);
        var known = await library.Get(db, row.Instrument, cancellationToken);

        return new(row.assessment, known.Instrument, row.assessment.Planned);
    }

    /// <summary>Loads a piece of evidence to change it. Refuses another version than the caller has read.</summary>
    internal static async Task<EvidencePiece> LoadPiece(
        this IComplianceDb db, Assessment assessment, Guid evidenceId, ExpectedVersions version, CancellationToken cancellationToken)
    {
        var id = EvidenceId.From(evidenceId);
        var piece = await db.Evidence.SingleOrDefaultAsync(each => each.Id == id && each.AssessmentId == assessment.Id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Evidence, evidenceId);
        piece.RequireVersion(version);

        return piece;
    }

    /// <summary>Records the verdict of a scan for these bytes and for every piece that uses them, even those that the caller may not see.</summary>
    internal static async Task RecordScan(this IComplianceDb db, EvidenceBlob blob, ScanVerdict verdict, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!blob.RecordScan(verdict, now))
        {
            return;
        }

        foreach (var piece in await db.Evidence.IgnoreQueryFilters().Where(each => each.Sha256 == blob.Sha256).ToListAsync(cancellationToken))
        {
            piece.RegisterScan();
        }
    }

    internal static Task<EvidenceBlob?> FindBlob(this IComplianceDb db, string sha256, CancellationToken cancellationToken) =>
        db.EvidenceBlobs.AsNoTracking().SingleOrDefaultAsync(each => each.Sha256 == sha256, cancellationToken);

    /// <summary>Records received bytes, unless the same ones are already recorded, with the new verdict of the scanner.</summary>
    internal static async Task Keep(
        this IComplianceDb db, EvidenceBlob received, ScanVerdict? verdict, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var blob = await db.EvidenceBlobs.SingleOrDefaultAsync(each => each.Sha256 == received.Sha256, cancellationToken) ?? db.EvidenceBlobs.Add(received).Entity;
        await db.RecordScan(blob, verdict ?? new(blob.Scan), now, cancellationToken);
    }

    /// <summary>Returns the upload if it has not expired.</summary>
    internal static Task<EvidenceUpload?> FindUpload(
        this IComplianceDb db, AssessmentId assessment, Guid uploadId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = UploadId.From(uploadId);

        return db.EvidenceUploads.SingleOrDefaultAsync(each => each.Id == id && each.AssessmentId == assessment && each.ExpiresAt > now, cancellationToken);
    }
}

/// <param name="Planned">How many subjects of each kind are observed.</param>
internal sealed record EvidencedAssessment(Assessment Assessment, Instrument Instrument, PlannedSubjects Planned)
{
    /// <summary>New evidence is accepted whenever answers are.</summary>
    public void RequireIntakeBy(Caller caller)
    {
        Rule.Require(Assessment.MayBeAnsweredBy(caller), AccessErrors.OutsideScope);
        Rule.Require(Assessment.Status.Allows(AssessmentAction.PutAnswers), AssessmentErrors.StatusForbids(Assessment.Status));
    }

    /// <summary>Existing evidence can be changed only during field work: a submission relies on it.</summary>
    public void RequireChangeBy(Caller caller)
    {
        Rule.Require(Assessment.MayBeAnsweredBy(caller), AccessErrors.OutsideScope);
        Rule.Require(Assessment.Status.IsFieldWork(), AssessmentErrors.StatusForbids(Assessment.Status));
    }
}

internal sealed record EvidenceRow
{
    public required EvidencePiece Piece { get; init; }

    public required EvidenceBlob? File { get; init; }

    public required string? Uploader { get; init; }

    public required string? Reviewer { get; init; }

    public EvidenceDetails ToDetails(Assessment assessment, Caller caller) => new(
        Piece.Id.Value,
        Piece.AssessmentId.Value,
        Piece.Link is null ? EvidenceKind.File : EvidenceKind.Link,
        Piece.StateWith(File?.Scan),
        Piece.IsCurrent,
        File is null ? null : new(Piece.FileName, File.Kind.MediaType(), File.Size, File.Sha256, File.Scan, File.Threat),
        Piece.Link,
        [.. Piece.Observations.OrderBy(each => each.Indicator, StringComparer.Ordinal).ThenBy(each => each.Subject, StringComparer.Ordinal)],
        Piece.Technique,
        Piece.CapturedAt,
        Piece.IsClockDoubtful,
        Piece.Place,
        Piece.Note,
        Uploader,
        Piece.ReceivedAt,
        Piece.Replaces?.Value,
        Piece.ReplacedBy?.Value,
        Piece is { Verdict: { } verdict, ReviewedAt: { } reviewed } ? new(verdict, Piece.VerdictReason, Reviewer, reviewed) : null,
        Piece is { WithdrawalReason: { } reason, WithdrawnAt: { } withdrawn } ? new(reason, withdrawn) : null,
        [.. AllowedActions(assessment, caller)],
        Piece.Version);

    private IEnumerable<string> AllowedActions(Assessment assessment, Caller caller)
    {
        if (Piece.IsCurrent && assessment.Status.IsFieldWork() && assessment.MayBeAnsweredBy(caller))
        {
            yield return "putEvidenceObservations";
            yield return "withdrawEvidence";
        }

        if (Piece.IsCurrent
            && !(File?.Scan).IsWithheld()
            && caller.Id is { } id && Piece.MayBeReviewedBy(AccountId.From(id))
            && assessment.EvidenceMayBeReviewedBy(caller))
        {
            yield return "reviewEvidence";
        }
    }
}
