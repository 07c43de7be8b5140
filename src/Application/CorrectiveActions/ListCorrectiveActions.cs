using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;

namespace Compliance.Application.CorrectiveActions;

/// <summary>Lists the corrective actions of an institution that the caller may see, earliest due day first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListCorrectiveActions(string Institution, CorrectiveActionStatus? Status, Paging Paging) : IRequest<Page<CorrectiveActionDetails>>;

internal sealed class ListCorrectiveActionsHandler(IComplianceDb db, RequestContext context, TimeProvider clock)
    : IRequestHandler<ListCorrectiveActions, Page<CorrectiveActionDetails>>
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Page<CorrectiveActionDetails>> Handle(ListCorrectiveActions request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var rows = db.CorrectiveActionRowsOf().Where(row => row.Action.InstitutionId == institution.Id);
        rows = request.Status is { } status ? rows.Where(row => row.Action.Status == status) : rows;

        if (request.Paging.After is { } cursor)
        {
            var (due, id) = (cursor.Part<DateOnly>(0), CorrectiveActionId.From(cursor.Part<Guid>(1)));
            rows = rows.Where(row => row.Action.DueOn > due || (row.Action.DueOn == due && row.Action.Id > id));
        }

        var page = await rows.OrderBy(row => row.Action.DueOn).ThenBy(row => row.Action.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();

        return request.Paging.Cut(
            page,
            row => row.ToDetails(context.Caller, now),
            row => new(row.Action.DueOn.ToString(Day, CultureInfo.InvariantCulture), row.Action.Id.Value.ToString()));
    }
}
