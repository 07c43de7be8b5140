using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.EvaluationMeetings;

namespace Compliance.Application.EvaluationMeetings;

/// <summary>Replaces the record of a meeting.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.RecordMeetings)]
public sealed record CorrectMeeting(Guid Id, ExpectedVersions Version, MeetingInput Meeting) : IRequest<MeetingDetails>;

internal sealed class CorrectMeetingValidator : AbstractValidator<CorrectMeeting>
{
    public CorrectMeetingValidator() => this.Meeting(request => request.Meeting);
}

internal sealed class CorrectMeetingHandler(IComplianceDb db, RequestContext context) : IRequestHandler<CorrectMeeting, MeetingDetails>
{
    public async Task<MeetingDetails> Handle(CorrectMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.EvaluationMeetings.LoadMeeting(request.Id, cancellationToken);
        var institution = await db.Institutions.AsNoTracking().SingleAsync(each => each.Id == meeting.InstitutionId, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.RecordMeetings, institution), AccessErrors.OutsideScope);
        meeting.RequireVersion(request.Version);
        Rule.RequireNone(await db.UnitFaults(institution, request.Meeting, cancellationToken), EvaluationMeetingErrors.MeetingRefused);

        meeting.Correct(request.Meeting.ToContent());
        await db.SaveChangesAsync(cancellationToken);

        return (await db.Show([meeting], institution, context.Caller, cancellationToken))[0];
    }
}
