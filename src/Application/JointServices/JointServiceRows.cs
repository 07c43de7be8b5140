using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

internal static class JointServiceRows
{
    public static async Task<JointService> LoadJointService(this IQueryable<JointService> services, Guid serviceId, CancellationToken cancellationToken)
    {
        var id = JointServiceId.From(serviceId);

        return await services.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) ?? throw new NotFoundException(ResourceKind.JointService, serviceId);
    }

    /// <summary>Loads a joint service to change it. Refuses callers who may not manage the joint services of its host.</summary>
    public static async Task<JointService> LoadJointServiceFor(this IComplianceDb db, Guid serviceId, Caller caller, CancellationToken cancellationToken)
    {
        var service = await db.JointServices.LoadJointService(serviceId, cancellationToken);
        var host = await db.Institutions.AsNoTracking().SingleAsync(each => each.Id == service.HostId, cancellationToken);
        Rule.Require(caller.MayAt(Permission.RunJointServices, host), AccessErrors.OutsideScope);

        return service;
    }

    /// <summary>Returns an agreement that the caller may see.</summary>
    public static async Task<Agreement?> FindSpk(this IComplianceDb db, AgreementId? id, CancellationToken cancellationToken) =>
        id is null ? null : await db.Agreements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);

    public static async Task<Dictionary<string, PlaceRef>> RegionsOf(this IComplianceDb db, IEnumerable<JointService> services, CancellationToken cancellationToken)
    {
        var codes = services.SelectMany(service => service.Events).Select(each => each.Place).Distinct().ToList();

        return await db.Regions.Where(region => codes.Contains(region.Code))
            .ToDictionaryAsync(region => region.Code, region => new PlaceRef(region.Code, region.Name), cancellationToken);
    }

    public static async Task<JointServiceDetails> Show(
        this IComplianceDb db, JointService service, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.Show([service], caller, now, cancellationToken))[0];

    public static async Task<IReadOnlyList<JointServiceDetails>> Show(
        this IComplianceDb db, IReadOnlyList<JointService> services, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hostIds = services.Select(service => service.HostId).Distinct().ToList();
        var hosts = await db.Institutions.AsNoTracking().Where(each => hostIds.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellationToken);
        var spkIds = services.Select(service => service.Spk).OfType<AgreementId>().Distinct().ToList();

        // Everyone who sees a service may see which agreement binds it.
        var spks = await db.Agreements.IgnoreQueryFilters().Where(each => spkIds.Contains(each.Id))
            .Select(each => new { each.Id, each.Number, each.Title })
            .ToDictionaryAsync(each => each.Id, each => new SpkRef(each.Id.Value, each.Number, each.Title), cancellationToken);
        var places = await db.RegionsOf(services, cancellationToken);

        return
        [
            .. services.Select(service => Show(
                service, hosts[service.HostId], service.Spk is { } spk ? spks[spk] : null, places, caller, service.DayOf(now))),
        ];
    }

    private static JointServiceDetails Show(
        JointService service, Institution host, SpkRef? spk, Dictionary<string, PlaceRef> places, Caller caller, DateOnly today)
    {
        var members = service.Participants.Where(each => each.IsMemberOn(today)).ToList();

        return new(
            service.Id.Value,
            service.Kind,
            service.Name,
            new(host.Code, host.Name, host.Kind, host.Province),
            service.Office,
            service.StatusOn(today),
            service.OpenedOn,
            service.ClosedOn,
            spk,
            new(members.Count, members.Count(each => each.External is not null)),
            [.. service.RotationFrom(today).Select(each => new PlannedPlace(each.Id.Value, each.On, places[each.Place]))],
            caller.MayAt(Permission.RunJointServices, host)
                ? service.Kind == JointServiceKind.Mobile ? ["changeJointService", "addParticipant", "planEvent"] : ["changeJointService", "addParticipant"]
                : [],
            service.Version);
    }
}
