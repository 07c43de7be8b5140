using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>Plans an event of a mobile service, or records a past one. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.RunJointServices)]
public sealed record PlanEvent(Guid Service, Guid? Id, EventInput Event) : IRequest<EventDetails>, IRepeatable;

internal sealed class PlanEventValidator : AbstractValidator<PlanEvent>
{
    public PlanEventValidator() => this.Event(request => request.Event);
}

internal sealed class PlanEventHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<PlanEvent, EventDetails>
{
    public async Task<EventDetails> Handle(PlanEvent request, CancellationToken cancellationToken)
    {
        var service = await db.LoadJointServiceFor(request.Service, context.Caller, cancellationToken);
        var now = clock.GetUtcNow();
        var (content, id) = (request.Event.ToContent(), EntityId.GivenOrNew<ServiceEventId>(request.Id, now));
        var planned = service.Events.FirstOrDefault(each => each.Id == id);

        if (planned is null)
        {
            Rule.Require(
                !await db.JointServices.IgnoreQueryFilters().AnyAsync(each => each.Events.Any(other => other.Id == id), cancellationToken),
                ConcurrencyErrors.IdTaken);
            planned = service.Plan(id, content, await db.Regions.FindRegion(content.Place, cancellationToken), service.DayOf(now));
            await db.SaveChangesAsync(cancellationToken);
        }
        else
        {
            Rule.Require(planned.SaysTheSameAs(content), ConcurrencyErrors.IdTaken);
        }

        return (await db.ShowEvents(service, [planned], context.Caller, cancellationToken))[0];
    }
}
