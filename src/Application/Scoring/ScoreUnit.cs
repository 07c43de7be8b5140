using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Scoring;

/// <summary>Scores answers, or published dimension points where the answers are unknown. Stores nothing.</summary>
[ForEveryone]
public sealed record ScoreUnit(
    string? Instrument, IReadOnlyList<AnswerInput>? Answers, IReadOnlyDictionary<string, decimal>? Dimensions, bool Trace, Language Language)
    : IRequest<ScoreCardAnswer>;

/// <summary>An answer as clients write it (contract section 3).</summary>
/// <param name="Technique">How it was observed; needed only where the indicator combines its techniques.</param>
public sealed record AnswerInput(
    string? Indicator,
    string? Subject,
    int? Level,
    decimal? Number,
    IReadOnlyList<string>? Checked,
    bool? NotApplicable,
    string? Reason,
    Technique? Technique = null)
{
    internal static AnswerInput Of(Answer answer) =>
        new(answer.Indicator, answer.Subject, answer.Level, answer.Number, answer.Checked, answer.NotApplicable, answer.Reason, answer.Technique);

    public Answer ToAnswer() => new(Indicator ?? "", Subject ?? "")
    {
        Level = Level,
        Number = Number,
        Checked = Checked,
        NotApplicable = NotApplicable ?? false,
        Reason = Reason,
        Technique = Technique,
    };
}

internal sealed class ScoreUnitValidator : AbstractValidator<ScoreUnit>
{
    public const int MostAnswers = 10_000;

    public ScoreUnitValidator()
    {
        RuleFor(request => request.Instrument).NotEmpty().WithErrorCode("required");
        RuleFor(request => request.Instrument).Text(PlainText.NameLength);
        RuleFor(request => request)
            .Must(request => request.Answers is null != (request.Dimensions is null))
            .WithErrorCode("answersOrDimensions")
            .OverridePropertyName("Answers")
            .WithMessage("Send either answers or dimensions, not both.")
            .WithState(_ => new Text("Kirim salah satu: answers atau dimensions.", "Send either answers or dimensions, not both."));
        RuleForEach(request => request.Answers).NotNull().WithErrorCode("required");
        RuleFor(request => request.Answers!.Count).LessThanOrEqualTo(MostAnswers).WithErrorCode("tooMany").When(request => request.Answers is not null)
            .OverridePropertyName("Answers");
    }
}

internal sealed class ScoreUnitHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ScoreUnit, ScoreCardAnswer>
{
    public async Task<ScoreCardAnswer> Handle(ScoreUnit request, CancellationToken cancellationToken)
    {
        var known = await library.ForScoring(db, request.Instrument!, cancellationToken);
        var card = request.Dimensions is { } points
            ? Pinned.To("/dimensions", () => ScoreCalculator.FromPoints(known.Instrument, points))
            : Pinned.To("/answers", () => ScoreCalculator.Explain(ScoreSheet.Of(known.Instrument, [.. request.Answers!.Select(answer => answer.ToAnswer())])));

        return ScoreCardAnswer.Of(card, known, request.Language, request.Trace);
    }
}

internal static class Pinned
{
    /// <summary>Lets a refusal's pointers start where the part in question stands in the request.</summary>
    public static T To<T>(string pointer, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (DomainException refusal) when (refusal.Faults.Count > 0)
        {
            throw new DomainException(refusal.Error, [.. refusal.Faults.Select(fault => fault.Under(pointer))]);
        }
    }

    /// <summary>The instrument that a request names, or a refusal that says which place is wrong.</summary>
    public static async Task<KnownInstrument> ForScoring(this InstrumentLibrary library, IComplianceDb db, string code, CancellationToken cancellationToken) =>
        await library.Find(db, code, cancellationToken)
        ?? throw new DomainException(CycleErrors.UnknownInstrument(code), [CycleErrors.UnknownInstrument(code).At("/instrument")]);
}
