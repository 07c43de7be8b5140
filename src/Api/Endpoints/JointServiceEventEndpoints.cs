using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.JointServices;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class JointServiceEventEndpoints
{
    private static readonly string[] Faults =
        ["eventRefused", "unknownRegion", "notAVillage", "notOpenThen", "eventInFuture", "notMemberThen", "visitorsMissing", "heldAndCancelled"];

    public static void MapJointServiceEvents(this IEndpointRouteBuilder routes)
    {
        var service = routes.MapGroup("/joint-services/{id:guid}").WithTags(JointServiceEndpoints.Tag).Refuses(404, "notFound");
        service.MapGet("/events", List).WithName("listEvents").Sends<ListEvents>().WithSummary("The events of a mobile service, the first one first");
        service.MapPost("/events", Plan).WithName("planEvent").Sends<PlanEvent>()
            .WithSummary("Plan an event, or record one that was held")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "idTaken", "fixedHasNoEvents", "dateTaken", "changedMeanwhile")
            .Refuses(422, Faults)
            .SafeToRepeat();
        service.MapPut("/events/{eventId:guid}", Change).WithName("changeEvent").Sends<ChangeEvent>()
            .WithSummary("Move an event, say how it went, or cancel it").TakesVersioned()
            .Refuses(409, "fixedHasNoEvents", "dateTaken", "changedMeanwhile").Refuses(422, Faults);
        service.MapGet("/coverage", GetCoverage).WithName("getCoverage").Sends<GetCoverage>()
            .WithSummary("Which villages of a district it has reached")
            .Refuses(409, "fixedHasNoEvents").Refuses(422, "unknownRegion", "notADistrict");
    }

    private static RouteHandlerBuilder TakesVersioned(this RouteHandlerBuilder endpoint) =>
        endpoint.TakesJson().Refuses(403, "outsideScope").Refuses(412, "versionDiffers").Refuses(428, "ifMatchMissing");

    private static async Task<Document<Page<EventDetails>>> List(
        Guid id, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListEvents(id, query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<EventDetails>> Plan(
        Guid id, EventBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var planned = await mediator.Send(new PlanEvent(id, body.Id, body.Event), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(planned.Version);

        return TypedResults.Created($"/api/v1/joint-services/{id}/events/{planned.Id}", planned);
    }

    private static async Task<Document<EventDetails>> Change(
        Guid id, Guid eventId, EventInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeEvent(id, eventId, http.ExpectedVersion(), body), cancellationToken);

        return Document.Changing(changed, changed.Version);
    }

    private static async Task<Document<CoverageDetails>> GetCoverage(
        Guid id, string? district, IMediator mediator, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var query = new QueryParser(faults);
        var code = query.Text(nameof(district), district);

        if (string.IsNullOrEmpty(district))
        {
            faults.Add(PlainText.Required.At($"/{nameof(district)}"));
        }

        query.Check();

        return Document.Of(await mediator.Send(new GetCoverage(id, code!), cancellationToken));
    }
}

internal sealed record EventBody(Guid? Id, DateOnly? On, string? Place, int? Visitors, IReadOnlyList<Guid>? Present, bool? Cancelled)
{
    internal EventInput Event => new(On, Place, Visitors, Present, Cancelled);
}
