using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class AnswerEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        var assessment = routes.MapGroup("/assessments/{id:guid}").WithTags("Assessments").Takes("id", ParameterTexts.Assessment).Refuses(HttpRefusals.NotFound);
        assessment.MapPut("/answers", Put).WithName("putAnswers").Sends<PutAnswers>()
            .CommitsEachSave("Its items have ids of their own, and many batches share one commit.")
            .WithSummary("Send a batch of answers")
            .WithDescription("Each item has an outcome of its own.")
            .TakesJson(JsonBodies.ManyBytes)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(SheetErrors.Busy, SheetErrors.TooManyRefused);
        assessment.MapGet("/conflicts", ListConflicts).WithName("listConflicts").Sends<ListConflicts>()
            .WithSummary("List the unsettled answer conflicts of an assessment");
        assessment.MapPut("/conflicts/{answerId:guid}/settlement", Settle).WithName("settleConflict").Sends<SettleConflict>()
            .WithSummary("Settle an answer conflict")
            .Takes("answerId", "The id of the answer in conflict.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(SheetErrors.NoSuchConflict, AssessmentErrors.StatusForbids(default), SheetErrors.Busy);
        assessment.MapGet("/refused", ListRefused).WithName("listRefusedAnswers").Sends<ListRefusedAnswers>()
            .WithSummary("List the refused answers of an assessment");
        assessment.MapPut("/refused/{key}/answer", Mend).WithName("mendAnswer").Sends<MendAnswer>()
            .WithSummary("Correct a refused answer")
            .Takes("key", ParameterTexts.RefusedAnswer)
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(SheetErrors.NoSuchRefusedItem, SheetErrors.Busy);
        assessment.MapPut("/refused/{key}/dismissal", Dismiss).WithName("dismissAnswer").Sends<DismissAnswer>()
            .WithSummary("Dismiss a refused answer")
            .Takes("key", ParameterTexts.RefusedAnswer)
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(SheetErrors.NoSuchRefusedItem, SheetErrors.Busy);
        assessment.MapGet("/answers", ListAnswers).WithName("listAnswers").Sends<ListAnswers>()
            .WithSummary("List the current answers of an assessment");
        assessment.MapGet("/answers/{indicator}/{subject}/history", ListHistory).WithName("listAnswerHistory").Sends<ListAnswerHistory>()
            .WithSummary("List the history of an answer")
            .Takes("indicator", ParameterTexts.Indicator)
            .Takes("subject", ParameterTexts.Subject);
    }

    private static async Task<Ok<AnswersPut>> Put(Guid id, AnswersBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        if (body.Answers is not { Count: <= PutAnswers.MostAnswers } answers)
        {
            throw new InvalidRequestException([(body.Answers is null ? PlainText.Required : InputErrors.TooMany).At("/answers")]);
        }

        return TypedResults.Ok(await mediator.Send(new PutAnswers(id, [.. answers.Select(each => each.Item)], http.ReaderLanguage()), cancellationToken));
    }

    private static async Task<Document<Page<ConflictLine>>> ListConflicts(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListConflicts(id), cancellationToken));

    private static async Task<Ok<ConflictSettled>> Settle(
        Guid id, Guid answerId, SettlementBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SettleConflict(id, answerId, body.Keep, body.Reason), cancellationToken));

    private static async Task<Document<Page<RefusedLine>>> ListRefused(
        Guid id, string? limit, string? cursor, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListRefusedAnswers(id, query.Paging(limit, cursor, parts: 2), http.ReaderLanguage());
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Ok<AnswerOutcome>> Mend(
        Guid id, string key, AnswerItemBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new MendAnswer(id, key, body.Item, http.ReaderLanguage()), cancellationToken));

    private static async Task<Ok<AnswerDismissed>> Dismiss(
        Guid id, string key, DismissalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DismissAnswer(id, key, body.Reason), cancellationToken));

    private static async Task<Document<Page<AnswerLine>>> ListAnswers(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListAnswers(id), cancellationToken));

    private static async Task<Document<Page<AnswerEvent>>> ListHistory(
        Guid id, string indicator, string subject, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListAnswerHistory(id, indicator, subject), cancellationToken));
}
