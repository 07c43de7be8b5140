using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>
/// The finding for one indicator on one subject: a level, a number, the ticked options, or
/// "not applicable" with its reason. Without an answer the observation is missing.
/// </summary>
public sealed record Answer(string Indicator, string Subject)
{
    public int? Level { get; init; }

    public decimal? Number { get; init; }

    public IReadOnlyList<string>? Checked { get; init; }

    public bool NotApplicable { get; init; }

    public string? Reason { get; init; }

    /// <summary>The technique of the observation; null if the indicator leaves no choice or it was not stated.</summary>
    public Technique? Technique { get; init; }

    /// <summary>Whether two answers have the same content, regardless of the order in which a checklist was ticked.</summary>
    public bool SaysTheSameAs(Answer other) =>
        (Indicator, Subject, Level, Number, NotApplicable, Reason, Technique)
            == (other.Indicator, other.Subject, other.Level, other.Number, other.NotApplicable, other.Reason, other.Technique)
        && (Checked ?? []).Order(StringComparer.Ordinal).SequenceEqual((other.Checked ?? []).Order(StringComparer.Ordinal));
}

/// <summary>Checks answers against the instrument and the planned subjects of the unit.</summary>
public static class AnswerRules
{
    /// <summary>
    /// Returns the fault of the answer, with a pointer into it, and the slot of the sheet that it fills. Slots are those of
    /// the whole instrument, so that a change of the plan moves no answer; -1 if the instrument has none for it, or if it is
    /// unknown because the answer does not name its technique although techniques are combined.
    /// </summary>
    public static (Fault? Fault, int Position, int Slot) Locate(Instrument instrument, PlannedSubjects planned, Answer answer)
    {
        if (instrument.PositionOf(answer.Indicator) is not { } position)
        {
            return (AnswerErrors.UnknownIndicator(answer.Indicator, instrument.Code).At("/indicator"), -1, -1);
        }

        var indicator = instrument.Indicators[position];

        if (Compliance.Domain.Instruments.Subject.Parse(answer.Subject) is not { } subject || subject.Kind != indicator.Subject || subject.Number > indicator.Expected)
        {
            return (AnswerErrors.WrongSubject(indicator).At("/subject"), -1, -1);
        }

        var technique = CheckTechnique(indicator, answer.Technique);
        var index = indicator.Combination is null ? 0 : PlaceOf(indicator, answer.Technique);

        if (index < 0)
        {
            return (technique, -1, -1);
        }

        var fault = subject.Number > planned.Of(subject.Kind)
            ? AnswerErrors.SubjectNotPlanned(subject.Kind, planned).At("/subject")
            : technique ?? CheckValue(indicator, answer);

        return (fault, position, instrument.SlotOf(position, subject.Number, index));
    }

    private static Fault? CheckTechnique(Indicator indicator, Technique? technique) => technique switch
    {
        null when indicator.Combination is not null => AnswerErrors.TechniqueNeeded(indicator).At("/technique"),
        { } named when !indicator.Techniques.Contains(named) => AnswerErrors.UnknownTechnique(indicator).At("/technique"),
        _ => null,
    };

    private static int PlaceOf(Indicator indicator, Technique? technique)
    {
        for (var index = 0; index < indicator.Techniques.Count; index++)
        {
            if (indicator.Techniques[index] == technique)
            {
                return index;
            }
        }

        return -1;
    }

    private static Fault? CheckValue(Indicator indicator, Answer answer)
    {
        var values = (answer.Level is null ? 0 : 1) + (answer.Number is null ? 0 : 1) + (answer.Checked is null ? 0 : 1);

        if (values + (answer.NotApplicable ? 1 : 0) > 1)
        {
            return AnswerErrors.MoreThanOneValue.At("");
        }

        if (PlainText.CheckLines(answer.Reason, PlainText.NoteLength) is { } unfit)
        {
            return unfit.At("/reason");
        }

        if (!answer.NotApplicable)
        {
            return indicator.Kind.Check(answer);
        }

        if (!indicator.MayBeNotApplicable)
        {
            return AnswerErrors.AlwaysApplicable.At("/notApplicable");
        }

        return string.IsNullOrWhiteSpace(answer.Reason) ? AnswerErrors.ReasonMissing.At("/reason") : null;
    }
}
