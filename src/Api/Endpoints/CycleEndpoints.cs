using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Cycles;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class CycleEndpoints
{
    public static void MapCycles(this IEndpointRouteBuilder routes)
    {
        var cycles = routes.MapGroup("/cycles").WithTags("Cycles");
        cycles.MapGet("", List).WithName("listCycles").Sends<ListCycles>().WithSummary("The yearly cycles, newest first");
        cycles.MapGet("/{year:int}", Get).WithName("getCycle").Sends<GetCycle>().WithSummary("One cycle").Refuses(404, "notFound");
        cycles.MapPost("", Open).WithName("openCycle").Sends<OpenCycle>()
            .WithSummary("Open the cycle of a year on a published instrument")
            .TakesJson()
            .Refuses(409, "cycleExists", "idTaken")
            .Refuses(422, "unknownInstrument", "instrumentResultsOnly", "yearOutOfRange", "datesCross")
            .SafeToRepeat();
        cycles.MapPost("/{year:int}/assessments", Plan).WithName("planAssessments").Sends<PlanAssessments>()
            .WithSummary("Plan units into a cycle; again: nothing new")
            .TakesJson()
            .Refuses(404, "notFound")
            .Refuses(403, "outsideScope")
            .Refuses(422, "unknownUnit", "unknownAssessor")
            .SafeToRepeat();
    }

    private static async Task<Document<Page<CycleLine>>> List(string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryReading();
        var request = new ListCycles(query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<CycleDetails>> Get(int year, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetCycle(year), cancellationToken));

    private static async Task<Created<CycleDetails>> Open(OpenCycleBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var cycle = await mediator.Send(new OpenCycle(body.Id, body.Year, body.Instrument, body.OpensOn, body.ClosesOn), cancellationToken);

        return TypedResults.Created($"/api/v1/cycles/{cycle.Year}", cycle);
    }

    private static async Task<Ok<AssessmentsPlanned>> Plan(int year, PlanBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new PlanAssessments(year, body.Units, body.Assessor), cancellationToken));
}

internal sealed record OpenCycleBody(Guid? Id, int? Year, string? Instrument, DateOnly? OpensOn, DateOnly? ClosesOn);

internal sealed record PlanBody(IReadOnlyList<Guid>? Units, string? Assessor);
