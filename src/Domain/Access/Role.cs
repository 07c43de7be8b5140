namespace Compliance.Domain.Access;

/// <summary>The role of a person or a machine in a cycle. A caller without a role is the public.</summary>
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

/// <summary>The permissions that roles consist of. Announced results can be read without any of them.</summary>
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

/// <summary>The kind of scope in which a role applies.</summary>
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

    /// <summary>The permissions that an API key can have. None shows drafts, evidence or people: keys belong to machines of other bodies.</summary>
    public static IReadOnlyList<Permission> ForKeys { get; } = [Permission.ReadResultsInBulk, Permission.ImportResults];

    public static IReadOnlyList<Permission> Permissions(this Role role) => permissions[role];

    public static IReadOnlyList<Role> With(Permission permission) => [.. permissions.Where(pair => pair.Value.Contains(permission)).Select(pair => pair.Key)];

    public static ScopeKind Reach(this Role role) => role switch
    {
        Role.Assessor or Role.OfficeHead => Access.ScopeKind.Office,
        Role.Liaison => Access.ScopeKind.Institution,
        _ => Access.ScopeKind.Everywhere,
    };

    /// <summary>Whether all its work belongs to a cycle. That of an administrator does not.</summary>
    public static bool WorksInCycles(this Role role) => role is Role.Assessor or Role.OfficeHead or Role.Verifier or Role.Liaison;

    /// <summary>Whether it is a role of head office, which takes effect only with a second factor.</summary>
    public static bool IsHeadOffice(this Role role) => role is Role.Verifier or Role.MethodOwner or Role.Administrator or Role.Auditor;
}
