using Compliance.Domain.Instruments;

namespace Compliance.Application.Instruments;

/// <summary>An answer to be scored.</summary>
/// <param name="Technique">How it was observed; required only if the indicator combines its techniques.</param>
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
