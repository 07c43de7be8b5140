using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>The bytes of a file, for whoever may read its assessment. What is withheld is served to nobody.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record OpenEvidence(Guid AssessmentId, Guid EvidenceId) : IRequest<EvidenceContent>;

/// <param name="FileName">Safe on every system, with the ending of what the content is.</param>
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

    /// <summary>The bytes of a file that is served; what is withheld is served to nobody.</summary>
    /// <param name="fallback">What it is called where its own name cannot stand.</param>
    public static async Task<EvidenceContent> Serve(
        this IEvidenceStore store, EvidenceBlob? file, string? name, string fallback, CancellationToken cancellationToken)
    {
        Rule.Require(file is not null, EvidenceErrors.NoContent);
        Rule.Require(!((ScanState?)file.Scan).IsWithheld(), EvidenceErrors.Quarantined);

        return new(await store.Open(file.Sha256, cancellationToken), file.Kind.MediaType(), DownloadName.Of(name, file.Kind, fallback), file.Sha256);
    }
}
