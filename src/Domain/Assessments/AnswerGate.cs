using Compliance.Domain.Common;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Assessments;

/// <summary>When an answer may still change: freely while it is collected, with a reason once it was submitted, and no more once it is verified.</summary>
public static class AnswerGate
{
    public static Fault? Check(AssessmentStatus status, Answer answer) => status switch
    {
        AssessmentStatus.Planned or AssessmentStatus.Collecting => null,
        AssessmentStatus.Submitted or AssessmentStatus.Returned =>
            string.IsNullOrWhiteSpace(answer.Reason) ? AssessmentErrors.ReasonNeeded.At("/reason") : null,
        _ => AssessmentErrors.Closed.At(""),
    };
}
