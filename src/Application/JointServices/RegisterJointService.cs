using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>Registers a joint service. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="Host">The code of the institution that runs the place.</param>
[Needs(Permission.RunJointServices)]
public sealed record RegisterJointService(Guid? Id, JointServiceKind? Kind, string? Host, JointServiceInput Service) : IRequest<JointServiceDetails>, IRepeatable;

internal sealed class RegisterJointServiceValidator : AbstractValidator<RegisterJointService>
{
    public RegisterJointServiceValidator()
    {
        RuleFor(request => request.Kind).Required();
        RuleFor(request => request.Host).Required().Text(PlainText.CodeLength);
        this.JointService(request => request.Service);
    }
}

internal sealed class RegisterJointServiceHandler(IComplianceDb db, RequestContext context, TimeProvider clock)
    : IRequestHandler<RegisterJointService, JointServiceDetails>
{
    public async Task<JointServiceDetails> Handle(RegisterJointService request, CancellationToken cancellationToken)
    {
        var host = await db.LoadInstitutionAt(request.Host!, "/host", JointServiceErrors.Refused, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.RunJointServices, host), AccessErrors.OutsideScope);
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<JointServiceId>(request.Id, now);
        var (kind, content) = (request.Kind!.Value, request.Service.ToContent());

        var service = await db.JointServices.FindRepeated(
            each => each.Id == id, each => each.SaysTheSameAs(kind, host.Id, content), cancellationToken);

        if (service is null)
        {
            var by = context.Caller.Id is { } caller ? AccountId.From(caller) : (AccountId?)null;
            service = JointService.Register(id, kind, host, content, await db.FindSpk(content.Spk, cancellationToken), by, now);
            db.JointServices.Add(service);
            await db.SaveChangesAsync(cancellationToken);
        }

        return await db.Show(service, context.Caller, now, cancellationToken);
    }
}
