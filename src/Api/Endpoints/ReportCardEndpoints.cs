using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.ReportCards;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class ReportCardEndpoints
{
    public static void MapReportCards(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/institutions/{code}/report-card/{year:int}", Get).WithName("getReportCard").WithTags("Following up").Sends<GetReportCard>()
            .WithSummary("Read the report card of an institution")
            .WithDescription("The announced result and what follows from it, in plain words.")
            .Takes("code", ParameterTexts.Institution)
            .Takes("year", ParameterTexts.ResultYear)
            .Refuses(HttpRefusals.NotFound);

    /// <summary>Not cached until the next publication, because corrective actions and replies change in between.</summary>
    private static async Task<Document<ReportCard>> Get(string code, int year, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Published(await mediator.Send(new GetReportCard(code, year, http.ReaderLanguage()), cancellationToken), lastModified: null, keep: false);
}
