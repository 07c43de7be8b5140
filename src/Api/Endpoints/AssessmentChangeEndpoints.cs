using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using MediatR;

namespace Compliance.Api.Endpoints;

/// <summary>What an office does with an assessment besides answering: plan, assign, submit, or mark it as not assessed.</summary>
internal static class AssessmentChangeEndpoints
{
    public static void MapAssessmentChanges(this IEndpointRouteBuilder routes)
    {
        var assessment = routes.MapGroup("/assessments/{id:guid}").WithTags("Assessments")
            .Takes("id", ParameterTexts.Assessment)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound)
            .Refuses(AssessmentErrors.StatusForbids(default))
            .TakesIfMatch();
        assessment.MapPut("/plan", ChangePlan).WithName("changePlan").Sends<ChangePlan>()
            .WithSummary("Replace the observation plan of an assessment")
            .TakesJson()
            .Refuses(AssessmentErrors.SubjectAnswered)
            .Refuses(
                AssessmentErrors.PlanRefused, PlannedSubjectsErrors.TooFew, PlannedSubjectsErrors.TooMany(0), RegistryErrors.UnknownProduct(default),
                AssessmentErrors.ProductTwice, RegistryErrors.UnknownRegion(""));
        assessment.MapPut("/assignment", Assign).WithName("assignAssessment").Sends<AssignAssessment>()
            .WithSummary("Replace the assessors of an assessment")
            .TakesJson()
            .Refuses(
                AssessmentErrors.AssignmentRefused, AccessErrors.UnknownAssessor, AssessmentErrors.TechniqueTwice,
                AssessmentErrors.TechniqueUnused(""));
        assessment.MapPut("/not-assessed", MarkNotAssessed).WithName("markNotAssessed").Sends<MarkNotAssessed>()
            .WithSummary("Mark an assessment as not assessed")
            .TakesJson()
            .Refuses(AssessmentErrors.NoteMissing);
        assessment.MapDelete("/not-assessed", Reopen).WithName("reopenAssessment").Sends<ReopenAssessment>()
            .WithSummary("Reopen an assessment that was marked as not assessed")
            .WithDescription("The assessment returns to the status that it had before.");
        assessment.MapPut("/submission", Submit).WithName("submitAssessment").Sends<SubmitAssessment>()
            .ListsEveryFault()
            .WithSummary("Submit an assessment for verification")
            .Refuses(AssessmentErrors.Incomplete);
        assessment.MapDelete("/submission", Withdraw).WithName("withdrawSubmission").Sends<WithdrawSubmission>()
            .WithSummary("Withdraw the submission of an assessment")
            .WithDescription("A submission can be withdrawn until its verification begins.")
            .Refuses(AssessmentErrors.VerificationBegun);
    }

    private static async Task<Document<AssessmentDetails>> ChangePlan(
        Guid id, LocusBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) => Show(await mediator.Send(
            new ChangePlan(id, http.ExpectedVersions(), body.Subjects, body.Products, body.AssessedAt, body.AssessedAtNote), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Assign(
        Guid id, AssignmentBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new AssignAssessment(id, http.ExpectedVersions(), body.Assessor, body.Techniques), cancellationToken));

    private static async Task<Document<AssessmentDetails>> MarkNotAssessed(
        Guid id, NotAssessedBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new MarkNotAssessed(id, http.ExpectedVersions(), body.Reason, body.Note), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Reopen(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new ReopenAssessment(id, http.ExpectedVersions()), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Submit(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new SubmitAssessment(id, http.ExpectedVersions()), cancellationToken));

    private static async Task<Document<AssessmentDetails>> Withdraw(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new WithdrawSubmission(id, http.ExpectedVersions()), cancellationToken));

    private static Document<AssessmentDetails> Show(AssessmentDetails details) => Document.Changing(details, details.Version);
}

internal sealed record LocusBody(SubjectsInput? Subjects, IReadOnlyList<Guid>? Products, string? AssessedAt, string? AssessedAtNote);

internal sealed record AssignmentBody(string? Assessor, IReadOnlyList<TechniqueInput>? Techniques);

internal sealed record NotAssessedBody(NotAssessedReason? Reason, string? Note);
