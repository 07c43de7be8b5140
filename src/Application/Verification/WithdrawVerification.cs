using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Domain.Access;

namespace Compliance.Application.Verification;

/// <summary>Withdraws a verification: the assessment is submitted again.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.VerifyAssessments)]
public sealed record WithdrawVerification(Guid Id, ExpectedVersions Version) : IRequest<AssessmentDetails>;

internal sealed class WithdrawVerificationHandler(IComplianceDb db, AssessmentChanges changes)
    : IRequestHandler<WithdrawVerification, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(WithdrawVerification request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.VerifyAssessments, open => Withdraw(open, cancellationToken), cancellationToken);

    private async Task Withdraw(OpenSheet open, CancellationToken cancellationToken)
    {
        await db.RequireBeforePlenary(open.Assessment, cancellationToken);
        open.Assessment.WithdrawVerification();
        open.RevalidateConcurrentBatches();
    }
}
