using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Assessments;

/// <summary>Reverses that a unit is not assessed: the assessment continues where it was.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.PlanAssessments)]
public sealed record ReopenAssessment(Guid Id, ExpectedVersions Version) : IRequest<AssessmentDetails>;

internal sealed class ReopenAssessmentHandler(AssessmentChanges changes) : IRequestHandler<ReopenAssessment, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(ReopenAssessment request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.PlanAssessments, Reopen, cancellationToken);

    private static Task Reopen(OpenSheet open)
    {
        open.Assessment.Reopen();

        return Task.CompletedTask;
    }
}
