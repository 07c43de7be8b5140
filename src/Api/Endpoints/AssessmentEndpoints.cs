using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Scoring;
using Compliance.Domain.Assessments;
using Compliance.Domain.Scoring;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class AssessmentEndpoints
{
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        var assessments = routes.MapGroup("/assessments").WithTags("Assessments");
        assessments.MapGet("", List).WithName("listAssessments").Sends<ListAssessments>()
            .WithSummary("List assessments")
            .Takes("cycle", ParameterTexts.Cycle)
            .Takes("office", ParameterTexts.Office)
            .Takes("assessor", "The e-mail address of an assessor to whom the unit, or a technique of it, is assigned.")
            .TakesOneOf<AssessmentStatus>("status", "The status of the assessment");
        var assessment = assessments.MapGroup("/{id:guid}").Takes("id", ParameterTexts.Assessment).Refuses(HttpRefusals.NotFound);
        assessment.MapGet("", Get).WithName("getAssessment").Sends<GetAssessment>().WithSummary("Read an assessment");
        assessment.MapGet("/form", GetForm).WithName("getForm").Sends<GetForm>()
            .WithSummary("Read the form of an assessment")
            .WithDescription("The form holds all that a client needs to observe the unit, also offline.");
        assessment.MapGet("/score", GetScore).WithName("getLiveScore").Sends<GetLiveScore>()
            .WithSummary("Read the current score card of an assessment")
            .Takes("trace", ParameterTexts.Trace);
        assessment.MapGet("/improvements", ListImprovements).WithName("listImprovements").Sends<ListImprovements>()
            .WithSummary("List the improvements that reach a target")
            .Takes("target", "The code of a zone (green) or a category (A) of the instrument.")
            .Refuses(ScoringErrors.UnknownTarget([]));
    }

    private static async Task<Document<Page<AssessmentLine>>> List(
        string? cycle,
        string? office,
        string? assessor,
        string? status,
        string? limit,
        string? cursor,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListAssessments(
            query.Year(nameof(cycle), cycle),
            query.Text(nameof(office), office),
            query.Text(nameof(assessor), assessor),
            query.OneOf<AssessmentStatus>(nameof(status), status),
            query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AssessmentDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        var details = await mediator.Send(new GetAssessment(id), cancellationToken);

        return Document.Changing(details, details.Version);
    }

    private static async Task<Document<AssessmentForm>> GetForm(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetForm(id, http.ReaderLanguage()), cancellationToken));

    private static async Task<Document<ScoreCardDetails>> GetScore(
        Guid id, string? trace, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetLiveScore(id, query.Flag(nameof(trace), trace), http.ReaderLanguage());
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<ImprovementPlanDetails>> ListImprovements(
        Guid id, string? target, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListImprovements(id, query.Text(nameof(target), target), http.ReaderLanguage());
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }
}
