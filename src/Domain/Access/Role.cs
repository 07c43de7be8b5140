namespace Compliance.Domain.Access;

/// <summary>What a person or a machine does in a cycle. Callers without a role are the public.</summary>
public enum Role
{
    Assessor,
    OfficeHead,
    Verifier,
    MethodOwner,
    Administrator,
    Liaison,
    Integrator,
    Auditor,
}

/// <summary>What a role may do. Reading what is announced needs none of these.</summary>
public enum Permission
{
    ReadAssessments,
    EnterAnswers,
    PlanAssessments,
    SettleConflicts,
    SubmitAssessments,
    OpenCycles,
    PublishInstruments,
    ImportResults,
    ManageUsers,
    ManageApiKeys,
    ReadAudit,
    SealAudit,
    ReadOwnInstitution,
    ReadResultsInBulk,
    ReviewEvidence,
    DecideCycles,
    VerifyAssessments,
    AnswerReturns,
    DrawSecondScorings,
    ReadSecondScorings,
    ScoreSecond,
    WriteClarifications,
    ReadFollowUp,
    OpenCorrectiveActions,
    CompleteCorrectiveActions,
    VerifyCorrectiveActions,
    RecordMeetings,
    WriteReplies,
    ModerateReplies,
    ManageAgreements,
    ReportProgress,
    CloseCommitments,
    RecordPublicReports,
    RunJointServices,
    KeepContacts,
}

/// <summary>Within what a role acts.</summary>
public enum ScopeKind
{
    Everywhere,
    Office,
    Institution,
}

public static class Roles
{
    private static readonly Dictionary<Role, Permission[]> permissions = new()
    {
        [Role.Assessor] = [Permission.ReadAssessments, Permission.EnterAnswers, Permission.AnswerReturns],
        [Role.OfficeHead] =
        [
            Permission.ReadAssessments,
            Permission.PlanAssessments,
            Permission.SettleConflicts,
            Permission.SubmitAssessments,
            Permission.ReviewEvidence,
            Permission.AnswerReturns,
            Permission.ReadFollowUp,
            Permission.OpenCorrectiveActions,
            Permission.VerifyCorrectiveActions,
            Permission.RecordMeetings,
            Permission.ManageAgreements,
            Permission.ReportProgress,
            Permission.CloseCommitments,
            Permission.RecordPublicReports,
            Permission.RunJointServices,
            Permission.KeepContacts,
        ],
        [Role.Verifier] =
        [
            Permission.ReadAssessments,
            Permission.ReviewEvidence,
            Permission.VerifyAssessments,
            Permission.DrawSecondScorings,
            Permission.ReadSecondScorings,
            Permission.ScoreSecond,
            Permission.ReadFollowUp,
            Permission.VerifyCorrectiveActions,
            Permission.ModerateReplies,
        ],
        [Role.MethodOwner] = [Permission.PublishInstruments],
        [Role.Administrator] =
        [
            Permission.ReadAssessments,
            Permission.PlanAssessments,
            Permission.OpenCycles,
            Permission.DecideCycles,
            Permission.ImportResults,
            Permission.ManageUsers,
            Permission.ManageApiKeys,
            Permission.SealAudit,
            Permission.DrawSecondScorings,
            Permission.ReadSecondScorings,
            Permission.ReadFollowUp,
            Permission.OpenCorrectiveActions,
            Permission.VerifyCorrectiveActions,
            Permission.RecordMeetings,
            Permission.ModerateReplies,
            Permission.ManageAgreements,
            Permission.ReportProgress,
            Permission.CloseCommitments,
            Permission.RecordPublicReports,
            Permission.RunJointServices,
            Permission.KeepContacts,
        ],
        [Role.Liaison] =
        [
            Permission.ReadOwnInstitution,
            Permission.WriteClarifications,
            Permission.ReadFollowUp,
            Permission.CompleteCorrectiveActions,
            Permission.WriteReplies,
            Permission.ReportProgress,
            Permission.CloseCommitments,
            Permission.KeepContacts,
        ],
        [Role.Integrator] = [Permission.ReadResultsInBulk],
        [Role.Auditor] = [Permission.ReadAssessments, Permission.ReadAudit, Permission.ReadSecondScorings, Permission.ReadFollowUp],
    };

    /// <summary>What an API key may be given. Nothing that shows drafts, evidence or people: keys belong to machines of others.</summary>
    public static IReadOnlyList<Permission> ForKeys { get; } = [Permission.ReadResultsInBulk, Permission.ImportResults];

    public static IReadOnlyList<Permission> Permissions(this Role role) => permissions[role];

    public static IReadOnlyList<Role> With(Permission permission) => [.. permissions.Where(pair => pair.Value.Contains(permission)).Select(pair => pair.Key)];

    public static ScopeKind Reach(this Role role) => role switch
    {
        Role.Assessor or Role.OfficeHead => Access.ScopeKind.Office,
        Role.Liaison => Access.ScopeKind.Institution,
        _ => Access.ScopeKind.Everywhere,
    };

    /// <summary>Whether everything it does belongs to one cycle or another. What an administrator does, does not.</summary>
    public static bool WorksInCycles(this Role role) => role is Role.Assessor or Role.OfficeHead or Role.Verifier or Role.Liaison;

    /// <summary>Whoever acts for head office acts only with a second factor.</summary>
    public static bool IsHeadOffice(this Role role) => role is Role.Verifier or Role.MethodOwner or Role.Administrator or Role.Auditor;
}
