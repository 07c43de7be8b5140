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
    Return,
    Verify,
    WithdrawVerification,
}

/// <summary>What happens to the assessments of one status; those of another stay as they are.</summary>
public readonly record struct StatusTransition(AssessmentStatus From, AssessmentStatus To)
{
    public AssessmentStatus Of(AssessmentStatus status) => status == From ? To : status;
}

public static class AssessmentStates
{
    /// <summary>The decision on a cycle makes what is verified final. What is not assessed stays so; anything else, nothing is decided of.</summary>
    public static readonly StatusTransition VerifiedBecomesFinal = new(AssessmentStatus.Verified, AssessmentStatus.Final);

    /// <summary>A stored answer begins the field work, and takes a returned sheet up again. What is submitted stays so.</summary>
    public static AssessmentStatus WithStoredAnswer(this AssessmentStatus status) => status.IsFieldWork() ? AssessmentStatus.Collecting : status;

    /// <summary>Whether an assessment of this status allows the action to anybody at all. What is verified only goes back, what is final allows nothing.</summary>
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

    /// <summary>What a caller may do with an assessment as it stands.</summary>
    public static IEnumerable<AssessmentAction> ActionsFor(this Assessment assessment, Caller caller) => Enum.GetValues<AssessmentAction>()
        .Where(action => assessment.Status.Allows(action) && assessment.Allows(caller, PermissionFor(action)));

    private static Permission PermissionFor(AssessmentAction action) => action switch
    {
        AssessmentAction.PutAnswers => Permission.EnterAnswers,
        AssessmentAction.Submit or AssessmentAction.Withdraw => Permission.SubmitAssessments,
        AssessmentAction.Return or AssessmentAction.Verify or AssessmentAction.WithdrawVerification => Permission.VerifyAssessments,
        _ => Permission.PlanAssessments,
    };

    /// <summary>Whether the office still works on it: nothing is submitted, or it came back.</summary>
    public static bool IsFieldWork(this AssessmentStatus status) =>
        status is AssessmentStatus.Planned or AssessmentStatus.Collecting or AssessmentStatus.Returned;
}
