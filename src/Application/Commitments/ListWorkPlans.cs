using Compliance.Application.Access;
using Compliance.Application.Agreements;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Commitments;

/// <summary>Lists the work plans of an agreement, earliest year first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListWorkPlans(Guid Agreement, Paging Paging) : IRequest<Page<WorkPlanDetails>>;

internal sealed class ListWorkPlansHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ListWorkPlans, Page<WorkPlanDetails>>
{
    public async Task<Page<WorkPlanDetails>> Handle(ListWorkPlans request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Agreement), cancellationToken);
        var after = request.Paging.After?.Part<int>(0) ?? 0;
        var years = agreement is { EffectiveFrom: { } from, EffectiveTo: { } to } ? Enumerable.Range(from.Year, to.Year - from.Year + 1) : [];
        var page = years.Where(year => year > after).Take(request.Paging.Limit + 1).ToList();
        var plans = await db.ShowPlans(agreement, page, context.Caller, agreement.DayOf(clock.GetUtcNow()), cancellationToken);

        return request.Paging.Cut(plans, plan => plan, plan => new(FormattableString.Invariant($"{plan.Year}")));
    }
}
