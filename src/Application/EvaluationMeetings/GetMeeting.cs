using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.EvaluationMeetings;

[Needs(Permission.ReadFollowUp)]
public sealed record GetMeeting(Guid Id) : IRequest<MeetingDetails>;

internal sealed class GetMeetingHandler(IComplianceDb db, RequestContext context) : IRequestHandler<GetMeeting, MeetingDetails>
{
    public async Task<MeetingDetails> Handle(GetMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.EvaluationMeetings.AsNoTracking().LoadMeeting(request.Id, cancellationToken);
        var institution = await db.Institutions.AsNoTracking().SingleAsync(each => each.Id == meeting.InstitutionId, cancellationToken);

        return (await db.Show([meeting], institution, context.Caller, cancellationToken))[0];
    }
}
