using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.JointServices;

/// <summary>Replaces the content of a joint service; also opens and closes it.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.RunJointServices)]
public sealed record ChangeJointService(Guid Id, ExpectedVersions Version, JointServiceInput Service) : IRequest<JointServiceDetails>;

internal sealed class ChangeJointServiceValidator : AbstractValidator<ChangeJointService>
{
    public ChangeJointServiceValidator() => this.JointService(request => request.Service);
}

internal sealed class ChangeJointServiceHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ChangeJointService, JointServiceDetails>
{
    public async Task<JointServiceDetails> Handle(ChangeJointService request, CancellationToken cancellationToken)
    {
        var service = await db.LoadJointServiceFor(request.Id, context.Caller, cancellationToken);
        service.RequireVersion(request.Version);
        var content = request.Service.ToContent();

        service.Change(content, await db.FindSpk(content.Spk, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);

        return await db.Show(service, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}
