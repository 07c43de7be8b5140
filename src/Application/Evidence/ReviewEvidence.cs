using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Accepts or rejects a piece of evidence. Its uploader may not do this.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ReviewEvidence)]
public sealed record ReviewEvidence(Guid AssessmentId, Guid EvidenceId, ExpectedVersions Version, EvidenceVerdict? Verdict, string? Reason)
    : IRequest<EvidenceDetails>, IReasoned;

internal sealed class ReviewEvidenceValidator : AbstractValidator<ReviewEvidence>
{
    public ReviewEvidenceValidator()
    {
        RuleFor(request => request.Verdict).Required();
        RuleFor(request => request.Reason).Lines(PlainText.NoteLength);
    }
}

internal sealed class ReviewEvidenceHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<ReviewEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(ReviewEvidence request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        Rule.Require(about.Assessment.EvidenceMayBeReviewedBy(context.Caller), AccessErrors.OutsideScope);
        var piece = await db.LoadPiece(about.Assessment, request.EvidenceId, request.Version, cancellationToken);
        var scan = await db.EvidenceBlobs.Where(blob => blob.Sha256 == piece.Sha256).Select(blob => (ScanState?)blob.Scan).SingleOrDefaultAsync(cancellationToken);

        piece.Review(request.Verdict!.Value, request.Reason, scan, AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return await db.ReadEvidence(about.Assessment, piece.Id, context.Caller, cancellationToken);
    }
}
