using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Institutions;
using Compliance.Application.Results;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class ServiceUnitEndpoints
{
    public static void MapServiceUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/units").WithTags("Units");
        units.MapGet("/{id:guid}", Get).WithName("getServiceUnit").Sends<GetServiceUnit>()
            .WithSummary("Read a service unit with its products")
            .Takes("id", ParameterTexts.Unit)
            .Refuses(HttpRefusals.NotFound);
        units.MapGet("/{id:guid}/results", ListResults).WithName("listUnitResults").Sends<ListUnitResults>()
            .WithSummary("List the announced results of a service unit, newest first")
            .Takes("id", ParameterTexts.Unit)
            .Refuses(HttpRefusals.NotFound);
    }

    private static async Task<Document<ServiceUnitDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetServiceUnit(id), cancellationToken));

    private static async Task<Document<Page<UnitResultDetails>>> ListResults(
        Guid id, string? limit, string? cursor, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListUnitResults(id, http.ReaderLanguage(), query.Paging(limit, cursor));
        query.Check();
        var page = await mediator.Send(request, cancellationToken);

        return Document.Published(page, page.Meta.GeneratedAt, keep: cursor is null && limit is null);
    }
}
