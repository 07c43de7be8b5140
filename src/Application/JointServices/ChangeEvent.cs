using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;

namespace Compliance.Application.JointServices;

/// <summary>Replaces the content of an event: to move it, record how it went, or cancel it.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.RunJointServices)]
public sealed record ChangeEvent(Guid Service, Guid Id, ExpectedVersions Version, EventInput Event) : IRequest<EventDetails>;

internal sealed class ChangeEventValidator : AbstractValidator<ChangeEvent>
{
    public ChangeEventValidator() => this.Event(request => request.Event);
}

internal sealed class ChangeEventHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ChangeEvent, EventDetails>
{
    public async Task<EventDetails> Handle(ChangeEvent request, CancellationToken cancellationToken)
    {
        var service = await db.LoadJointServiceFor(request.Service, context.Caller, cancellationToken);
        var changed = service.Events.FirstOrDefault(each => each.Id.Value == request.Id) ?? throw new NotFoundException(ResourceKind.ServiceEvent, request.Id);
        changed.RequireVersion(request.Version);
        var content = request.Event.ToContent();

        service.Change(changed, content, await db.Regions.FindRegion(content.Place, cancellationToken), service.DayOf(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);

        return (await db.ShowEvents(service, [changed], context.Caller, cancellationToken))[0];
    }
}
