using System.Globalization;
using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.JointServices;

/// <summary>Lists the participants of a joint service, in the order in which they joined.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListParticipants(Guid Service, Language Language, Paging Paging) : IRequest<Page<ParticipantDetails>>;

internal sealed class ListParticipantsHandler(IComplianceDb db, ParticipantPresenter presenter) : IRequestHandler<ListParticipants, Page<ParticipantDetails>>
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Page<ParticipantDetails>> Handle(ListParticipants request, CancellationToken cancellationToken)
    {
        var service = await db.JointServices.AsNoTracking().LoadJointService(request.Service, cancellationToken);
        var rows = service.Participants.OrderBy(each => each.JoinedOn).ThenBy(each => each.Id.Value).AsEnumerable();

        if (request.Paging.After is { } cursor)
        {
            var after = (cursor.Part<DateOnly>(0), cursor.Part<Guid>(1));
            rows = rows.Where(each => (each.JoinedOn, each.Id.Value).CompareTo(after) > 0);
        }

        var shown = await presenter.Show(service, [.. rows.Take(request.Paging.Limit + 1)], request.Language, cancellationToken);

        return request.Paging.Cut(shown, each => each, each => new(each.JoinedOn.ToString(Day, CultureInfo.InvariantCulture), each.Id.ToString()));
    }
}
