using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Appends a part of any length to an upload. If the connection breaks, the bytes that arrived are kept.</summary>
/// <param name="Length">The length of the part, if declared.</param>
/// <param name="Total">The size of the whole file according to the client.</param>
[Needs(Permission.EnterAnswers)]
public sealed record AppendToUpload(Guid AssessmentId, Guid UploadId, long Offset, long? Length, long? Total, ByteSource Part) : IRequest<UploadDetails>;

internal sealed class AppendToUploadHandler(IComplianceDb db, InstrumentLibrary library, IEvidenceStore store, IDataDisk disk, RequestContext context, TimeProvider clock)
    : IRequestHandler<AppendToUpload, UploadDetails>
{
    public async Task<UploadDetails> Handle(AppendToUpload request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        about.RequireIntakeBy(context.Caller);
        var upload = await db.FindUpload(about.Assessment.Id, request.UploadId, clock.GetUtcNow(), cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Upload, request.UploadId);
        upload.RequireRoomFor(request.Offset, request.Length, request.Total);
        disk.RequireRoomFor(request.Length ?? 0);
        var offset = await store.Append(upload.Id, request.Offset, request.Length ?? upload.Size - request.Offset, request.Part, cancellationToken);

        if (offset == upload.Size && upload.Sha256 is not null && await HashOf(upload, cancellationToken) != upload.Sha256)
        {
            await store.Discard(upload.Id);

            throw new DomainException(EvidenceErrors.Sha256Differs);
        }

        return UploadDetails.Of(upload, offset);
    }

    private async Task<string> HashOf(EvidenceUpload upload, CancellationToken cancellationToken)
    {
        await using var whole = await store.Open(upload.Id, cancellationToken);

        return await Digest.Of(whole, cancellationToken);
    }
}
