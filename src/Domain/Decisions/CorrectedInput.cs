using Compliance.Domain.Assessments;

namespace Compliance.Domain.Decisions;

/// <summary>The inputs of one unit after a correction. Append-only.</summary>
public sealed class CorrectedInput(DecisionId decisionId, AssessmentId assessmentId, string inputsSha256, UnitInput input)
{
    public DecisionId DecisionId { get; } = decisionId;

    public AssessmentId AssessmentId { get; } = assessmentId;

    /// <summary>The hash of the input, by which the figures are found.</summary>
    public string InputsSha256 { get; } = inputsSha256;

    public UnitInput Input { get; } = input;
}
