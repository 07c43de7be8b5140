using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Replaces the assignment of one unit.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.PlanAssessments)]
public sealed record AssignAssessment(Guid Id, ExpectedVersions Version, string? Assessor, IReadOnlyList<TechniqueInput>? Techniques) : IRequest<AssessmentDetails>;

internal sealed class AssignAssessmentValidator : AbstractValidator<AssignAssessment>
{
    public AssignAssessmentValidator()
    {
        RuleFor(request => request.Assessor).Address();
        RuleForEach(request => request.Techniques).Technique();
    }
}

internal sealed class AssignAssessmentHandler(IComplianceDb db, AssessmentChanges changes) : IRequestHandler<AssignAssessment, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(AssignAssessment request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.PlanAssessments, open => Assign(open, new(request.Assessor, request.Techniques), cancellationToken), cancellationToken);

    private async Task Assign(OpenSheet open, AssignmentInput input, CancellationToken cancellationToken)
    {
        var accounts = await db.AccountsOf(input.Addresses, cancellationToken);
        MixedFaults.Refuse([.. input.Faults(accounts, open.Assessment, open.Known.Instrument)], AssessmentErrors.AssignmentRefused);
        input.Apply(open.Assessment, accounts);
    }
}
