using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Results;

namespace Compliance.Application.Assessments;

/// <summary>Records that a unit is not assessed in its cycle, and why. Its answers are kept.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.PlanAssessments)]
public sealed record MarkNotAssessed(Guid Id, ExpectedVersions Version, NotAssessedReason? Reason, string? Note) : IRequest<AssessmentDetails>;

internal sealed class MarkNotAssessedValidator : AbstractValidator<MarkNotAssessed>
{
    public MarkNotAssessedValidator()
    {
        RuleFor(request => request.Reason).Required();
        RuleFor(request => request.Note).Lines(PlainText.NoteLength);
    }
}

internal sealed class MarkNotAssessedHandler(AssessmentChanges changes) : IRequestHandler<MarkNotAssessed, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(MarkNotAssessed request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.PlanAssessments, open => Mark(open, request), cancellationToken);

    private static Task Mark(OpenSheet open, MarkNotAssessed request)
    {
        open.Assessment.MarkNotAssessed(request.Reason!.Value, request.Note);
        open.RevalidateConcurrentBatches();

        return Task.CompletedTask;
    }
}
