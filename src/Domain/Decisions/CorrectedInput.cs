using Compliance.Domain.Assessments;

namespace Compliance.Domain.Decisions;

/// <summary>The inputs of one unit as a correction put them in the place of those before. Written once.</summary>
public sealed class CorrectedInput(DecisionId decisionId, AssessmentId assessmentId, UnitInput input)
{
    public DecisionId DecisionId { get; } = decisionId;

    public AssessmentId AssessmentId { get; } = assessmentId;

    public UnitInput Input { get; } = input;
}
