using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>
/// Decides when an answer may change, and by whom: during collection, with a reason once the assessment was ever submitted, no longer once it
/// is verified; only by the assessor of the unit or of the technique.
/// </summary>
public static class AnswerEntryRules
{
    /// <param name="answer">An answer that fits the instrument.</param>
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
