using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Begins an upload in parts, for unreliable connections.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="Sha256">The hash of the whole file in hexadecimal; if given, it is checked at the end.</param>
[Needs(Permission.EnterAnswers)]
public sealed record BeginUpload(Guid AssessmentId, Guid? Id, string? FileName, long? Size, string? Sha256) : IRequest<UploadDetails>, IRepeatable;

/// <param name="Offset">How many bytes have arrived; the next part begins at this byte.</param>
/// <param name="Evidence">The id of the evidence that was made from the upload; null until then.</param>
public sealed record UploadDetails(
    Guid Id, Guid Assessment, string FileName, long Size, string? Sha256, long Offset, bool Complete, DateTimeOffset ExpiresAt, Guid? Evidence)
{
    internal static UploadDetails Of(EvidenceUpload upload, long offset)
    {
        // Once it has become evidence, its parts have been deleted.
        var there = upload.EvidenceId is null ? offset : upload.Size;

        return new(
            upload.Id.Value,
            upload.AssessmentId.Value,
            upload.FileName,
            upload.Size,
            upload.Sha256,
            there,
            there == upload.Size,
            upload.ExpiresAt,
            upload.EvidenceId?.Value);
    }
}

internal sealed class BeginUploadValidator : AbstractValidator<BeginUpload>
{
    public BeginUploadValidator()
    {
        RuleFor(request => request.FileName).Required().FileName(PlainText.NameLength);
        RuleFor(request => request.Size).Required();
        RuleFor(request => request.Sha256).Matches("^[0-9A-Fa-f]{64}\\z").Refuses(InputErrors.Malformed);
    }
}

internal sealed class BeginUploadHandler(IComplianceDb db, InstrumentLibrary library, IEvidenceStore store, EvidenceSettings settings, EvidenceQuotaChecks quotas, IDataDisk disk, RequestContext context, TimeProvider clock)
    : IRequestHandler<BeginUpload, UploadDetails>
{
    public async Task<UploadDetails> Handle(BeginUpload request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        about.RequireIntakeBy(context.Caller);
        Rule.Require(request.Size > 0, EvidenceErrors.FileEmpty);
        Rule.Require(request.Size <= settings.MaxBytes, EvidenceErrors.FileTooLarge(settings.MaxBytes));
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<UploadId>(request.Id, now);
        var upload = new EvidenceUpload(
            id, about.Assessment.Id, request.FileName!, request.Size.Value, request.Sha256?.ToLowerInvariant(), AccountId.From(context.Caller.Id!.Value), now, now + settings.UploadLife);

        if (await db.EvidenceUploads.FindRepeated(each => each.Id == id, each => each.SaysTheSameAs(upload), cancellationToken) is { } existing)
        {
            return UploadDetails.Of(existing, await store.LengthOf(id, cancellationToken));
        }

        disk.RequireRoomFor(upload.Size);
        await quotas.RequireUpload(about.Assessment.Id, upload.Size, cancellationToken);
        db.EvidenceUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);

        return UploadDetails.Of(upload, offset: 0);
    }
}
