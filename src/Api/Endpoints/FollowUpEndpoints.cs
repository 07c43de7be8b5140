using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Commitments;
using Compliance.Application.Common;
using Compliance.Application.Obligations;
using Compliance.Application.ReportCards;
using Compliance.Domain.Obligations;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class FollowUpEndpoints
{
    private const string Tag = "Following up";

    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        var followUps = routes.MapGroup("/follow-ups").WithTags(Tag);
        followUps.MapGet("", List).WithName("listFollowUps").Sends<ListFollowUps>()
            .WithSummary("List what is due, earliest due date first")
            .WithDescription("Deadlines of commitments and corrective actions.")
            .TakesFilter();
        followUps.MapGet("/summary", Summarise).WithName("summariseFollowUps").Sends<SummariseFollowUps>()
            .WithSummary("Summarise what is due by status and age")
            .WithDescription("Deadlines of commitments and corrective actions.")
            .TakesFilter();
        routes.MapGet("/agreements/{id:guid}/health", GetHealth).WithName("getAgreementHealth").WithTags("Commitments").Sends<GetAgreementHealth>()
            .WithSummary("Read the health of an agreement")
            .Takes("id", ParameterTexts.Agreement)
            .Refuses(HttpRefusals.NotFound);
        routes.MapGet("/offices/{office}/agreements-health", ListHealth).WithName("listAgreementHealth").WithTags("Commitments")
            .Sends<ListAgreementHealth>()
            .WithSummary("List the health of the agreements of an office")
            .WithDescription("Signed agreements only.")
            .Takes("office", ParameterTexts.Office);
        routes.MapGet("/offices/{office}/agreements-health/summary", SummariseHealth).WithName("summariseAgreementHealth").WithTags("Commitments")
            .Sends<SummariseAgreementHealth>()
            .WithSummary("Summarise the health of the agreements of an office")
            .Takes("office", ParameterTexts.Office);
        routes.MapGet("/institutions/{code}/improvement-loop", GetLoop).WithName("getImprovementLoop").WithTags(Tag).Sends<GetImprovementLoop>()
            .WithSummary("Read what became of the findings of a year")
            .WithDescription("Whether each finding was answered by a commitment, and found again in the next result.")
            .Takes("code", ParameterTexts.Institution)
            .Takes("year", "The year of the result with the findings.")
            .Refuses(HttpRefusals.NotFound);
    }

    private static RouteHandlerBuilder TakesFilter(this RouteHandlerBuilder endpoint) => endpoint
        .Takes("institution", "Only what is due at this institution, by its code.")
        .Takes("agreement", "Only what is due under the agreement of this id.")
        .Takes("office", ParameterTexts.Office)
        .TakesOneOf<FollowUpKind>("kind", "The kind of what is due")
        .TakesListOf<ObligationStatus>("status", "The status of what is due")
        .Takes("dueAfter", "Only what is due after this day, such as 2026-01-31.")
        .Takes("dueBefore", "Only what is due before this day, such as 2026-12-31.");

    private static async Task<Document<Page<FollowUpLine>>> List(
        string? institution,
        string? agreement,
        string? office,
        string? kind,
        string? status,
        string? dueAfter,
        string? dueBefore,
        string? limit,
        string? cursor,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListFollowUps(Read(query, institution, agreement, office, kind, status, dueAfter, dueBefore), query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<FollowUpSummary>> Summarise(
        string? institution,
        string? agreement,
        string? office,
        string? kind,
        string? status,
        string? dueAfter,
        string? dueBefore,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new SummariseFollowUps(Read(query, institution, agreement, office, kind, status, dueAfter, dueBefore));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AgreementHealthDetails>> GetHealth(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetAgreementHealth(id), cancellationToken));

    private static async Task<Document<Page<AgreementHealthDetails>>> ListHealth(
        string office, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListAgreementHealth(office, query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AgreementPortfolio>> SummariseHealth(string office, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new SummariseAgreementHealth(office), cancellationToken));

    private static async Task<Document<ImprovementLoop>> GetLoop(
        string code, string? year, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var asked = query.RequiredYear(nameof(year), year);
        query.Check();

        return Document.Of(await mediator.Send(new GetImprovementLoop(code, asked, http.ReaderLanguage()), cancellationToken));
    }

    private static FollowUpFilter Read(
        QueryParser query, string? institution, string? agreement, string? office, string? kind, string? status, string? dueAfter, string? dueBefore) => new(
            query.Text(nameof(institution), institution),
            query.Uuid(nameof(agreement), agreement),
            query.Text(nameof(office), office),
            query.OneOf<FollowUpKind>(nameof(kind), kind),
            query.ListOf<ObligationStatus>(nameof(status), status),
            query.Day(nameof(dueAfter), dueAfter),
            query.Day(nameof(dueBefore), dueBefore));
}
