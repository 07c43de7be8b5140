using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Commitments;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Common;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Evidence;
using Compliance.Domain.Obligations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class CommitmentEndpoints
{
    private const string Tag = "Commitments";

    private static readonly DomainError[] faults =
    [
        CommitmentErrors.Refused, CommitmentErrors.ObligatedNotParty, CommitmentErrors.DueDateNeeded, CommitmentErrors.OutsideTerm(default, default),
        CommitmentErrors.RecurrenceWithoutEnd, CommitmentErrors.RecurrenceCrosses, CommitmentErrors.TooManyDeadlines,
        CommitmentErrors.ScopeItemNotAgreed, CommitmentErrors.TargetIsBaseline, CommitmentErrors.DirectionContradicts,
        CommitmentErrors.SeriesNeedsInstitution, CorrectiveActionErrors.IndicatorNowhere,
    ];

    public static void MapCommitments(this IEndpointRouteBuilder routes)
    {
        var ofAgreement = routes.MapGroup("/agreements/{id:guid}/commitments").WithTags(Tag)
            .Takes("id", ParameterTexts.Agreement)
            .Refuses(HttpRefusals.NotFound);
        ofAgreement.MapGet("", List).WithName("listCommitments").Sends<ListCommitments>().WithSummary("List the commitments under an agreement");
        ofAgreement.MapPost("", Make).WithName("makeCommitment").Sends<MakeCommitment>()
            .WithSummary("Create a commitment under an agreement")
            .WithDescription("A commitment is due once or at regular intervals.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken, AgreementErrors.NotSigned, AgreementErrors.Terminated, CommitmentErrors.AgreementEnded)
            .Refuses(faults)
            .TakesIdempotencyKey();
        var commitment = routes.MapGroup("/commitments/{id:guid}").WithTags(Tag)
            .Takes("id", "The id of the commitment.")
            .Refuses(HttpRefusals.NotFound);
        commitment.MapGet("", Get).WithName("getCommitment").Sends<GetCommitment>().WithSummary("Read a commitment with its deadlines");
        commitment.MapPut("", Redraft).WithName("redraftCommitment").Sends<RedraftCommitment>()
            .WithSummary("Replace a commitment that has no report yet")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(CommitmentErrors.Reported, AgreementErrors.Terminated, CommitmentErrors.AgreementEnded)
            .Refuses(faults);
        commitment.MapGet("/progress", ListReports).WithName("listProgress").Sends<ListProgress>()
            .WithSummary("List the progress reports of a commitment, newest first");
        commitment.MapPost("/progress", Report).WithName("reportProgress").Sends<ReportProgress>()
            .WithSummary("Report progress on a commitment")
            .WithDescription("Reports come from the obligated side.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken, CommitmentErrors.DeadlineClosed, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(
                CommitmentErrors.ProgressRefused, AgreementErrors.InFuture, CommitmentErrors.NoSuchDeadline, EvidenceErrors.NotALink,
                AgreementErrors.UnknownDocument)
            .TakesIdempotencyKey();
        commitment.MapPut("/closure", Close).WithName("closeCommitment").Sends<CloseCommitment>()
            .WithSummary("Close a deadline of a commitment")
            .WithDescription("A second person of the other side accepts or rejects the report.")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(CommitmentErrors.DeadlineNotReported)
            .Refuses(
                CommitmentErrors.ProgressRefused, CommitmentErrors.NoSuchDeadline, EvidenceErrors.NotALink, CommitmentErrors.OwnSideCloses,
                CommitmentErrors.ReporterCloses, CommitmentErrors.ProofMissing, ObligationErrors.RejectionReasonNeeded);
    }

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
        Show(await mediator.Send(new RedraftCommitment(id, http.ExpectedVersions(), body), cancellationToken));

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
            new CloseCommitment(id, http.ExpectedVersions(), body.Accepted, body.Reason, body.Proof, body.DueOn, body.Note), cancellationToken));

    /// <summary>The status of deadlines and the allowed actions change without the version.</summary>
    private static Document<CommitmentDetails> Show(CommitmentDetails details) => Document.Changing(details, details.Version);
}

internal sealed record CommitmentBody : CommitmentInput
{
    public Guid? Id { get; init; }
}

internal sealed record ProgressBody(Guid? Id, DateOnly? On, decimal? Value, string? Text, string? Proof, Guid? Document, bool? Done, DateOnly? DueOn);

internal sealed record ClosureBody(bool? Accepted, string? Reason, string? Proof, DateOnly? DueOn, string? Note);
