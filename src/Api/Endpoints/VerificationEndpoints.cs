using System.ComponentModel.DataAnnotations;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Verification;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

/// <summary>What head office does with a submitted assessment, and how the office responds.</summary>
internal static class VerificationEndpoints
{
    public static void MapVerification(this IEndpointRouteBuilder routes)
    {
        var assessment = routes.MapGroup("/assessments/{id:guid}").WithTags("Verification")
            .Takes("id", ParameterTexts.Assessment)
            .Refuses(HttpRefusals.NotFound);
        assessment.MapGet("/returns", List).WithName("listReturns").Sends<ListReturns>()
            .WithSummary("List the returns of an assessment, newest first");
        assessment.MapPost("/returns", Return).WithName("returnAssessment").Sends<ReturnAssessment>()
            .WithSummary("Return an assessment to its office")
            .TakesJson(JsonBodies.ManyBytes).Changes()
            .Refuses(AssessmentErrors.UnknownObservation)
            .TakesIdempotencyKey();
        assessment.MapPut("/returns/{reasonId:guid}/closure", Close).WithName("closeReturnReason").Sends<CloseReturnReason>()
            .WithSummary("Answer a reason for the return of an assessment")
            .Takes("reasonId", "The id of the reason.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(AssessmentErrors.ReturnReasonClosed, AssessmentErrors.StatusForbids(default), ConcurrencyErrors.ChangedMeanwhile);
        assessment.MapPut("/verification", Verify).WithName("verifyAssessment").Sends<VerifyAssessment>()
            .WithSummary("Verify a submitted assessment")
            .Changes()
            .Refuses(AssessmentErrors.VerifiedByOneself);
        assessment.MapDelete("/verification", Withdraw).WithName("withdrawVerification").Sends<WithdrawVerification>()
            .WithSummary("Withdraw the verification of an assessment")
            .WithDescription("The assessment is submitted again.")
            .Changes();
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint
        .TakesIfMatch()
        .Refuses(AccessErrors.OutsideScope)
        .Refuses(AssessmentErrors.StatusForbids(default), CycleErrors.PlenaryBegun);

    private static async Task<Document<Page<ReturnDetails>>> List(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListReturns(id), cancellationToken));

    private static async Task<Created<ReturnDetails>> Return(
        Guid id, ReturnBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Created(
            $"/api/v1/assessments/{id}/returns", await mediator.Send(new ReturnAssessment(id, http.ExpectedVersions(), body.Reasons), cancellationToken));

    private static async Task<Ok<ReturnReasonDetails>> Close(
        Guid id, Guid reasonId, ReasonClosureBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CloseReturnReason(id, reasonId, body.Text), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Verify(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new VerifyAssessment(id, http.ExpectedVersions()), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Withdraw(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new WithdrawVerification(id, http.ExpectedVersions()), cancellationToken));

    private static Document<AssessmentDetails> Show(AssessmentDetails details) => Document.Changing(details, details.Version);
}

internal sealed record ReturnBody([property: MaxLength(ReturnAssessment.MostReasons)] IReadOnlyList<ReturnReasonInput>? Reasons);

internal sealed record ReasonClosureBody(string? Text);
