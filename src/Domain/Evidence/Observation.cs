using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Evidence;

/// <summary>An indicator on one subject: what an answer is about, and what evidence proves.</summary>
public sealed record Observation(string Indicator, string Subject)
{
    /// <summary>What is wrong with it in a unit of which so many subjects are planned; pointers name its two parts.</summary>
    public Fault? Check(Instrument instrument, PlannedSubjects planned)
    {
        if (instrument.PositionOf(Indicator) is not { } position)
        {
            return AnswerErrors.UnknownIndicator(Indicator, instrument.Code).At("/indicator");
        }

        var indicator = instrument.Indicators[position];

        return Scoring.Subject.Parse(Subject) is { } subject && subject.Kind == indicator.Subject && subject.Number <= planned.ExpectedOf(indicator)
            ? null
            : AnswerErrors.WrongSubject(indicator).At("/subject");
    }

    /// <summary>An observation that was checked is made by the techniques that its indicator declares.</summary>
    public DomainError? Check(Instrument instrument, Technique? technique)
    {
        var declared = instrument.Indicators[instrument.PositionOf(Indicator)!.Value].Techniques;

        return technique is { } used && !declared.Contains(used) ? EvidenceErrors.TechniqueNotDeclared(Indicator, declared) : null;
    }
}
