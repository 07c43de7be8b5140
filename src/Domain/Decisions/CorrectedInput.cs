using Compliance.Domain.Assessments;

namespace Compliance.Domain.Decisions;

/// <summary>The inputs of one unit as a correction put them in the place of those before. Written once.</summary>
public sealed class CorrectedInput(DecisionId decisionId, AssessmentId assessmentId, string inputsSha256, UnitInput input)
{
    public DecisionId DecisionId { get; } = decisionId;

    public AssessmentId AssessmentId { get; } = assessmentId;

    /// <summary>Of the input, by which its figures are found.</summary>
    public string InputsSha256 { get; } = inputsSha256;

    public UnitInput Input { get; } = input;
}
