using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>An indicator on one subject: the target of an answer, and of its evidence.</summary>
public sealed record Observation(string Indicator, string Subject)
{
    public static Observation Of(Indicator indicator, Subject subject) => new(indicator.Code, subject.ToString());

    /// <summary>Its JSON pointer within an assessment.</summary>
    /// <param name="technique">Given if each technique has its own answer.</param>
    public string ToPointer(Technique? technique = null)
    {
        var pointer = $"/answers/{JsonPointer.Escape(Indicator)}/{JsonPointer.Escape(Subject)}";

        return technique is { } named ? $"{pointer}/{named.ToCamelCase()}" : pointer;
    }

    /// <summary>Returns its fault in a unit with the planned subjects; pointers refer to its two parts.</summary>
    public Fault? Check(Instrument instrument, PlannedSubjects planned)
    {
        if (instrument.PositionOf(Indicator) is not { } position)
        {
            return AnswerErrors.UnknownIndicator(Indicator, instrument.Code).At("/indicator");
        }

        var indicator = instrument.Indicators[position];

        return Compliance.Domain.Instruments.Subject.Parse(Subject) is not { } subject || subject.Kind != indicator.Subject || subject.Number > indicator.Expected
            ? AnswerErrors.WrongSubject(indicator).At("/subject")
            : subject.Number > planned.ExpectedOf(indicator) ? AnswerErrors.SubjectNotPlanned(subject.Kind, planned).At("/subject") : null;
    }

    /// <summary>Whether the indicator of a valid observation declares the technique.</summary>
    public DomainError? Check(Instrument instrument, Technique? technique)
    {
        var indicator = instrument.Indicators[instrument.PositionOf(Indicator)!.Value];

        return technique is { } used && !indicator.Techniques.Contains(used) ? AnswerErrors.UnknownTechnique(indicator) : null;
    }
}
