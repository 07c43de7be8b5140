using Compliance.Domain.Access;

namespace Compliance.Domain.Assessments;

public enum AssessmentStatus
{
    Planned,
    Collecting,
    Submitted,
    Returned,
    Verified,
    Final,

    /// <summary>The unit is not assessed in this cycle; a reason is given.</summary>
    NotAssessed,
}

/// <summary>The actions on an assessment.</summary>
public enum AssessmentAction
{
    PutAnswers,
    Submit,
    Withdraw,
    Assign,
    ChangePlan,
    MarkNotAssessed,
    Reopen,
    Return,
    Verify,
    WithdrawVerification,
}

/// <summary>A change of all assessments with one status; those with another status stay as they are.</summary>
public readonly record struct StatusTransition(AssessmentStatus From, AssessmentStatus To)
{
    public AssessmentStatus Of(AssessmentStatus status) => status == From ? To : status;
}

public static class AssessmentStates
{
    /// <summary>The decision on a cycle makes verified assessments final. Units that are not assessed stay so; any other status prevents it.</summary>
    public static readonly StatusTransition VerifiedBecomesFinal = new(AssessmentStatus.Verified, AssessmentStatus.Final);

    /// <summary>A stored answer starts the field work, or resumes it after a return. A submitted assessment keeps its status.</summary>
    public static AssessmentStatus WithStoredAnswer(this AssessmentStatus status) => status.IsFieldWork() ? AssessmentStatus.Collecting : status;

    /// <summary>Whether the status allows the action, regardless of the caller. A verified assessment can only go back; a final one allows nothing.</summary>
    public static bool Allows(this AssessmentStatus status, AssessmentAction action) => action switch
    {
        AssessmentAction.PutAnswers => status.IsFieldWork() || status is AssessmentStatus.Submitted,
        AssessmentAction.Assign or AssessmentAction.ChangePlan => status.IsFieldWork(),
        AssessmentAction.Submit => status is AssessmentStatus.Collecting or AssessmentStatus.Returned,
        AssessmentAction.Withdraw => status is AssessmentStatus.Submitted,
        AssessmentAction.MarkNotAssessed => status.IsFieldWork() || status is AssessmentStatus.Submitted or AssessmentStatus.NotAssessed,
        AssessmentAction.Reopen => status is AssessmentStatus.NotAssessed,
        AssessmentAction.Return => status is AssessmentStatus.Submitted or AssessmentStatus.Verified,
        AssessmentAction.Verify => status is AssessmentStatus.Submitted,
        AssessmentAction.WithdrawVerification => status is AssessmentStatus.Verified,
        _ => false,
    };

    /// <summary>The actions that a caller may take on an assessment in its current status.</summary>
    public static IEnumerable<AssessmentAction> ActionsFor(this Assessment assessment, Caller caller) => Enum.GetValues<AssessmentAction>()
        .Where(action => assessment.Status.Allows(action) && assessment.Allows(caller, PermissionFor(action)));

    private static Permission PermissionFor(AssessmentAction action) => action switch
    {
        AssessmentAction.PutAnswers => Permission.EnterAnswers,
        AssessmentAction.Submit or AssessmentAction.Withdraw => Permission.SubmitAssessments,
        AssessmentAction.Return or AssessmentAction.Verify or AssessmentAction.WithdrawVerification => Permission.VerifyAssessments,
        _ => Permission.PlanAssessments,
    };

    /// <summary>Whether the office still works on it: it is not submitted, or was returned.</summary>
    public static bool IsFieldWork(this AssessmentStatus status) =>
        status is AssessmentStatus.Planned or AssessmentStatus.Collecting or AssessmentStatus.Returned;
}
