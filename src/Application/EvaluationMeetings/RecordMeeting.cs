using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.EvaluationMeetings;

namespace Compliance.Application.EvaluationMeetings;

/// <summary>Records an evaluation meeting. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.RecordMeetings)]
public sealed record RecordMeeting(string Institution, Guid? Id, MeetingInput Meeting) : IRequest<MeetingDetails>, IRepeatable;

internal sealed class RecordMeetingValidator : AbstractValidator<RecordMeeting>
{
    public RecordMeetingValidator() => this.Meeting(request => request.Meeting);
}

internal sealed class RecordMeetingHandler(IComplianceDb db, RequestContext context, TimeProvider clock)
    : IRequestHandler<RecordMeeting, MeetingDetails>
{
    public async Task<MeetingDetails> Handle(RecordMeeting request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.RecordMeetings, institution), AccessErrors.OutsideScope);
        Rule.RequireNone(await db.UnitFaults(institution, request.Meeting, cancellationToken), EvaluationMeetingErrors.MeetingRefused);
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<EvaluationMeetingId>(request.Id, now);
        var content = request.Meeting.ToContent();

        var meeting = await db.EvaluationMeetings.FindRepeated(
            each => each.Id == id, each => each.SaysTheSameAs(institution.Id, content), cancellationToken);

        if (meeting is null)
        {
            meeting = EvaluationMeeting.Record(id, institution.Id, content, AccountId.From(context.Caller.Id!.Value), now);
            db.EvaluationMeetings.Add(meeting);
            await db.SaveChangesAsync(cancellationToken);
        }

        return (await db.Show([meeting], institution, context.Caller, cancellationToken))[0];
    }
}
