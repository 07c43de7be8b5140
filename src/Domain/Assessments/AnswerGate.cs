using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>
/// When an answer may change, and by whom: while it is collected, with a reason once it was ever submitted, no more once it
/// is verified; by whoever has the unit or the technique.
/// </summary>
public static class AnswerGate
{
    /// <param name="answer">One that fits the instrument.</param>
    public static Fault? Check(Assessment assessment, Instrument instrument, Caller caller, Answer answer)
    {
        if (!assessment.Status.Allows(AssessmentAction.PutAnswers))
        {
            return AssessmentErrors.StatusForbids(assessment.Status).At("");
        }

        if (!assessment.MayAnswer(caller, instrument.Indicators[instrument.PositionOf(answer.Indicator)!.Value], answer.Technique))
        {
            return AssessmentErrors.TechniqueNotAssigned.At("/indicator");
        }

        return assessment.WasSubmitted && string.IsNullOrWhiteSpace(answer.Reason) ? AssessmentErrors.ReasonNeeded.At("/reason") : null;
    }
}
