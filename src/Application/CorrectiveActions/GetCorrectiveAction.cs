using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;

namespace Compliance.Application.CorrectiveActions;

[Needs(Permission.ReadFollowUp)]
public sealed record GetCorrectiveAction(Guid Id) : IRequest<CorrectiveActionDetails>;

internal sealed class GetCorrectiveActionHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<GetCorrectiveAction, CorrectiveActionDetails>
{
    public Task<CorrectiveActionDetails> Handle(GetCorrectiveAction request, CancellationToken cancellationToken) =>
        db.ReadCorrectiveAction(CorrectiveActionId.From(request.Id), context.Caller, clock.GetUtcNow(), cancellationToken);
}
