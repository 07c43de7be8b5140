using System.ComponentModel.DataAnnotations;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Application.SecondScorings;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Scoring;
using Compliance.Domain.SecondScorings;
using MediatR;

namespace Compliance.Api.Endpoints;

/// <summary>A sample of each cycle is scored a second time, blind, and both scorings are compared.</summary>
internal static class SecondScoringEndpoints
{
    public static void MapSecondScorings(this IEndpointRouteBuilder routes)
    {
        var cycle = routes.MapGroup("/cycles/{year:int}").WithTags("Second scoring")
            .Takes("year", ParameterTexts.Cycle)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound);
        cycle.MapPut("/second-scoring", Draw).WithName("drawSecondScorings").Sends<DrawSecondScorings>()
            .WithSummary("Draw the sample for second scoring")
            .WithDescription("Drawing the same sample again changes nothing.")
            .TakesJson()
            .Refuses(SecondScoringErrors.SampleBegun, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(SecondScoringErrors.SampleSize, SecondScoringErrors.SampleTooLarge(0));
        cycle.MapGet("/agreement", GetScorerAgreement).WithName("getScorerAgreement").Sends<GetScorerAgreement>()
            .WithSummary("Read the inter-rater agreement of a cycle")
            .WithDescription("By indicator and by assessor.");
        routes.MapGet("/second-scorings", List).WithTags("Second scoring").WithName("listSecondScorings").Sends<ListSecondScorings>()
            .WithSummary("List second scorings")
            .Takes("cycle", ParameterTexts.Cycle);
        var scoring = routes.MapGroup("/second-scorings/{id:guid}").WithTags("Second scoring")
            .Takes("id", "The id of the second scoring.")
            .Refuses(HttpRefusals.NotFound);
        scoring.MapPut("/assignment", Assign).WithName("assignSecondScoring").Sends<AssignSecondScoring>()
            .WithSummary("Assign a second scoring to a scorer")
            .TakesJson().TakesIfMatch()
            .Refuses(SecondScoringErrors.Taken)
            .Refuses(SecondScoringErrors.UnknownScorer, SecondScoringErrors.ScorerInvolved);
        scoring.MapPut("/claim", Claim).WithName("claimSecondScoring").Sends<ClaimSecondScoring>()
            .WithSummary("Claim a second scoring that has no scorer")
            .Refuses(SecondScoringErrors.Taken, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(SecondScoringErrors.ScorerInvolved);
        scoring.MapGet("/form", GetForm).WithName("getSecondScoringForm").Sends<GetSecondScoringForm>()
            .WithSummary("Read the form of a second scoring")
            .WithDescription("The first answers are left out.")
            .Refuses(SecondScoringErrors.NotTheScorer)
            .Refuses(SecondScoringErrors.ScorerInvolved);
        scoring.MapGet("/evidence/{evidenceId:guid}/content", GetContent).WithName("getSecondScoringEvidence").Sends<OpenSecondScoringEvidence>()
            .WithSummary("Download the file of evidence in a second scoring")
            .Takes("evidenceId", ParameterTexts.Evidence)
            .ServesEvidence()
            .Refuses(SecondScoringErrors.NotTheScorer)
            .Refuses(SecondScoringErrors.ScorerInvolved);
        scoring.MapPut("/answers", PutAnswers).WithName("putSecondAnswers").Sends<PutSecondAnswers>()
            .WithSummary("Replace all answers of a second scoring")
            .TakesJson(JsonBodies.ManyBytes).TakesIfMatch()
            .Refuses(SecondScoringErrors.NotTheScorer)
            .Refuses(SecondScoringErrors.Completed)
            .Refuses(ScoringErrors.AnswersRefused, SecondScoringErrors.ScorerInvolved);
        scoring.MapPut("/completion", Complete).WithName("completeSecondScoring").Sends<CompleteSecondScoring>()
            .WithSummary("Complete a second scoring")
            .WithDescription("Both scorings are compared as they stand at this moment.")
            .TakesIfMatch()
            .Refuses(SecondScoringErrors.NotTheScorer)
            .Refuses(SecondScoringErrors.Incomplete, SecondScoringErrors.ScorerInvolved);
    }

    private static async Task<Document<SecondScoringSample>> Draw(
        int year, SecondScoringBody body, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new DrawSecondScorings(year, body.Size, body.Seed), cancellationToken));

    private static async Task<Document<InterRaterAgreementDetails>> GetScorerAgreement(int year, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetScorerAgreement(year, http.ReaderLanguage()), cancellationToken));

    private static async Task<Document<Page<SecondScoringDetails>>> List(
        string? cycle, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListSecondScorings(query.Year(nameof(cycle), cycle), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<SecondScoringDetails>> Assign(
        Guid id, SecondScorerBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new AssignSecondScoring(id, http.ExpectedVersions(), body.Scorer), cancellationToken));

    private static async Task<Document<SecondScoringDetails>> Claim(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new ClaimSecondScoring(id), cancellationToken));

    private static async Task<Document<SecondScoringForm>> GetForm(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var form = await mediator.Send(new GetSecondScoringForm(id, http.ReaderLanguage()), cancellationToken);

        return Document.Changing(form, form.Version);
    }

    private static async Task<ServedFile> GetContent(Guid id, Guid evidenceId, IMediator mediator, CancellationToken cancellationToken) =>
        EvidenceEndpoints.Serve(await mediator.Send(new OpenSecondScoringEvidence(id, evidenceId), cancellationToken));

    private static async Task<Document<SecondScoringDetails>> PutAnswers(
        Guid id, SecondAnswersBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new PutSecondAnswers(id, http.ExpectedVersions(), body.Answers), cancellationToken));

    private static async Task<Document<SecondScoringDetails>> Complete(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(await mediator.Send(new CompleteSecondScoring(id, http.ExpectedVersions()), cancellationToken));

    private static Document<SecondScoringDetails> Versioned(SecondScoringDetails details) => Document.Changing(details, details.Version);
}

internal sealed record SecondScoringBody(int? Size, string? Seed);

internal sealed record SecondScorerBody(string? Scorer);

internal sealed record SecondAnswersBody([property: MaxLength(ScoreUnit.MostAnswers)] IReadOnlyList<AnswerInput>? Answers);
