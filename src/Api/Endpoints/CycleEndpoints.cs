using System.ComponentModel.DataAnnotations;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class CycleEndpoints
{
    public static void MapCycles(this IEndpointRouteBuilder routes)
    {
        var cycles = routes.MapGroup("/cycles").WithTags("Cycles");
        cycles.MapGet("", List).WithName("listCycles").Sends<ListCycles>().WithSummary("List the assessment cycles, newest first");
        cycles.MapGet("/{year:int}", Get).WithName("getCycle").Sends<GetCycle>()
            .WithSummary("Read an assessment cycle")
            .Takes("year", ParameterTexts.Cycle)
            .Refuses(HttpRefusals.NotFound);
        cycles.MapPost("", Open).WithName("openCycle").Sends<OpenCycle>()
            .WithSummary("Open the assessment cycle of a year")
            .TakesJson()
            .Refuses(CycleErrors.YearTaken(0, default, new("", ""), new("", "")), ConcurrencyErrors.IdTaken)
            .Refuses(InstrumentErrors.UnknownInstrument(""), InstrumentErrors.ResultsOnly, AssessmentYear.OutOfRange, CycleErrors.DatesCross)
            .TakesIdempotencyKey();
        cycles.MapPost("/{year:int}/assessments", Plan).WithName("planAssessments").Sends<PlanAssessments>()
            .ListsEveryFault()
            .WithSummary("Plan the assessments of a cycle")
            .WithDescription("Units that are planned already stay as they are.")
            .Takes("year", ParameterTexts.Cycle)
            .TakesJson(JsonBodies.ManyBytes)
            .Refuses(HttpRefusals.NotFound)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(
                AssessmentErrors.UnitsUnknown, AccessErrors.UnknownAssessor, AssessmentErrors.PlanRefused, AssessmentErrors.UnitTwice,
                PlannedSubjectsErrors.TooFew, PlannedSubjectsErrors.TooMany(0))
            .Refuses(RegistryErrors.UnknownProduct(default), AssessmentErrors.ProductTwice, RegistryErrors.UnknownRegion(""))
            .TakesIdempotencyKey();
        cycles.MapPut("/{year:int}/assignments", Assign).WithName("assignAssessments").Sends<AssignAssessments>()
            .ListsEveryFault()
            .WithSummary("Replace the assessors of several assessments")
            .WithDescription("Either all of the assessments are assigned or none.")
            .Takes("year", ParameterTexts.Cycle)
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound)
            .Refuses(AssessmentErrors.StatusForbids(default), ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(
                AssessmentErrors.UnknownAssessment, AssessmentErrors.AssignmentRefused, AccessErrors.UnknownAssessor, AssessmentErrors.TechniqueTwice,
                AssessmentErrors.TechniqueUnused(""));
        cycles.MapGet("/{year:int}/progress", GetProgress).WithName("getCycleProgress").Sends<GetCycleProgress>()
            .WithSummary("Read the progress of a cycle by office and assessor")
            .Takes("year", ParameterTexts.Cycle)
            .Takes("office", ParameterTexts.Office)
            .Refuses(HttpRefusals.NotFound);
    }

    private static async Task<Document<Page<CycleLine>>> List(string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
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
        TypedResults.Ok(await mediator.Send(new PlanAssessments(year, body.Units, body.Assessor, body.Subjects, body.Frame), cancellationToken));

    private static async Task<Ok<AssessmentsAssigned>> Assign(int year, AssignmentsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AssignAssessments(year, body.Assessments, body.Assessor, body.Techniques), cancellationToken));

    private static async Task<Document<CycleProgress>> GetProgress(int year, string? office, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetCycleProgress(year, query.Text(nameof(office), office));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }
}

internal sealed record OpenCycleBody(Guid? Id, int? Year, string? Instrument, DateOnly? OpensOn, DateOnly? ClosesOn);

internal sealed record PlanBody(
    [property: MaxLength(PlanAssessments.MostUnits)] IReadOnlyList<Guid>? Units,
    string? Assessor,
    SubjectsInput? Subjects,
    [property: MaxLength(PlanAssessments.MostUnits)] IReadOnlyList<FrameRow>? Frame);

internal sealed record AssignmentsBody(
    [property: MaxLength(AssignAssessments.MostAssessments)] IReadOnlyList<Guid>? Assessments, string? Assessor, IReadOnlyList<TechniqueInput>? Techniques);
