using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Edges;
using Compliance.Api.Errors;
using Compliance.Api.Requests;
using Compliance.Application.Audit;
using Compliance.Application.Common;
using Compliance.Domain.Results;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("", List).WithName("listAudit").WithSummary("Who did what, newest first").Sends<ListAudit>();
        audit.MapGet("/verify", Verify).WithName("verifyAudit")
            .WithSummary("Recompute every hash, link and signature")
            .MayTakeLong().Sends<VerifyAudit>();
        audit.MapGet("/export", Export).WithName("exportAudit")
            .WithSummary("The whole trail as lines of JSON, to verify without us")
            .MayTakeLong().Produces<string>(StatusCodes.Status200OK, ExportType).Sends<ExportAudit>();
        audit.MapGet("/keys", ListKeys).WithName("listAuditKeys").WithSummary("The public keys that verify the seals").Sends<ListAuditKeys>();
        audit.MapGet("/checkpoints", ListCheckpoints).WithName("listCheckpoints").WithSummary("The seals, newest first").Sends<ListCheckpoints>();
        audit.MapPost("/checkpoints", Seal).WithName("sealAudit")
            .WithSummary("Seal now what was written since the last seal")
            .Sends<SealAudit>()
            .Refuses(ResultErrors.ChangedMeanwhile);
    }

    private const string ExportType = "application/x-ndjson";

    private static async Task<Document<Page<AuditLine>>> List(
        string? resource,
        string? actor,
        string? useCase,
        string? from,
        string? to,
        string? limit,
        string? cursor,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryReading();
        var request = new ListAudit(
            query.Text(nameof(resource), resource),
            query.Text(nameof(actor), actor),
            query.Text(nameof(useCase), useCase),
            query.Instant(nameof(from), from),
            query.Instant(nameof(to), to),
            query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AuditVerified>> Verify(HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new VerifyAudit(http.ReaderLanguage()), cancellationToken));

    private static async Task Export(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.ContentType = ExportType;
        http.Response.Headers.CacheControl = "no-store";
        await mediator.Send(new ExportAudit(http.Response.Body), cancellationToken);
    }

    private static async Task<Document<Page<AuditKeyLine>>> ListKeys(IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListAuditKeys(), cancellationToken));

    private static async Task<Document<Page<CheckpointLine>>> ListCheckpoints(
        string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryReading();
        var request = new ListCheckpoints(query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Ok<AuditSealed>> Seal(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SealAudit(), cancellationToken));
}
