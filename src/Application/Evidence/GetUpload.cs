using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;

namespace Compliance.Application.Evidence;

/// <summary>Returns the progress of an upload.</summary>
[Needs(Permission.EnterAnswers)]
public sealed record GetUpload(Guid AssessmentId, Guid UploadId) : IRequest<UploadDetails>;

internal sealed class GetUploadHandler(IComplianceDb db, InstrumentLibrary library, IEvidenceStore store, RequestContext context, TimeProvider clock)
    : IRequestHandler<GetUpload, UploadDetails>
{
    public async Task<UploadDetails> Handle(GetUpload request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        Rule.Require(about.Assessment.MayBeAnsweredBy(context.Caller), AccessErrors.OutsideScope);
        var upload = await db.FindUpload(about.Assessment.Id, request.UploadId, clock.GetUtcNow(), cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Upload, request.UploadId);

        return UploadDetails.Of(upload, await store.LengthOf(upload.Id, cancellationToken));
    }
}
