using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Audit;
using Compliance.Application.Common;
using Compliance.Application.Exports;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class AuditEndpoints
{
    private const string ExportType = "application/x-ndjson";

    /// <summary>Each has a file of the size of the whole trail, as long as its client reads.</summary>
    private const int ExportsRunning = 3;

    /// <summary>One occupies a processor for minutes, and those that wait hold nothing.</summary>
    private const int VerificationsRunning = 2;
    private const int VerificationsWaiting = 8;

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("", List).WithName("listAudit").Sends<ListAudit>()
            .WithSummary("List the audit entries, newest first")
            .Takes("resource", "What was changed, such as assessments/{id} or cycles/2026.")
            .Takes("actor", "Who made the change: account:{id}, apiKey:{id}, program or anonymous.")
            .Takes("useCase", "The use case that made the change, such as putAnswers.")
            .Takes("from", "The earliest time of an entry (RFC 3339 with its offset).")
            .Takes("to", "The time before which an entry was written (RFC 3339 with its offset).");
        audit.MapGet("/verify", Verify).WithName("verifyAudit").Sends<VerifyAudit>()
            .WithSummary("Verify the integrity of the audit trail")
            .WithDescription("Recomputes every hash, link, authenticator and signature, and compares the tables with what the trail says of them.")
            .AtMostAtOnce(VerificationsRunning, VerificationsWaiting)
            .WithLongTimeout();
        audit.MapGet("/export", Export).WithName("exportAudit").Sends<ExportAudit>()
            .WithSummary("Export the audit trail for independent verification")
            .WithDescription("One line of JSON per entry.")
            .ServesFile<string>(ExportType)
            .AtMostAtOnce(ExportsRunning, waiting: 0)
            .WithLongTimeout();
        audit.MapGet("/keys", ListKeys).WithName("listAuditKeys").Sends<ListAuditKeys>().WithSummary("List the public keys that verify audit seals");
        audit.MapGet("/checkpoints", ListCheckpoints).WithName("listCheckpoints").Sends<ListCheckpoints>()
            .WithSummary("List the checkpoints of the audit trail, newest first");
        audit.MapPost("/checkpoints", Seal).WithName("sealAudit").Sends<SealAudit>()
            .WithSummary("Seal the audit entries since the last checkpoint")
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
    }

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
        var query = new QueryParser();
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

    private static async Task<ServedFile> Export(IExportFiles files, IMediator mediator, CancellationToken cancellationToken)
    {
        var export = await files.WriteOnce((to, token) => mediator.Send(new ExportAudit(to), token), cancellationToken);

        return new(export.Bytes, export.Sha256, ExportType, "no-store");
    }

    private static async Task<Document<Page<AuditKeyLine>>> ListKeys(IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListAuditKeys(), cancellationToken));

    private static async Task<Document<Page<CheckpointLine>>> ListCheckpoints(
        string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListCheckpoints(query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Ok<AuditSealed>> Seal(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SealAudit(), cancellationToken));
}
