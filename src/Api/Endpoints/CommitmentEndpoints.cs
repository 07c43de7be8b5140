using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Commitments;
using Compliance.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class CommitmentEndpoints
{
    private const string Tag = "Commitments";

    private static readonly string[] faults =
    [
        "commitmentRefused", "obligatedNotParty", "dueDateNeeded", "outsideTerm", "recurrenceWithoutEnd", "recurrenceCrosses", "tooManyDeadlines",
        "scopeItemNotAgreed", "targetIsBaseline", "directionContradicts", "seriesNeedsInstitution", "indicatorNowhere",
    ];

    public static void MapCommitments(this IEndpointRouteBuilder routes)
    {
        var ofAgreement = routes.MapGroup("/agreements/{id:guid}/commitments").WithTags(Tag).Refuses(404, "notFound");
        ofAgreement.MapGet("", List).WithName("listCommitments").Sends<ListCommitments>().WithSummary("The commitments under an agreement");
        ofAgreement.MapPost("", Make).WithName("makeCommitment").Sends<MakeCommitment>()
            .WithSummary("Promise something under an agreement, due once or again and again")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "idTaken", "agreementNotSigned", "agreementTerminated", "agreementEnded")
            .Refuses(422, faults)
            .SafeToRepeat();
        var commitment = routes.MapGroup("/commitments/{id:guid}").WithTags(Tag).Refuses(404, "notFound");
        commitment.MapGet("", Get).WithName("getCommitment").Sends<GetCommitment>().WithSummary("One commitment with its deadlines");
        commitment.MapPut("", Redraft).WithName("redraftCommitment").Sends<RedraftCommitment>()
            .WithSummary("Replace what it says, while nothing was reported of it").TakesVersioned()
            .Refuses(409, "commitmentReported", "agreementTerminated", "agreementEnded").Refuses(422, faults);
        commitment.MapGet("/progress", ListReports).WithName("listProgress").Sends<ListProgress>().WithSummary("The reports of a commitment, newest first");
        commitment.MapPost("/progress", Report).WithName("reportProgress").Sends<ReportProgress>()
            .WithSummary("Say how far it is; the obligated side does")
            .TakesJson()
            .Refuses(403, "outsideScope")
            .Refuses(409, "idTaken", "deadlineClosed", "changedMeanwhile")
            .Refuses(422, "progressRefused", "inFuture", "noSuchDeadline", "notALink", "unknownDocument")
            .SafeToRepeat();
        commitment.MapPut("/closure", Close).WithName("closeCommitment").Sends<CloseCommitment>()
            .WithSummary("Accept that a deadline was kept, or reject the report; a second person of the other side does").TakesVersioned()
            .Refuses(409, "deadlineNotReported")
            .Refuses(422, "progressRefused", "noSuchDeadline", "notALink", "ownSideCloses", "reporterCloses", "proofMissing", "rejectionReasonNeeded");
    }

    private static RouteHandlerBuilder TakesVersioned(this RouteHandlerBuilder endpoint) => endpoint.TakesJson()
        .Refuses(403, "outsideScope").Refuses(409, "changedMeanwhile").Refuses(412, "versionDiffers").Refuses(428, "ifMatchMissing");

    private static async Task<Document<Page<CommitmentDetails>>> List(
        Guid id, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListCommitments(id, query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<CommitmentDetails>> Make(
        Guid id, CommitmentBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new MakeCommitment(id, body.Id, body), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(made.Version);

        return TypedResults.Created($"/api/v1/commitments/{made.Id}", made);
    }

    private static async Task<Document<CommitmentDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetCommitment(id), cancellationToken));

    private static async Task<Document<CommitmentDetails>> Redraft(
        Guid id, CommitmentInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new RedraftCommitment(id, http.ExpectedVersion(), body), cancellationToken));

    private static async Task<Document<Page<ProgressDetails>>> ListReports(
        Guid id, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListProgress(id, query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<ProgressDetails>> Report(Guid id, ProgressBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var reported = await mediator.Send(
            new ReportProgress(id, body.Id, body.On, body.Value, body.Text, body.Proof, body.Document, body.Done, body.DueOn), cancellationToken);

        return TypedResults.Created($"/api/v1/commitments/{id}/progress", reported);
    }

    private static async Task<Document<CommitmentDetails>> Close(
        Guid id, ClosureBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(
            new CloseCommitment(id, http.ExpectedVersion(), body.Accepted, body.Reason, body.Proof, body.DueOn, body.Note), cancellationToken));

    /// <summary>What is late, and what the caller may do, changes without its version.</summary>
    private static Document<CommitmentDetails> Show(CommitmentDetails details) => Document.Changing(details, details.Version);
}

internal sealed record CommitmentBody : CommitmentInput
{
    public Guid? Id { get; init; }
}

internal sealed record ProgressBody(Guid? Id, DateOnly? On, decimal? Value, string? Text, string? Proof, Guid? Document, bool? Done, DateOnly? DueOn);

internal sealed record ClosureBody(bool? Accepted, string? Reason, string? Proof, DateOnly? DueOn, string? Note);
