using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Commitments;

[Needs(Permission.ReadFollowUp)]
public sealed record GetCommitment(Guid Id) : IRequest<CommitmentDetails>;

internal sealed class GetCommitmentHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<GetCommitment, CommitmentDetails>
{
    public async Task<CommitmentDetails> Handle(GetCommitment request, CancellationToken cancellationToken)
    {
        var (commitment, agreement) = await db.LoadCommitment(request.Id, cancellationToken);

        return await db.Show(commitment, agreement, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}
