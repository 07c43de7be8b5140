using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Scoring;

/// <summary>Scores an institution from the scores of its units. Nothing is stored.</summary>
/// <param name="Units">The points of each unit, 0 to 100; only the mean is rounded.</param>
[ForEveryone]
public sealed record ScoreInstitution(string? Instrument, IReadOnlyList<decimal>? Units, bool Trace, Language Language) : IRequest<ScoreCardDetails>;

internal sealed class ScoreInstitutionValidator : AbstractValidator<ScoreInstitution>
{
    public ScoreInstitutionValidator()
    {
        RuleFor(request => request.Instrument).Required().Text(PlainText.NameLength);
        RuleFor(request => request.Units).Required().AtMost(ScoreUnit.MostAnswers);
    }
}

internal sealed class ScoreInstitutionHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ScoreInstitution, ScoreCardDetails>
{
    public async Task<ScoreCardDetails> Handle(ScoreInstitution request, CancellationToken cancellationToken)
    {
        var known = await library.ForScoring(db, request.Instrument!, cancellationToken);
        var units = request.Units!;
        Rule.RequireNone(
            [
                .. units.Select((unit, index) => (unit, index)).Where(pair => pair.unit is < 0 or > Score.Highest)
                    .Select(pair => ScoreErrors.OutOfRange.At($"/units/{pair.index}")),
            ],
            ScoreErrors.OutOfRange);
        var score = InstitutionScore.Of(units);
        var figures = new UnitScore(
            InstitutionScore.Mean(units), Outcome.Of(known.Instrument, score), ScoreRange.Of(known.Instrument, score, score), new(units.Count, units.Count));

        return ScoreCardDetails.Of(figures, known, request.Language) with { Trace = request.Trace ? [TraceOf(units, score)] : null };
    }

    private static TraceLine TraceOf(IReadOnlyList<decimal> units, Score score) => new(
        ScoreTrace.TotalNode,
        $"({string.Join(" + ", units.Select(Figures.English))}) / {units.Count} = {Figures.English(InstitutionScore.Mean(units))} -> {score}");
}
