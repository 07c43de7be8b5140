using System.Globalization;
using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.JointServices;

/// <summary>Lists the events of a mobile service, earliest first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListEvents(Guid Service, Paging Paging) : IRequest<Page<EventDetails>>;

internal sealed class ListEventsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListEvents, Page<EventDetails>>
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Page<EventDetails>> Handle(ListEvents request, CancellationToken cancellationToken)
    {
        var service = await db.JointServices.AsNoTracking().LoadJointService(request.Service, cancellationToken);
        var rows = service.Events.OrderBy(each => each.On).ThenBy(each => each.Id.Value).AsEnumerable();

        if (request.Paging.After is { } cursor)
        {
            var after = (cursor.Part<DateOnly>(0), cursor.Part<Guid>(1));
            rows = rows.Where(each => (each.On, each.Id.Value).CompareTo(after) > 0);
        }

        var shown = await db.ShowEvents(service, [.. rows.Take(request.Paging.Limit + 1)], context.Caller, cancellationToken);

        return request.Paging.Cut(shown, each => each, each => new(each.On.ToString(Day, CultureInfo.InvariantCulture), each.Id.ToString()));
    }
}
