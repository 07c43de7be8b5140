using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Submits a complete assessment to head office. An incomplete one is refused, with everything that is missing.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.SubmitAssessments)]
public sealed record SubmitAssessment(Guid Id, ExpectedVersions Version) : IRequest<AssessmentDetails>;

internal sealed class SubmitAssessmentHandler(IComplianceDb db, AssessmentChanges changes) : IRequestHandler<SubmitAssessment, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(SubmitAssessment request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.SubmitAssessments, open => Submit(open, cancellationToken), cancellationToken);

    private async Task Submit(OpenSheet open, CancellationToken cancellationToken)
    {
        var (assessment, instrument) = (open.Assessment, open.Known.Instrument);
        var summary = SheetSummary.Of(instrument, open.Sheet.Answers.Select(stored => stored.Answer));
        var blockers = await db.BlockersOf(open, cancellationToken);
        assessment.Submit(blockers.FaultsOf(instrument, assessment.Planned, summary));
        open.RevalidateConcurrentBatches();
    }
}
