using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.SecondScorings;

/// <summary>Returns the content of an evidence file for the second scorer. A withheld file is never served.</summary>
[Needs(Permission.ScoreSecond)]
public sealed record OpenSecondScoringEvidence(Guid Id, Guid EvidenceId) : IRequest<EvidenceContent>;

internal sealed class OpenSecondScoringEvidenceHandler(IComplianceDb db, IEvidenceStore store, RequestContext context)
    : IRequestHandler<OpenSecondScoringEvidence, EvidenceContent>
{
    public async Task<EvidenceContent> Handle(OpenSecondScoringEvidence request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadOwnSecondScoring(request.Id, null, context.Caller, cancellationToken);
        var id = EvidenceId.From(request.EvidenceId);
        var row = await db.EvidenceOf(scoring.AssessmentId).IgnoreQueryFilters().SingleOrDefaultAsync(each => each.Piece.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Evidence, request.EvidenceId);

        return await row.Open(store, cancellationToken);
    }
}
