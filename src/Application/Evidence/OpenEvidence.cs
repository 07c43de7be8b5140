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
            ?? throw new NotFoundException("Evidence", request.EvidenceId);

        return await row.Open(store, cancellationToken);
    }
}

internal static class EvidenceOpening
{
    public static async Task<EvidenceContent> Open(this EvidenceRow row, IEvidenceStore store, CancellationToken cancellationToken)
    {
        Rule.Require(row.File is not null, EvidenceErrors.NoContent);
        Rule.Require(!((ScanState?)row.File.Scan).IsWithheld(), EvidenceErrors.Quarantined);

        return new(
            await store.Open(row.File.Sha256, cancellationToken),
            row.File.Kind.MediaType(),
            DownloadName.Of(row.Piece.FileName, row.File.Kind, row.Piece.Id),
            row.File.Sha256);
    }
}
