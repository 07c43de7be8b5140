using System.ComponentModel.DataAnnotations;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder routes)
    {
        var scores = routes.MapGroup("/scores").WithTags("Scoring");
        scores.MapPost("", ScoreUnit).WithName("scoreUnit").Sends<ScoreUnit>().WithoutReserve()
            .WithSummary("Calculate the score of a unit")
            .WithDescription("From answers or from dimension points; nothing is stored.")
            .Takes("trace", ParameterTexts.Trace)
            .TakesJson(JsonBodies.ManyBytes)
            .Refuses(InstrumentErrors.UnknownInstrument(""), InstrumentErrors.ResultsOnly, ScoringErrors.AnswersRefused, ScoringErrors.PointsRefused);
        scores.MapPost("/institution", ScoreInstitution).WithName("scoreInstitution").Sends<ScoreInstitution>().WithoutReserve()
            .WithSummary("Calculate the score of an institution")
            .WithDescription("From the scores of its units; nothing is stored.")
            .Takes("trace", ParameterTexts.Trace)
            .TakesJson()
            .Refuses(InstrumentErrors.UnknownInstrument(""), ScoreErrors.OutOfRange);
    }

    private static async Task<Ok<ScoreCardDetails>> ScoreUnit(
        ScoreUnitBody body, string? trace, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ScoreUnit(body.Instrument, body.Answers, body.Dimensions, query.Flag(nameof(trace), trace), http.ReaderLanguage());
        query.Check();

        return TypedResults.Ok(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Ok<ScoreCardDetails>> ScoreInstitution(
        ScoreInstitutionBody body, string? trace, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ScoreInstitution(body.Instrument, body.Units, query.Flag(nameof(trace), trace), http.ReaderLanguage());
        query.Check();

        return TypedResults.Ok(await mediator.Send(request, cancellationToken));
    }
}

/// <summary>Either answers, or weighted points by dimension if the answers are unknown.</summary>
internal sealed record ScoreUnitBody(string? Instrument, [property: MaxLength(ScoreUnit.MostAnswers)] IReadOnlyList<AnswerInput>? Answers, Dictionary<string, decimal>? Dimensions);

internal sealed record ScoreInstitutionBody(string? Instrument, [property: MaxLength(ScoreUnit.MostAnswers)] IReadOnlyList<decimal>? Units);
