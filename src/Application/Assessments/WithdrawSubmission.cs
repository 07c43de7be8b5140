using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Assessments;

/// <summary>Withdraws a submitted assessment, as long as its verification has not begun.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.SubmitAssessments)]
public sealed record WithdrawSubmission(Guid Id, ExpectedVersions Version) : IRequest<AssessmentDetails>;

internal sealed class WithdrawSubmissionHandler(IComplianceDb db, AssessmentChanges changes) : IRequestHandler<WithdrawSubmission, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(WithdrawSubmission request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.SubmitAssessments, open => Withdraw(open, cancellationToken), cancellationToken);

    private async Task Withdraw(OpenSheet open, CancellationToken cancellationToken) =>
        open.Assessment.Withdraw((await db.BlockersOf(open, cancellationToken)).VerificationHasBegun);
}
