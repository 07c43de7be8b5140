using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Clarifications;
using Compliance.Application.Common;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Instruments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

/// <summary>Institutions see their provisional scores before a cycle is decided, and may comment on them.</summary>
internal static class ClarificationEndpoints
{
    public static void MapClarifications(this IEndpointRouteBuilder routes)
    {
        var cycle = routes.MapGroup("/cycles/{year:int}").WithTags("Clarification")
            .Takes("year", ParameterTexts.Cycle)
            .Refuses(HttpRefusals.NotFound);
        cycle.MapPut("/clarification", Open).WithName("openClarification").Sends<OpenClarification>()
            .WithSummary("Set the last day for clarifications of a cycle")
            .TakesJson()
            .Refuses(CycleErrors.PlenaryBegun, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(CycleErrors.ClarificationInPast);
        cycle.MapGet("/clarifications", List).WithName("listClarifications").Sends<ListClarifications>()
            .WithSummary("List the clarifications of a cycle");
        var own = routes.MapGroup("/institutions/{code}/clarifications/{year:int}").WithTags("Clarification")
            .Takes("code", ParameterTexts.Institution)
            .Takes("year", ParameterTexts.Cycle)
            .Refuses(HttpRefusals.NotFound);
        own.MapGet("", Get).WithName("getClarifications").Sends<GetClarifications>()
            .WithSummary("Read the provisional scores and clarifications of an institution");
        own.MapPost("", Write).WithName("writeClarification").Sends<WriteClarification>()
            .WithSummary("Comment on the provisional score of a unit")
            .TakesJson()
            .Refuses(ClarificationErrors.Closed, ConcurrencyErrors.IdTaken)
            .Refuses(ClarificationErrors.UnitNotVerified, AnswerErrors.UnknownIndicator("", ""))
            .TakesIdempotencyKey();
        routes.MapPut("/clarifications/{id:guid}/answer", Answer).WithTags("Clarification").WithName("answerClarification")
            .Sends<AnswerClarification>()
            .WithSummary("Answer a clarification")
            .Takes("id", "The id of the clarification.")
            .TakesJson()
            .Refuses(HttpRefusals.NotFound)
            .Refuses(ClarificationErrors.Answered, ConcurrencyErrors.ChangedMeanwhile);
    }

    private static async Task<Document<ClarificationWindow>> Open(
        int year, ClarificationWindowBody body, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new OpenClarification(year, body.Until), cancellationToken));

    private static async Task<Document<Page<ClarificationDetails>>> List(
        int year, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListClarifications(year, query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<InstitutionClarifications>> Get(
        string code, int year, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetClarifications(code, year, http.ReaderLanguage()), cancellationToken));

    private static async Task<Created<ClarificationDetails>> Write(
        string code, int year, ClarificationBody body, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Created(
            $"/api/v1/institutions/{code}/clarifications/{year}",
            await mediator.Send(new WriteClarification(code, year, body.Id, body.Unit, body.Indicator, body.Text), cancellationToken));

    private static async Task<Ok<ClarificationDetails>> Answer(
        Guid id, ClarificationAnswerBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AnswerClarification(id, body.Text, body.Accepted), cancellationToken));
}

internal sealed record ClarificationWindowBody(DateOnly? Until);

internal sealed record ClarificationBody(Guid? Id, Guid? Unit, string? Indicator, string? Text);

internal sealed record ClarificationAnswerBody(string? Text, bool? Accepted);
