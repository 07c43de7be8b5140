using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

[Needs(Permission.ReadAssessments)]
public sealed record GetEvidence(Guid AssessmentId, Guid EvidenceId) : IRequest<EvidenceDetails>;

internal sealed class GetEvidenceHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context) : IRequestHandler<GetEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(GetEvidence request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);

        return await db.ReadEvidence(about.Assessment, EvidenceId.From(request.EvidenceId), context.Caller, cancellationToken);
    }
}
