using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.EvaluationMeetings;

/// <summary>A meeting of an institution with the Ombudsman about its result.</summary>
/// <param name="Year">The year whose result it was about.</param>
public sealed record MeetingDetails(
    Guid Id,
    InstitutionRef Institution,
    int Year,
    DateOnly On,
    string Place,
    IReadOnlyList<Attendees> Attendees,
    IReadOnlyList<UnitRef> Units,
    IReadOnlyList<Theme> Themes,
    string? Notes,
    IReadOnlyList<AgreedAction> Actions,
    IReadOnlyList<string> AllowedActions,
    int Version);

internal static class MeetingRows
{
    public static async Task<EvaluationMeeting> LoadMeeting(this IQueryable<EvaluationMeeting> meetings, Guid meetingId, CancellationToken cancellationToken)
    {
        var id = EvaluationMeetingId.From(meetingId);

        return await meetings.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) ?? throw new NotFoundException(ResourceKind.EvaluationMeeting, meetingId);
    }

    /// <summary>Returns the meetings of one institution with the names of its units.</summary>
    public static async Task<IReadOnlyList<MeetingDetails>> Show(
        this IComplianceDb db, IReadOnlyList<EvaluationMeeting> meetings, Institution institution, Caller caller, CancellationToken cancellationToken)
    {
        var names = await db.ServiceUnits.Where(unit => unit.InstitutionId == institution.Id)
            .Select(unit => new { unit.Id, unit.Name })
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        IReadOnlyList<string> allowed = caller.MayAt(Permission.RecordMeetings, institution) ? ["correctMeeting"] : [];

        return
        [
            .. meetings.Select(meeting => new MeetingDetails(
                meeting.Id.Value,
                new(institution.Code, institution.Name, institution.Kind, institution.Province),
                meeting.Year,
                meeting.On,
                meeting.Place,
                meeting.Attendees,
                [.. meeting.Units.Select(unit => new UnitRef(unit.Value, names[unit]))],
                meeting.Themes,
                meeting.Notes,
                meeting.Actions,
                allowed,
                meeting.Version)),
        ];
    }

    /// <summary>Returns a fault for each unit that does not belong to the institution.</summary>
    public static async Task<IReadOnlyList<Fault>> UnitFaults(
        this IComplianceDb db, Institution institution, MeetingInput input, CancellationToken cancellationToken)
    {
        var own = await db.ServiceUnits.Where(unit => unit.InstitutionId == institution.Id).Select(unit => unit.Id).ToListAsync(cancellationToken);

        return [.. (input.Units ?? []).Select((unit, index) => (unit, index)).Where(pair => !own.Contains(ServiceUnitId.From(pair.unit)))
            .Select(pair => CorrectiveActionErrors.UnitOfAnother.At($"/units/{pair.index}"))];
    }
}
