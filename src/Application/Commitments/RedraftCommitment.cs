using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;

namespace Compliance.Application.Commitments;

/// <summary>Replaces the content of a commitment, as long as nothing has been reported for it.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ManageAgreements)]
public sealed record RedraftCommitment(Guid Id, ExpectedVersions Version, CommitmentInput Commitment) : IRequest<CommitmentDetails>;

internal sealed class RedraftCommitmentValidator : AbstractValidator<RedraftCommitment>
{
    public RedraftCommitmentValidator() => this.Commitment(request => request.Commitment);
}

internal sealed class RedraftCommitmentHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<RedraftCommitment, CommitmentDetails>
{
    public async Task<CommitmentDetails> Handle(RedraftCommitment request, CancellationToken cancellationToken)
    {
        var (commitment, agreement) = await db.LoadCommitment(request.Id, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.ManageAgreements, agreement.Office), AccessErrors.OutsideScope);
        commitment.RequireVersion(request.Version);
        var now = clock.GetUtcNow();

        commitment.Redraft(agreement, await db.Resolve(request.Commitment, library, cancellationToken), now);
        await db.SaveChangesAsync(cancellationToken);

        return await db.Show(commitment, agreement, context.Caller, now, cancellationToken);
    }
}
