using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Institutions;
using Compliance.Application.Results;
using Compliance.Domain.Institutions;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class InstitutionEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/regions", ListRegions).WithName("listRegions").WithTags("Regions").Sends<ListRegions>()
            .WithSummary("List the regions below a parent region")
            .Takes("parent", "The Kemendagri code of the region above; without it, the provinces are listed.");

    public static void MapInstitutions(this IEndpointRouteBuilder routes)
    {
        var institutions = routes.MapGroup("/institutions").WithTags("Institutions");
        institutions.MapGet("", List).WithName("listInstitutions").Sends<ListInstitutions>()
            .WithSummary("List institutions")
            .TakesOneOf<InstitutionKind>("kind", ParameterTexts.InstitutionKind)
            .Takes("province", ParameterTexts.Province)
            .Takes("q", "A part of the name; case, spaces and punctuation do not matter.");
        institutions.MapGet("/{code}", Get).WithName("getInstitution").Sends<GetInstitution>()
            .WithSummary("Read an institution")
            .Takes("code", ParameterTexts.Institution)
            .Refuses(HttpRefusals.NotFound);
        institutions.MapGet("/{code}/units", ListUnits).WithName("listServiceUnits").Sends<ListServiceUnits>()
            .WithSummary("List the service units of an institution")
            .Takes("code", ParameterTexts.Institution)
            .Refuses(HttpRefusals.NotFound);
        institutions.MapGet("/{code}/results", ListResults).WithName("listInstitutionResults").Sends<ListInstitutionResults>()
            .WithSummary("List the announced results of an institution, newest first")
            .Takes("code", ParameterTexts.Institution)
            .Refuses(HttpRefusals.NotFound);
        institutions.MapGet("/{code}/results/{year:int}", GetResult).WithName("getResult").Sends<GetResult>()
            .WithSummary("Read the result of an institution in a year")
            .Takes("code", ParameterTexts.Institution)
            .Takes("year", ParameterTexts.ResultYear)
            .Takes("knownAt", "A time (RFC 3339 with its offset): the result as it was known then.")
            .Refuses(HttpRefusals.NotFound);
    }

    private static async Task<Document<Page<RegionLine>>> ListRegions(
        string? parent, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListRegions(query.Text(nameof(parent), parent), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<Page<InstitutionLine>>> List(
        string? kind, string? province, string? q, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListInstitutions(
            query.OneOf<InstitutionKind>(nameof(kind), kind),
            query.Text(nameof(province), province),
            query.Text(nameof(q), q),
            query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<InstitutionDetails>> Get(string code, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetInstitution(code), cancellationToken));

    private static async Task<Document<Page<ServiceUnitLine>>> ListUnits(
        string code, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListServiceUnits(code, query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<Page<ResultDetails>>> ListResults(
        string code, string? limit, string? cursor, HttpContext http, LatestPublication latest, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListInstitutionResults(code, http.ReaderLanguage(), query.Paging(limit, cursor));
        query.Check();
        var clearances = latest.ClearancesSince;
        var page = await mediator.Send(request, cancellationToken);

        return Document.Published(page, Later(page.Meta.GeneratedAt, clearances), keep: cursor is null && limit is null);
    }

    private static async Task<Document<ResultDetails>> GetResult(
        string code, int year, string? knownAt, HttpContext http, LatestPublication latest, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetResult(code, year, query.Instant(nameof(knownAt), knownAt), http.ReaderLanguage());
        query.Check();
        var clearances = latest.ClearancesSince;
        var result = await mediator.Send(request, cancellationToken);

        return Document.Published(result, Later(result.Meta?.GeneratedAt, clearances), keep: knownAt is null);
    }

    /// <summary>A result shows the clearance of its institution, which changes without a publication.</summary>
    /// <param name="clearances">As known before the result was read, so that a change in between is not taken for part of it.</param>
    private static DateTimeOffset? Later(DateTimeOffset? generated, DateTimeOffset? clearances) => generated < clearances ? clearances : generated;
}
