using Compliance.Application.Access;
using Compliance.Application.Agreements;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Commitments;

/// <summary>Returns the work plan of a year. Before a summary is written, it contains only the deadlines of that year.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record GetWorkPlan(Guid Agreement, int Year) : IRequest<WorkPlanDetails>;

internal sealed class GetWorkPlanHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<GetWorkPlan, WorkPlanDetails>
{
    public async Task<WorkPlanDetails> Handle(GetWorkPlan request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Agreement), cancellationToken);

        return agreement.EffectiveFrom?.Year <= request.Year && request.Year <= agreement.EffectiveTo?.Year
            ? (await db.ShowPlans(agreement, [request.Year], context.Caller, agreement.DayOf(clock.GetUtcNow()), cancellationToken))[0]
            : throw new NotFoundException(ResourceKind.WorkPlan, request.Year);
    }
}
