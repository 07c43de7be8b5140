using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;
using MediatR;

namespace Compliance.Api.Endpoints;

/// <summary>What an office does with an assessment beside answering: planning, assigning, submitting, or saying that it is not made.</summary>
internal static class AssessmentChangeEndpoints
{
    public static void MapAssessmentChanges(this IEndpointRouteBuilder routes)
    {
        var assessment = routes.MapGroup("/assessments/{id:guid}").WithTags("Assessments")
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound)
            .Refuses(AssessmentErrors.StatusForbids(default))
            .TakesIfMatch();
        assessment.MapPut("/plan", ChangePlan).WithName("changePlan").Sends<ChangePlan>()
            .WithSummary("Replace on what and where the unit is observed")
            .TakesJson()
            .Refuses(AssessmentErrors.SubjectAnswered)
            .Refuses(
                AssessmentErrors.PlanRefused, PlannedSubjectsErrors.TooFew, PlannedSubjectsErrors.TooMany(0), RegistryErrors.UnknownProduct(default),
                AssessmentErrors.ProductTwice, RegistryErrors.UnknownRegion(""));
        assessment.MapPut("/assignment", Assign).WithName("assignAssessment").Sends<AssignAssessment>()
            .WithSummary("Replace who assesses the unit, or single techniques of it")
            .TakesJson()
            .Refuses(
                AssessmentErrors.AssignmentRefused, AccessErrors.UnknownAssessor, AssessmentErrors.TechniqueTwice,
                AssessmentErrors.TechniqueUnused(""));
        assessment.MapPut("/not-assessed", MarkNotAssessed).WithName("markNotAssessed").Sends<MarkNotAssessed>()
            .WithSummary("Say that the unit is not assessed, and why")
            .TakesJson()
            .Refuses(AssessmentErrors.NoteMissing);
        assessment.MapDelete("/not-assessed", Reopen).WithName("reopenAssessment").Sends<ReopenAssessment>()
            .WithSummary("Assess the unit after all: it goes on where it was");
        assessment.MapPut("/submission", Submit).WithName("submitAssessment").Sends<SubmitAssessment>()
            .WithSummary("Hand a complete assessment to head office")
            .Refuses(AssessmentErrors.Incomplete);
        assessment.MapDelete("/submission", Withdraw).WithName("withdrawSubmission").Sends<WithdrawSubmission>()
            .WithSummary("Take a submitted assessment back while nobody verifies it")
            .Refuses(AssessmentErrors.VerificationBegun);
    }

    private static async Task<Document<AssessmentDetails>> ChangePlan(
        Guid id, LocusBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) => Show(await mediator.Send(
            new ChangePlan(id, http.ExpectedVersion(), body.Subjects, body.Products, body.AssessedAt, body.AssessedAtNote), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Assign(
        Guid id, AssignmentBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new AssignAssessment(id, http.ExpectedVersion(), body.Assessor, body.Techniques), cancellationToken));

    private static async Task<Document<AssessmentDetails>> MarkNotAssessed(
        Guid id, NotAssessedBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new MarkNotAssessed(id, http.ExpectedVersion(), body.Reason, body.Note), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Reopen(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new ReopenAssessment(id, http.ExpectedVersion()), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Submit(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new SubmitAssessment(id, http.ExpectedVersion()), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Withdraw(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new WithdrawSubmission(id, http.ExpectedVersion()), cancellationToken));

    private static Document<AssessmentDetails> Show(AssessmentDetails details) => Document.Changing(details, details.Version);
}

internal sealed record LocusBody(SubjectsInput? Subjects, IReadOnlyList<Guid>? Products, string? AssessedAt, string? AssessedAtNote);

internal sealed record AssignmentBody(string? Assessor, IReadOnlyList<TechniqueInput>? Techniques);

internal sealed record NotAssessedBody(NotAssessedReason? Reason, string? Note);
