using Compliance.Application.JointServices;
using Compliance.Application.Obligations;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.Calendars;

/// <summary>The events of joint services, for the calendars of their hosts, of their participants on the day, and of their offices.</summary>
internal static class ServiceEvents
{
    private static readonly LocalizedText what = new("Layanan terpadu", "Joint service");

    public static async Task<IEnumerable<CalendarEntry>> EventsOf(this IComplianceDb db, ObligationWindow window, CancellationToken cancellationToken)
    {
        var rows = db.JointServices.AsNoTracking().Where(service => service.Events.Any(each => each.On >= window.From && each.On <= window.Until));
        rows = window.Of is { } own
            ? rows.Where(service => service.HostId == own.Id || service.Participants.Any(participant => participant.InstitutionId == own.Id))
            : rows;
        rows = window.Office is { } office ? rows.Where(service => service.Office == office) : rows;
        var services = await rows.OrderBy(service => service.Id).ToListAsync(cancellationToken);
        var places = await db.RegionsOf(services, cancellationToken);
        var hostIds = services.Select(service => service.HostId).Distinct().ToList();
        var hosts = await db.Institutions.AsNoTracking().Where(each => hostIds.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellationToken);

        return services.SelectMany(service => service.Events
            .Where(each => each.On >= window.From && each.On <= window.Until && (window.Of is null || IsOf(window.Of.Id, service, each)))
            .OrderBy(each => each.On).ThenBy(each => each.Id.Value)
            .Select(each => Of(service, each, hosts[service.HostId].Name, places[each.Place].Name)));
    }

    private static bool IsOf(InstitutionId institution, JointService service, ServiceEvent each) =>
        service.HostId == institution || service.Participants.Any(participant => participant.InstitutionId == institution && participant.IsMemberOn(each.On));

    private static CalendarEntry Of(JointService service, ServiceEvent each, string host, string place) => new(
        each.Id.Value,
        each.On,
        what,
        $"{service.Name}, {place}",
        host,
        each.State switch
        {
            EventState.Planned => new("Direncanakan", "Planned"),
            EventState.Held => new("Terlaksana", "Held"),
            _ => new("Dibatalkan", "Cancelled"),
        },
        each.Cancelled,
        place,
        service.RegisteredAt,
        each.Version);
}
