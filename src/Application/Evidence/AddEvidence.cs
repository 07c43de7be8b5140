using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Adds a file or a link to an assessment.</summary>
/// <param name="Read">Reads the request body; called only after the caller's permission has been checked.</param>
[Needs(Permission.EnterAnswers)]
public sealed record AddEvidence(Guid AssessmentId, Func<CancellationToken, Task<SentEvidence>> Read) : IRequest<EvidenceDetails>;

internal sealed class AddEvidenceHandler(IComplianceDb db, InstrumentLibrary library, EvidenceIntake intake, EvidenceQuotaChecks quotas, RequestContext context, TimeProvider clock)
    : IRequestHandler<AddEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(AddEvidence request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        about.RequireIntakeBy(context.Caller);
        await using var sent = await request.Read(cancellationToken);
        var upload = await UploadOf(sent, about.Assessment, cancellationToken);
        var replaced = await IsThere(sent.Replaces, about.Assessment, cancellationToken);
        Rule.RequireNone([.. Faults(sent, about, upload, replaced)], EvidenceErrors.Refused);

        return await db.ReadEvidence(about.Assessment, await Add(sent, upload, about.Assessment, cancellationToken), context.Caller, cancellationToken);
    }

    private static IEnumerable<Fault> Faults(SentEvidence sent, EvidencedAssessment about, EvidenceUpload? upload, bool replaced)
    {
        foreach (var fault in about.Faults(sent.Observations, sent.Technique))
        {
            yield return fault;
        }

        if (sent.Link is { } link && EvidenceLink.Check(link) is { } error)
        {
            yield return error.At("/link");
        }

        if (sent.Upload is not null && upload is null)
        {
            yield return EvidenceErrors.UnknownUpload.At("/upload");
        }

        if (!replaced)
        {
            yield return EvidenceErrors.UnknownEvidence.At("/replaces");
        }
    }

    private async Task<EvidenceId> Add(SentEvidence sent, EvidenceUpload? upload, Assessment assessment, CancellationToken cancellationToken)
    {
        // An upload becomes one piece of evidence and stores its id, so a repeated request needs no bytes.
        if (upload?.EvidenceId is { } made)
        {
            var piece = await db.Evidence.IgnoreQueryFilters().AsNoTracking().SingleAsync(each => each.Id == made, cancellationToken);
            Rule.Require(sent.Id is null || sent.Id == made.Value, EvidenceErrors.UploadFinished);
            Rule.Require(piece.SaysTheSameAs(assessment.Id, sent.ToOffer(piece.Sha256, upload.FileName)), EvidenceErrors.UploadFinished);

            return made;
        }

        await using var whole = upload is null ? null : await intake.Receive(upload, cancellationToken);
        var file = whole ?? sent.File;
        var fileName = upload?.FileName ?? sent.FileName;
        var kind = file is null ? (ContentKind?)null : EvidenceIntake.Recognise(file, sent.MediaType, fileName);
        var id = EntityId.GivenOrNew<EvidenceId>(sent.Id, clock.GetUtcNow());
        var offer = sent.ToOffer(file?.Sha256, fileName);

        if (await IsRepeated(id, assessment, offer, cancellationToken))
        {
            return id;
        }

        await quotas.RequireRoom(assessment.Id, file?.Size ?? 0, upload?.Id, cancellationToken);
        var verdict = file is null ? null : await intake.Keep(file, await db.FindBlob(file.Sha256, cancellationToken), cancellationToken);
        var blob = file is null ? null : new EvidenceBlob(file.Sha256, file.Size, kind!.Value, clock.GetUtcNow());
        await db.RetryOnConflict(ConflictRetries.UsualAttempts, () => Store(id, assessment, offer, blob, verdict, upload?.Id, cancellationToken));

        if (upload is not null)
        {
            await db.AfterCommit(() => intake.Discard(upload));
        }

        return id;
    }

    private async Task Store(
        EvidenceId id, Assessment assessment, EvidenceOffer offer, EvidenceBlob? received, ScanVerdict? verdict, UploadId? upload, CancellationToken cancellationToken)
    {
        if (await IsRepeated(id, assessment, offer, cancellationToken))
        {
            return;
        }

        await quotas.RequireRoom(assessment.Id, received?.Size ?? 0, upload, cancellationToken);
        var now = clock.GetUtcNow();
        var replaced = offer.Replaces is { } old ? await db.Evidence.SingleAsync(each => each.Id == old, cancellationToken) : null;

        if (received is not null)
        {
            await db.Keep(received, verdict, now, cancellationToken);
        }

        if (upload is { } finished)
        {
            (await db.EvidenceUploads.SingleAsync(each => each.Id == finished, cancellationToken)).CompleteAs(id);
        }

        db.Evidence.Add(EvidencePiece.Offer(id, assessment.Id, offer, replaced, AccountId.From(context.Caller.Id!.Value), now));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> IsRepeated(EvidenceId id, Assessment assessment, EvidenceOffer offer, CancellationToken cancellationToken) =>
        await db.Evidence.FindRepeated(each => each.Id == id, each => each.SaysTheSameAs(assessment.Id, offer), cancellationToken) is not null;

    private async Task<EvidenceUpload?> UploadOf(SentEvidence sent, Assessment assessment, CancellationToken cancellationToken) =>
        sent.Upload is { } id ? await db.FindUpload(assessment.Id, id, clock.GetUtcNow(), cancellationToken) : null;

    private async Task<bool> IsThere(Guid? piece, Assessment assessment, CancellationToken cancellationToken) =>
        piece is not { } given || await db.Evidence.AnyAsync(each => each.Id == EvidenceId.From(given) && each.AssessmentId == assessment.Id, cancellationToken);
}
