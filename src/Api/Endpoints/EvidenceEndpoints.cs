using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class EvidenceEndpoints
{
    private static readonly string[] mediaTypes = [.. Enum.GetValues<ContentKind>().Select(kind => kind.MediaType())];

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/assessments/{id:guid}/evidence").WithTags("Evidence")
            .Takes("id", ParameterTexts.Assessment)
            .Refuses(HttpRefusals.NotFound);
        evidence.MapGet("", List).WithName("listEvidence").Sends<ListEvidence>()
            .WithSummary("List the evidence of an assessment")
            .Takes("indicator", ParameterTexts.Indicator)
            .Takes("subject", ParameterTexts.Subject);
        evidence.MapPost("", Add).WithName("addEvidence").Sends<AddEvidence>()
            .WithSummary("Add evidence to an assessment")
            .WithDescription("The evidence is a file, a link or a finished upload.")
            .Accepts<EvidenceForm>(FileForm.MediaType)
            .Refuses(HttpRefusals.MalformedRequest)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(
                ConcurrencyErrors.IdTaken, AssessmentErrors.StatusForbids(default), EvidenceErrors.Replaced, EvidenceErrors.Withdrawn,
                EvidenceErrors.UploadIncomplete(0, 0), EvidenceErrors.UploadFinished, EvidenceErrors.UploadBusy, EvidenceErrors.AssessmentQuota(0, 0), EvidenceErrors.AccountQuota(0, 0),
                ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(EvidenceErrors.FileTooLarge(0))
            .Refuses(HttpRefusals.UnsupportedMediaType)
            .Refuses(EvidenceErrors.Refused, EvidenceErrors.FileEmpty, EvidenceErrors.UnsupportedContent, EvidenceErrors.ContentMismatch("", default))
            .WithLongTimeout();
        var piece = evidence.MapGroup("/{evidenceId:guid}").Takes("evidenceId", ParameterTexts.Evidence);
        piece.MapGet("", Get).WithName("getEvidence").Sends<GetEvidence>().WithSummary("Read the metadata of a piece of evidence");
        piece.MapGet("/content", GetContent).WithName("getEvidenceContent").Sends<OpenEvidence>()
            .WithSummary("Download the file of a piece of evidence")
            .ServesEvidence();
        piece.MapPut("/observations", PutObservations).WithName("putEvidenceObservations").Sends<PutEvidenceObservations>()
            .WithSummary("Replace the observations that a piece of evidence supports")
            .WithDescription("A review of the earlier list no longer counts.")
            .Changes()
            .Refuses(EvidenceErrors.Refused);
        piece.MapPut("/review", Review).WithName("reviewEvidence").Sends<ReviewEvidence>()
            .WithSummary("Review a piece of evidence")
            .WithDescription("The evidence is accepted or rejected.")
            .Changes()
            .Refuses(EvidenceErrors.Quarantined)
            .Refuses(EvidenceErrors.OwnEvidence, EvidenceErrors.RejectionUnexplained);
        piece.MapPut("/withdrawal", Withdraw).WithName("withdrawEvidence").Sends<WithdrawEvidence>()
            .WithSummary("Withdraw a piece of evidence")
            .WithDescription("Withdrawn evidence stays readable.")
            .Changes();
    }

    /// <summary>Declares what all endpoints that serve files have in common.</summary>
    public static RouteHandlerBuilder ServesEvidence(this RouteHandlerBuilder endpoint) => endpoint
        .ServesFile<Stream>(mediaTypes)
        .Refuses(EvidenceErrors.Quarantined, EvidenceErrors.NoContent)
        .Sandboxed()
        .WithLongTimeout();

    /// <summary>Served as an attachment, so that browsers do not show it. The bytes of an address never change, so their hash is the ETag.</summary>
    public static ServedFile Serve(EvidenceContent content) =>
        new(content.Bytes, content.Sha256, content.MediaType, "private, no-cache", content.FileName);

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint
        .TakesJson().TakesIfMatch()
        .Refuses(AccessErrors.OutsideScope)
        .Refuses(AssessmentErrors.StatusForbids(default), EvidenceErrors.Replaced, EvidenceErrors.Withdrawn);

    private static async Task<Document<Page<EvidenceDetails>>> List(
        Guid id, string? indicator, string? subject, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListEvidence(id, query.Text(nameof(indicator), indicator), query.Text(nameof(subject), subject), query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<EvidenceDetails>> Add(
        Guid id, HttpContext http, IEvidenceStore store, EvidenceSettings settings, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Request.RequireMediaType(FileForm.MediaType);
        var added = await mediator.Send(new AddEvidence(id, token => EvidenceFormParser.Read(http, store, settings, token)), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(added.Version);

        return TypedResults.Created($"/api/v1/assessments/{id}/evidence/{added.Id}", added);
    }

    private static async Task<Document<EvidenceDetails>> Get(Guid id, Guid evidenceId, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new GetEvidence(id, evidenceId), cancellationToken));

    private static async Task<ServedFile> GetContent(Guid id, Guid evidenceId, IMediator mediator, CancellationToken cancellationToken) =>
        Serve(await mediator.Send(new OpenEvidence(id, evidenceId), cancellationToken));

    private static async Task<Document<EvidenceDetails>> PutObservations(
        Guid id, Guid evidenceId, ObservationsBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new PutEvidenceObservations(id, evidenceId, http.ExpectedVersions(), body.Observations), cancellationToken));

    private static async Task<Document<EvidenceDetails>> Review(
        Guid id, Guid evidenceId, ReviewBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new ReviewEvidence(id, evidenceId, http.ExpectedVersions(), body.Verdict, body.Reason), cancellationToken));

    private static async Task<Document<EvidenceDetails>> Withdraw(
        Guid id, Guid evidenceId, WithdrawalBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new WithdrawEvidence(id, evidenceId, http.ExpectedVersions(), body.Reason), cancellationToken));

    private static Document<EvidenceDetails> Versioned(EvidenceDetails details) => Document.Versioned(details, details.Version);
}

internal sealed record ObservationsBody(IReadOnlyList<Observation>? Observations);

internal sealed record ReviewBody(EvidenceVerdict? Verdict, string? Reason);

internal sealed record WithdrawalBody(string? Reason);
