using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Requests;
using Compliance.Application.Commitments;
using Compliance.Application.Common;
using Compliance.Application.FollowUp;
using Compliance.Domain.FollowUp;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class FollowUpEndpoints
{
    private const string Tag = "Following up";

    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        var followUps = routes.MapGroup("/follow-ups").WithTags(Tag);
        followUps.MapGet("", List).WithName("listFollowUps").Sends<ListFollowUps>()
            .WithSummary("All that is due, commitments and corrective actions, the first due first");
        followUps.MapGet("/summary", Summarise).WithName("summariseFollowUps").Sends<SummariseFollowUps>()
            .WithSummary("How much is due, and how old what is late has become");
        routes.MapGet("/agreements/{id:guid}/health", GetHealth).WithName("getAgreementHealth").Sends<GetAgreementHealth>()
            .WithSummary("How alive an agreement is")
            .WithTags("Commitments")
            .Refuses(HttpRefusals.NotFound);
        routes.MapGet("/offices/{office}/agreements-health", ListHealth).WithName("listAgreementHealth").Sends<ListAgreementHealth>()
            .WithSummary("The signed agreements that an office looks after, each with how alive it is")
            .WithTags("Commitments");
        routes.MapGet("/offices/{office}/agreements-health/summary", SummariseHealth).WithName("summariseAgreementHealth")
            .Sends<SummariseAgreementHealth>()
            .WithSummary("All agreements that an office looks after: how many, and how alive together")
            .WithTags("Commitments");
        routes.MapGet("/institutions/{code}/improvement-loop", GetLoop).WithName("getImprovementLoop").Sends<GetImprovementLoop>()
            .WithSummary("Whether what was found was promised, kept, and found again")
            .WithTags(Tag)
            .Refuses(HttpRefusals.NotFound);
    }

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
        var query = new QueryReading();
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
        var query = new QueryReading();
        var request = new SummariseFollowUps(Read(query, institution, agreement, office, kind, status, dueAfter, dueBefore));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AgreementHealthDetails>> GetHealth(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetAgreementHealth(id), cancellationToken));

    private static async Task<Document<Page<AgreementHealthDetails>>> ListHealth(
        string office, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryReading();
        var request = new ListAgreementHealth(office, query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AgreementPortfolio>> SummariseHealth(string office, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new SummariseAgreementHealth(office), cancellationToken));

    private static async Task<Document<ImprovementLoop>> GetLoop(
        string code, string? year, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryReading();
        var asked = query.RequiredYear(nameof(year), year);
        query.Check();

        return Document.Of(await mediator.Send(new GetImprovementLoop(code, asked, http.ReaderLanguage()), cancellationToken));
    }

    private static FollowUpFilter Read(
        QueryReading query, string? institution, string? agreement, string? office, string? kind, string? status, string? dueAfter, string? dueBefore) => new(
            query.Text(nameof(institution), institution),
            query.Uuid(nameof(agreement), agreement),
            query.Text(nameof(office), office),
            query.OneOf<FollowUpKind>(nameof(kind), kind),
            query.SomeOf<DueStatus>(nameof(status), status),
            query.Day(nameof(dueAfter), dueAfter),
            query.Day(nameof(dueBefore), dueBefore));
}
