using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Verification;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

/// <summary>What head office does with what was submitted, and how the office answers.</summary>
internal static class VerificationEndpoints
{
    public static void MapVerification(this IEndpointRouteBuilder routes)
    {
        var assessment = routes.MapGroup("/assessments/{id:guid}").WithTags("Verification").Refuses(404, "notFound");
        assessment.MapGet("/returns", List).WithName("listReturns").Sends<ListReturns>().WithSummary("When and why it was sent back, newest first");
        assessment.MapPost("/returns", Return).WithName("returnAssessment").Sends<ReturnAssessment>()
            .WithSummary("Send it back to its office, with reasons that the office answers")
            .TakesJson()
            .ComparesVersions()
            .Refuses(422, "unknownObservation")
            .SafeToRepeat();
        assessment.MapPut("/returns/{reasonId:guid}/closure", Close).WithName("closeReturnReason").Sends<CloseReturnReason>()
            .WithSummary("Answer one reason of a return")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "returnReasonClosed", "statusForbids", "changedMeanwhile");
        assessment.MapPut("/verification", Verify).WithName("verifyAssessment").Sends<VerifyAssessment>()
            .WithSummary("Confirm a submitted assessment")
            .ComparesVersions()
            .Refuses(422, "verifiedByOneself");
        assessment.MapDelete("/verification", Withdraw).WithName("withdrawVerification").Sends<WithdrawVerification>()
            .WithSummary("Take a verification back: it is submitted again")
            .ComparesVersions();
    }

    private static RouteHandlerBuilder ComparesVersions(this RouteHandlerBuilder endpoint) => endpoint
        .Refuses(403, "outsideScope")
        .Refuses(409, "statusForbids", "plenaryBegun", "changedMeanwhile")
        .Refuses(412, "versionDiffers")
        .Refuses(428, "ifMatchMissing");

    private static async Task<Document<Page<ReturnDetails>>> List(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListReturns(id), cancellationToken));

    private static async Task<Created<ReturnDetails>> Return(
        Guid id, ReturnBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Created(
            $"/api/v1/assessments/{id}/returns", await mediator.Send(new ReturnAssessment(id, http.ExpectedVersion(), body.Reasons), cancellationToken));

    private static async Task<Ok<ReturnReasonDetails>> Close(
        Guid id, Guid reasonId, ReasonClosureBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CloseReturnReason(id, reasonId, body.Text), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Verify(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new VerifyAssessment(id, http.ExpectedVersion()), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Withdraw(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new WithdrawVerification(id, http.ExpectedVersion()), cancellationToken));

    private static Document<AssessmentDetails> Show(AssessmentDetails details) => Document.Changing(details, details.Version);
}

internal sealed record ReturnBody(IReadOnlyList<ReturnReasonInput>? Reasons);

internal sealed record ReasonClosureBody(string? Text);
