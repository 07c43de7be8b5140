using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>A mobile service in one village on one day.</summary>
/// <param name="Visitors">How many visitors were served; null before the event.</param>
public sealed record EventDetails(
    Guid Id,
    DateOnly On,
    PlaceRef Place,
    EventState State,
    int? Visitors,
    IReadOnlyList<PresentParticipant> Present,
    IReadOnlyList<string> AllowedActions,
    int Version);

/// <param name="Id">The id of the participant.</param>
public sealed record PresentParticipant(Guid Id, string Name);

internal static class EventRows
{
    public static async Task<IReadOnlyList<EventDetails>> ShowEvents(
        this IComplianceDb db, JointService service, IReadOnlyList<ServiceEvent> events, Caller caller, CancellationToken cancellationToken)
    {
        var places = await db.RegionsOf([service], cancellationToken);
        var names = await db.NamesOf(service, cancellationToken);
        var host = await db.Institutions.AsNoTracking().SingleAsync(each => each.Id == service.HostId, cancellationToken);
        IReadOnlyList<string> allowed = caller.MayAt(Permission.RunJointServices, host) ? ["changeEvent"] : [];

        return
        [
            .. events.Select(each => new EventDetails(
                each.Id.Value,
                each.On,
                places[each.Place],
                each.State,
                each.Visitors,
                [.. each.Present.Select(id => new PresentParticipant(id.Value, names[id])).OrderBy(present => present.Name, StringComparer.Ordinal)],
                allowed,
                each.Version)),
        ];
    }

    private static async Task<Dictionary<ParticipantId, string>> NamesOf(this IComplianceDb db, JointService service, CancellationToken cancellationToken)
    {
        var ids = service.Participants.Select(each => each.InstitutionId).OfType<InstitutionId>().Distinct().ToList();
        var institutions = await db.Institutions.Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name })
            .ToDictionaryAsync(each => each.Id, each => each.Name, cancellationToken);
        var unitIds = service.Participants.Select(each => each.UnitId).OfType<ServiceUnitId>().Distinct().ToList();
        var units = await db.ServiceUnits.Where(each => unitIds.Contains(each.Id)).Select(each => new { each.Id, each.Name })
            .ToDictionaryAsync(each => each.Id, each => each.Name, cancellationToken);

        return service.Participants.ToDictionary(
            each => each.Id,
            each => each.External ?? (each.UnitId is { } unit ? $"{units[unit]}, {institutions[each.InstitutionId!.Value]}" : institutions[each.InstitutionId!.Value]));
    }
}
