using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>Lists the joint services that the caller may see, in order of registration.</summary>
/// <param name="Institution">The code of the host or of a participant.</param>
[Needs(Permission.ReadFollowUp)]
public sealed record ListJointServices(string? Institution, JointServiceKind? Kind, string? Office, Paging Paging) : IRequest<Page<JointServiceDetails>>;

internal sealed class ListJointServicesHandler(IComplianceDb db, RequestContext context, TimeProvider clock)
    : IRequestHandler<ListJointServices, Page<JointServiceDetails>>
{
    public async Task<Page<JointServiceDetails>> Handle(ListJointServices request, CancellationToken cancellationToken)
    {
        var services = db.JointServices.AsNoTracking();
        services = request.Kind is { } kind ? services.Where(each => each.Kind == kind) : services;
        services = request.Office is { } office ? services.Where(each => each.Office == office) : services;

        if (request.Institution is { } code)
        {
            var id = (await db.Institutions.LoadByCode(code, cancellationToken)).Id;
            services = services.Where(each => each.HostId == id || each.Participants.Any(participant => participant.InstitutionId == id));
        }

        if (request.Paging.After is { } cursor)
        {
            var after = JointServiceId.From(cursor.Part<Guid>(0));
            services = services.Where(each => each.Id > after);
        }

        var rows = await services.OrderBy(each => each.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var shown = await db.Show(rows, context.Caller, clock.GetUtcNow(), cancellationToken);

        return request.Paging.Cut(shown, each => each, each => new(each.Id.ToString()));
    }
}
