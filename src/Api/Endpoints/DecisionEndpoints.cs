using System.ComponentModel.DataAnnotations;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Cycles;
using Compliance.Application.Decisions;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

/// <summary>How results are adopted, decided, announced and corrected.</summary>
internal static class DecisionEndpoints
{
    private const string ProofType = "application/x-ndjson";

    public static void MapDecisions(this IEndpointRouteBuilder routes)
    {
        var cycle = routes.MapGroup("/cycles/{year:int}").WithTags("Decisions").Takes("year", ParameterTexts.Cycle).Refuses(HttpRefusals.NotFound);
        cycle.MapGet("/decisions", List).WithName("listDecisions").Sends<ListDecisions>()
            .WithSummary("List the decisions on a cycle")
            .WithDescription("The first decision fixes the results, every further one corrects them.");
        cycle.MapGet("/proof", Prove).WithName("proveDecisions").Sends<WriteProof>()
            .WithLongTimeout()
            .WithSummary("Export the announced decisions for independent verification")
            .WithDescription("Lines of JSON with every input of the results.")
            .ServesFile<string>(ProofType)
            .Refuses(DecisionErrors.NothingAnnounced);
        cycle.MapPut("/plenary", HoldPlenary).WithName("holdPlenary").Sends<HoldPlenary>()
            .WithSummary("Record the plenary meeting that adopted the results")
            .TakesJson()
            .Refuses(CycleErrors.NotSettled, CycleErrors.Decided, CycleErrors.NothingAssessed, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(CycleErrors.PlenaryOutOfTime);
        cycle.MapDelete("/plenary", CancelPlenary).WithName("cancelPlenary").Sends<CancelPlenary>()
            .WithSummary("Cancel the plenary meeting of a cycle")
            .WithDescription("Verification of the cycle can continue.")
            .Refuses(CycleErrors.Decided, ConcurrencyErrors.ChangedMeanwhile);
        cycle.MapPut("/decision", Decide).WithName("decideCycle").Sends<DecideCycle>()
            .WithSummary("Record the Chair's decision on a cycle")
            .WithDescription("Computes and fixes every result of the cycle.")
            .TakesJson()
            .Refuses(
                CycleErrors.NoPlenary, CycleErrors.NotSettled, CycleErrors.Decided, DecisionErrors.NumberTaken, CycleErrors.NothingAssessed,
                ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(CycleErrors.DecisionOutOfTime);
        cycle.MapPut("/announcement", Announce).WithName("announceCycle").Sends<AnnounceCycle>()
            .WithSummary("Set the time at which a decision is announced")
            .TakesJson()
            .Refuses(CycleErrors.NotDecided, DecisionErrors.AlreadyAnnounced, ConcurrencyErrors.ChangedMeanwhile);
        cycle.MapPost("/corrections", Correct).WithName("correctDecision").Sends<CorrectDecision>()
            .WithSummary("Record a decision that corrects announced results")
            .TakesJson(JsonBodies.ManyBytes)
            .Refuses(
                CycleErrors.NotDecided, DecisionErrors.NotAnnounced, DecisionErrors.NumberTaken, DecisionErrors.IdTaken,
                ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(CycleErrors.DecisionOutOfTime, DecisionErrors.AnswersRefused)
            .TakesIdempotencyKey();
    }

    private static async Task<Document<Page<DecisionDetails>>> List(int year, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListDecisions(year), cancellationToken));

    private static async Task<ServedFile> Prove(int year, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var proof = await mediator.Send(new WriteProof(year), cancellationToken);
        http.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"decisions-{year}.jsonl\"");

        return new(proof.Bytes, proof.Sha256, ProofType, "public, no-cache");
    }

    private static async Task<Ok<CycleDetails>> HoldPlenary(int year, PlenaryBody? body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new HoldPlenary(year, body?.On), cancellationToken));

    private static async Task<Ok<CycleDetails>> CancelPlenary(int year, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CancelPlenary(year), cancellationToken));

    private static async Task<Ok<DecisionDetails>> Decide(int year, DecisionBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DecideCycle(year, body.Number, body.Date), cancellationToken));

    private static async Task<Ok<DecisionDetails>> Announce(int year, AnnouncementBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AnnounceCycle(year, body.At), cancellationToken));

    private static async Task<Ok<DecisionDetails>> Correct(int year, CorrectionBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new CorrectDecision(year, body.Id, body.Number, body.Date, body.Reason, body.AnnounceAt, body.Assessments), cancellationToken));
}

internal sealed record PlenaryBody(DateOnly? On);

internal sealed record DecisionBody(string? Number, DateOnly? Date);

internal sealed record AnnouncementBody(DateTimeOffset? At);

internal sealed record CorrectionBody(
    Guid? Id, string? Number, DateOnly? Date, string? Reason, DateTimeOffset? AnnounceAt, [property: MaxLength(CorrectDecision.MostAssessments)] IReadOnlyList<AssessmentCorrection>? Assessments);
