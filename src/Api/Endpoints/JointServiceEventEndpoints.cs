using System.ComponentModel.DataAnnotations;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.JointServices;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class JointServiceEventEndpoints
{
    private static readonly DomainError[] Faults =
    [
        JointServiceErrors.EventRefused, RegistryErrors.UnknownRegion(""), JointServiceErrors.NotAVillage, JointServiceErrors.NotOpenThen,
        JointServiceErrors.EventInFuture, JointServiceErrors.NotMemberThen, JointServiceErrors.VisitorsMissing, JointServiceErrors.HeldAndCancelled,
    ];

    public static void MapJointServiceEvents(this IEndpointRouteBuilder routes)
    {
        var service = routes.MapGroup("/joint-services/{id:guid}").WithTags(JointServiceEndpoints.Tag)
            .Takes("id", ParameterTexts.JointService)
            .Refuses(HttpRefusals.NotFound);
        service.MapGet("/events", List).WithName("listEvents").Sends<ListEvents>().WithSummary("List the events of a mobile service, earliest first");
        service.MapPost("/events", Plan).WithName("planEvent").Sends<PlanEvent>()
            .WithSummary("Add an event to a mobile service")
            .WithDescription("The event is planned, or was held already.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken, JointServiceErrors.FixedHasNoEvents, JointServiceErrors.DateTaken, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(Faults)
            .TakesIdempotencyKey();
        service.MapPut("/events/{eventId:guid}", Change).WithName("changeEvent").Sends<ChangeEvent>()
            .WithSummary("Replace an event of a mobile service")
            .Takes("eventId", "The id of the event.")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(JointServiceErrors.FixedHasNoEvents, JointServiceErrors.DateTaken)
            .Refuses(Faults);
        service.MapGet("/coverage", GetCoverage).WithName("getCoverage").Sends<GetCoverage>()
            .WithSummary("Read the coverage of a district by a mobile service")
            .Takes("district", "The Kemendagri code of the district (kecamatan), such as 14.71.12.")
            .Refuses(JointServiceErrors.FixedHasNoEvents)
            .Refuses(RegistryErrors.UnknownRegion(""), JointServiceErrors.NotADistrict);
    }

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
        var changed = await mediator.Send(new ChangeEvent(id, eventId, http.ExpectedVersions(), body), cancellationToken);

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

internal sealed record EventBody(Guid? Id, DateOnly? On, string? Place, int? Visitors, [property: MaxLength(EventInput.MostPresent)] IReadOnlyList<Guid>? Present, bool? Cancelled)
{
    internal EventInput Event => new(On, Place, Visitors, Present, Cancelled);
}
