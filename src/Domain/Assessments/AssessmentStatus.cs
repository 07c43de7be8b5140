namespace Compliance.Domain.Assessments;

public enum AssessmentStatus
{
    Planned,
    Collecting,
    Submitted,
    Returned,
    Verified,
    Final,

    /// <summary>The unit is not assessed in this cycle, for a reason.</summary>
    NotAssessed,
}

/// <summary>What can be done to an assessment.</summary>
public enum AssessmentAction
{
    PutAnswers,
    Submit,
    Withdraw,
    Assign,
    ChangePlan,
    MarkNotAssessed,
    Reopen,
}

public static class AssessmentStates
{
    /// <summary>Whether an assessment of this status allows the action to anybody at all. What is verified or final allows none of these.</summary>
    public static bool Allows(this AssessmentStatus status, AssessmentAction action) => action switch
    {
        AssessmentAction.PutAnswers => status.IsFieldWork() || status is AssessmentStatus.Submitted,
        AssessmentAction.Assign or AssessmentAction.ChangePlan => status.IsFieldWork(),
        AssessmentAction.Submit => status is AssessmentStatus.Collecting or AssessmentStatus.Returned,
        AssessmentAction.Withdraw => status is AssessmentStatus.Submitted,
        AssessmentAction.MarkNotAssessed => status.IsFieldWork() || status is AssessmentStatus.Submitted or AssessmentStatus.NotAssessed,
        AssessmentAction.Reopen => status is AssessmentStatus.NotAssessed,
        _ => false,
    };

    /// <summary>Whether the office still works on it: nothing is submitted, or it came back.</summary>
    public static bool IsFieldWork(this AssessmentStatus status) =>
        status is AssessmentStatus.Planned or AssessmentStatus.Collecting or AssessmentStatus.Returned;
}
