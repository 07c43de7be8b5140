using Compliance.Application.Access;
using Compliance.Application.Agreements;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;

namespace Compliance.Application.Commitments;

/// <summary>Records the summary of the work plan that the parties adopted for a year.</summary>
/// <param name="Version">The versions that the caller has read; 0 before the first text.</param>
[Needs(Permission.ManageAgreements)]
public sealed record WriteWorkPlan(Guid Agreement, int Year, ExpectedVersions Version, string? Summary, DateOnly? AdoptedOn) : IRequest<WorkPlanDetails>;

internal sealed class WriteWorkPlanValidator : AbstractValidator<WriteWorkPlan>
{
    public WriteWorkPlanValidator()
    {
        RuleFor(request => request.Summary).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class WriteWorkPlanHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<WriteWorkPlan, WorkPlanDetails>
{
    public async Task<WorkPlanDetails> Handle(WriteWorkPlan request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Agreement), cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.ManageAgreements, agreement.Office), AccessErrors.OutsideScope);
        var plan = await db.WorkPlans.SingleOrDefaultAsync(each => each.AgreementId == agreement.Id && each.Year == request.Year, cancellationToken);
        plan.RequireVersion(request.Version);
        var (by, now) = (AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());

        if (plan is null)
        {
            db.WorkPlans.Add(WorkPlan.Write(agreement, request.Year, request.Summary!, request.AdoptedOn, by, now));
        }
        else
        {
            plan.Rewrite(agreement, request.Summary!, request.AdoptedOn, by, now);
        }

        await db.SaveChangesAsync(cancellationToken);

        return (await db.ShowPlans(agreement, [request.Year], context.Caller, agreement.DayOf(now), cancellationToken))[0];
    }
}
