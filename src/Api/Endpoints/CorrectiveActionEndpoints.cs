using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.CorrectiveActions;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Evidence;
using Compliance.Domain.Obligations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class CorrectiveActionEndpoints
{
    private const string Tag = "Following up";

    public static void MapCorrectiveActions(this IEndpointRouteBuilder routes)
    {
        var ofInstitution = routes.MapGroup("/institutions/{code}/corrective-actions").WithTags(Tag)
            .Takes("code", ParameterTexts.Institution)
            .Refuses(HttpRefusals.NotFound);
        ofInstitution.MapGet("", List).WithName("listCorrectiveActions").Sends<ListCorrectiveActions>()
            .WithSummary("List the corrective actions of an institution, earliest due date first")
            .TakesOneOf<CorrectiveActionStatus>("status", "The status of the corrective action");
        ofInstitution.MapPost("", Open).WithName("openCorrectiveAction").Sends<OpenCorrectiveAction>()
            .WithSummary("Open a corrective action for an institution")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken)
            .Refuses(
                CorrectiveActionErrors.ActionRefused, CorrectiveActionErrors.UnitOfAnother, CorrectiveActionErrors.IndicatorNowhere, CorrectiveActionErrors.DueBeforeDocument,
                CorrectiveActionErrors.DutiesOverlap)
            .TakesIdempotencyKey();
        var action = routes.MapGroup("/corrective-actions/{id:guid}").WithTags(Tag)
            .Takes("id", "The id of the corrective action.")
            .Refuses(HttpRefusals.NotFound);
        action.MapGet("", Get).WithName("getCorrectiveAction").Sends<GetCorrectiveAction>().WithSummary("Read a corrective action");
        action.MapPut("/completion", Complete).WithName("completeCorrectiveAction").Sends<CompleteCorrectiveAction>()
            .WithSummary("Report the completion of a corrective action")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(CorrectiveActionErrors.ActionResolved)
            .Refuses(CorrectiveActionErrors.ActionRefused, EvidenceErrors.NotALink, CorrectiveActionErrors.DutiesOverlap);
        action.MapPut("/verification", Verify).WithName("verifyCorrectiveAction").Sends<VerifyCorrectiveAction>()
            .WithSummary("Verify the completion of a corrective action")
            .WithDescription("The report is accepted, or rejected with a reason.")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(CorrectiveActionErrors.ActionNotReported)
            .Refuses(ObligationErrors.RejectionReasonNeeded, CorrectiveActionErrors.DutiesOverlap);
    }

    private static async Task<Document<Page<CorrectiveActionDetails>>> List(
        string code, string? status, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListCorrectiveActions(code, query.OneOf<CorrectiveActionStatus>(nameof(status), status), query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<CorrectiveActionDetails>> Open(
        string code, CorrectiveActionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var opened = await mediator.Send(
            new OpenCorrectiveAction(code, body.Id, body.Kind, body.Document, body.Unit, body.Indicator, body.Title, body.DueOn), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(opened.Version);

        return TypedResults.Created($"/api/v1/corrective-actions/{opened.Id}", opened);
    }

    private static async Task<Document<CorrectiveActionDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetCorrectiveAction(id), cancellationToken));

    private static async Task<Document<CorrectiveActionDetails>> Complete(
        Guid id, CompletionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new CompleteCorrectiveAction(id, http.ExpectedVersions(), body.Text, body.Proof), cancellationToken));

    private static async Task<Document<CorrectiveActionDetails>> Verify(
        Guid id, VerificationBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new VerifyCorrectiveAction(id, http.ExpectedVersions(), body.Accepted, body.Reason), cancellationToken));

    /// <summary>The status and the allowed actions change without the version.</summary>
    private static Document<CorrectiveActionDetails> Show(CorrectiveActionDetails details) => Document.Changing(details, details.Version);
}

internal sealed record CorrectiveActionBody(
    Guid? Id, CorrectiveActionKind? Kind, DocumentInput? Document, Guid? Unit, string? Indicator, string? Title, DateOnly? DueOn);

internal sealed record CompletionBody(string? Text, string? Proof);

internal sealed record VerificationBody(bool? Accepted, string? Reason);
