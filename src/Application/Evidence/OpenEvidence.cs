using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Returns the content of a file to callers who may read its assessment. A withheld file is never served.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record OpenEvidence(Guid AssessmentId, Guid EvidenceId) : IRequest<EvidenceContent>;

/// <param name="FileName">Safe on every operating system, with the extension of the actual content.</param>
public sealed record EvidenceContent(Stream Bytes, string MediaType, string FileName, string Sha256);

internal sealed class OpenEvidenceHandler(IComplianceDb db, IEvidenceStore store) : IRequestHandler<OpenEvidence, EvidenceContent>
{
    public async Task<EvidenceContent> Handle(OpenEvidence request, CancellationToken cancellationToken)
    {
        var id = EvidenceId.From(request.EvidenceId);
        var row = await db.EvidenceOf(AssessmentId.From(request.AssessmentId)).SingleOrDefaultAsync(each => each.Piece.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Evidence, request.EvidenceId);

        return await row.Open(store, cancellationToken);
    }
}

internal static class EvidenceOpening
{
    public static Task<EvidenceContent> Open(this EvidenceRow row, IEvidenceStore store, CancellationToken cancellationToken) =>
        store.Serve(row.File, row.Piece.FileName, $"evidence-{row.Piece.Id.Value}", cancellationToken);

    /// <summary>Returns the content of a file; throws if it is withheld.</summary>
    /// <param name="fallback">The file name if nothing usable is left of its own.</param>
    public static async Task<EvidenceContent> Serve(
        this IEvidenceStore store, EvidenceBlob? file, string? name, string fallback, CancellationToken cancellationToken)
    {
        Rule.Require(file is not null, EvidenceErrors.NoContent);
        Rule.Require(!((ScanState?)file.Scan).IsWithheld(), EvidenceErrors.Quarantined);

        return new(await store.Open(file.Sha256, cancellationToken), file.Kind.MediaType(), DownloadName.Of(name, file.Kind, fallback), file.Sha256);
    }
}
