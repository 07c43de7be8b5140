using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Scoring;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class AssessmentEndpoints
{
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        var assessments = routes.MapGroup("/assessments").WithTags("Assessments");
        assessments.MapGet("", List).WithName("listAssessments").Sends<ListAssessments>().WithSummary("Assessments by cycle, office, assessor and status");
        var assessment = assessments.MapGroup("/{id:guid}").Refuses(404, "notFound");
        assessment.MapGet("", Get).WithName("getAssessment").Sends<GetAssessment>().WithSummary("One assessment");
        assessment.MapGet("/form", GetForm).WithName("getForm").Sends<GetForm>().WithSummary("All that a client needs to observe the unit, also offline");
        assessment.MapPut("/answers", Put).WithName("putAnswers").Sends<PutAnswers>()
            .WithSummary("Put a batch of answers; each item answers for itself")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "sheetBusy", "tooManyRefused");
        assessment.MapGet("/conflicts", ListConflicts).WithName("listConflicts").Sends<ListConflicts>()
            .WithSummary("Answers in conflict that wait for a decision");
        assessment.MapPut("/conflicts/{answerId:guid}/settlement", Settle).WithName("settleConflict").Sends<SettleConflict>()
            .WithSummary("Decide which of two answers counts, with a reason")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "noSuchConflict", "statusForbids", "sheetBusy");
        assessment.MapGet("/refused", ListRefused).WithName("listRefusedAnswers").Sends<ListRefusedAnswers>()
            .WithSummary("Refused answers that wait to be mended");
        assessment.MapPut("/refused/{key}/answer", Mend).WithName("mendAnswer").Sends<MendAnswer>()
            .WithSummary("Put what a refused answer should have been")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "noSuchRefusedItem", "sheetBusy");
        assessment.MapPut("/refused/{key}/dismissal", Dismiss).WithName("dismissAnswer").Sends<DismissAnswer>()
            .WithSummary("Give up a refused answer, with a reason")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "noSuchRefusedItem", "sheetBusy");
        assessment.MapGet("/answers", ListAnswers).WithName("listAnswers").Sends<ListAnswers>().WithSummary("The answers that stand");
        assessment.MapGet("/answers/{indicator}/{subject}/history", ListHistory).WithName("listAnswerHistory").Sends<ListAnswerHistory>()
            .WithSummary("All that was sent for one observation");
        assessment.MapGet("/score", GetScore).WithName("getLiveScore").Sends<GetLiveScore>().WithSummary("The score card of now");
        assessment.MapGet("/improvements", ListImprovements).WithName("listImprovements").Sends<ListImprovements>()
            .WithSummary("The fewest indicators that reach a zone or category")
            .Refuses(422, "unknownTarget");
    }

    private static async Task<Document<Page<AssessmentLine>>> List(
        string? cycle,
        string? office,
        string? assessor,
        string? status,
        string? limit,
        string? cursor,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListAssessments(
            query.Year(nameof(cycle), cycle),
            query.Text(nameof(office), office),
            query.Text(nameof(assessor), assessor),
            query.OneOf<AssessmentStatus>(nameof(status), status),
            query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AssessmentDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        var details = await mediator.Send(new GetAssessment(id), cancellationToken);

        return Document.Changing(details, details.Version);
    }

    private static async Task<Document<AssessmentForm>> GetForm(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetForm(id, http.ReaderLanguage()), cancellationToken));

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

    private static async Task<Document<ScoreCardDetails>> GetScore(
        Guid id, string? trace, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetLiveScore(id, query.Flag(nameof(trace), trace), http.ReaderLanguage());
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<ImprovementPlanDetails>> ListImprovements(
        Guid id, string? target, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListImprovements(id, query.Text(nameof(target), target), http.ReaderLanguage());
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }
}
