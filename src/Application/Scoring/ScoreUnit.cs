using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Scoring;

/// <summary>Scores answers, or published dimension points if the answers are unknown. Nothing is stored.</summary>
[ForEveryone]
public sealed record ScoreUnit(
    string? Instrument, IReadOnlyList<AnswerInput>? Answers, IReadOnlyDictionary<string, decimal>? Dimensions, bool Trace, Language Language)
    : IRequest<ScoreCardDetails>
{
    public const int MostAnswers = 10_000;
}

internal sealed class ScoreUnitValidator : AbstractValidator<ScoreUnit>
{
    public ScoreUnitValidator()
    {
        RuleFor(request => request.Instrument).Required().Text(PlainText.NameLength);
        RuleFor(request => request)
            .Must(request => request.Answers is null != (request.Dimensions is null))
            .WithErrorCode("answersOrDimensions")
            .OverridePropertyName("Answers")
            .WithMessage("Send either answers or dimensions, not both.")
            .WithState(_ => new LocalizedText("Kirim salah satu: answers atau dimensions.", "Send either answers or dimensions, not both."));
        RuleForEach(request => request.Answers).Required();
        RuleFor(request => request.Answers).AtMost(ScoreUnit.MostAnswers);
    }
}

internal sealed class ScoreUnitHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ScoreUnit, ScoreCardDetails>
{
    public async Task<ScoreCardDetails> Handle(ScoreUnit request, CancellationToken cancellationToken)
    {
        var known = await library.ForScoring(db, request.Instrument!, cancellationToken);
        var card = request.Dimensions is { } points
            ? FaultPointers.Prefix("/dimensions", () => ScoreCalculator.FromPoints(known.Instrument, points))
            : FaultPointers.Prefix("/answers", () => ScoreCalculator.Explain(ScoreSheet.Of(known.Instrument, [.. request.Answers!.Select(answer => answer.ToAnswer())])));

        return ScoreCardDetails.Of(card, known, request.Language, request.Trace);
    }
}
