using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Commitments;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class WorkPlanEndpoints
{
    public static void MapWorkPlans(this IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/agreements/{id:guid}/work-plans").WithTags("Commitments")
            .Takes("id", ParameterTexts.Agreement)
            .Refuses(HttpRefusals.NotFound);
        plans.MapGet("", List).WithName("listWorkPlans").Sends<ListWorkPlans>().WithSummary("List the work plans of an agreement");
        plans.MapGet("/{year:int}", Get).WithName("getWorkPlan").Sends<GetWorkPlan>()
            .WithSummary("Read the work plan of an agreement for a year")
            .Takes("year", "The year of the work plan.");
        plans.MapPut("/{year:int}", Write).WithName("writeWorkPlan").Sends<WriteWorkPlan>()
            .WithSummary("Record the work plan of an agreement for a year")
            .Takes("year", "The year of the work plan.")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(AgreementErrors.NotSigned)
            .Refuses(CommitmentErrors.PlanRefused, CommitmentErrors.YearOutsideTerm, AgreementErrors.InFuture);
    }

    private static async Task<Document<Page<WorkPlanDetails>>> List(
        Guid id, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListWorkPlans(id, query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<WorkPlanDetails>> Get(Guid id, int year, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetWorkPlan(id, year), cancellationToken));

    private static async Task<Document<WorkPlanDetails>> Write(
        Guid id, int year, WorkPlanBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new WriteWorkPlan(id, year, http.ExpectedVersions(), body.Summary, body.AdoptedOn), cancellationToken));

    /// <summary>The deadlines change without the version.</summary>
    private static Document<WorkPlanDetails> Show(WorkPlanDetails details) => Document.Changing(details, details.Version);
}

internal sealed record WorkPlanBody(string? Summary, DateOnly? AdoptedOn);
