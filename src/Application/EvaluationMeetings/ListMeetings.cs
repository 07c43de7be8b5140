using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.EvaluationMeetings;

namespace Compliance.Application.EvaluationMeetings;

/// <summary>Lists the evaluation meetings of an institution that the caller may see, newest first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListMeetings(string Institution, Paging Paging) : IRequest<Page<MeetingDetails>>;

internal sealed class ListMeetingsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListMeetings, Page<MeetingDetails>>
{
    public async Task<Page<MeetingDetails>> Handle(ListMeetings request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var meetings = db.EvaluationMeetings.AsNoTracking().Where(meeting => meeting.InstitutionId == institution.Id);

        if (request.Paging.After is { } cursor)
        {
            var (on, id) = (cursor.Part<DateOnly>(0), EvaluationMeetingId.From(cursor.Part<Guid>(1)));
            meetings = meetings.Where(meeting => meeting.On < on || (meeting.On == on && meeting.Id > id));
        }

        var page = await meetings.OrderByDescending(meeting => meeting.On).ThenBy(meeting => meeting.Id)
            .Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var shown = await db.Show(page, institution, context.Caller, cancellationToken);

        return request.Paging.Cut(
            shown, each => each, each => new(each.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), each.Id.ToString()));
    }
}
