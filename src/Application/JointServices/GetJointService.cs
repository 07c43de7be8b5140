using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.JointServices;

[Needs(Permission.ReadFollowUp)]
public sealed record GetJointService(Guid Id) : IRequest<JointServiceDetails>;

internal sealed class GetJointServiceHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<GetJointService, JointServiceDetails>
{
    public async Task<JointServiceDetails> Handle(GetJointService request, CancellationToken cancellationToken) => await db.Show(
        await db.JointServices.AsNoTracking().LoadJointService(request.Id, cancellationToken), context.Caller, clock.GetUtcNow(), cancellationToken);
}
