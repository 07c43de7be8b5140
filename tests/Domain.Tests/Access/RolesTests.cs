using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

/// <summary>What each role may do, spelled out a second time: nobody gets a permission by accident.</summary>
public sealed class RolesTests
{
    private static readonly Dictionary<Role, string> Table = new()
    {
        [Role.Assessor] = "ReadAssessments EnterAnswers AnswerReturns",
        [Role.OfficeHead] = "ReadAssessments PlanAssessments SettleConflicts SubmitAssessments ReviewEvidence AnswerReturns "
            + "ReadFollowUp OpenCorrectiveActions VerifyCorrectiveActions RecordMeetings "
            + "ManageAgreements ReportProgress CloseCommitments RecordPublicReports RunJointServices KeepContacts",
        [Role.Verifier] = "ReadAssessments ReviewEvidence VerifyAssessments DrawSecondScorings ReadSecondScorings ScoreSecond "
            + "ReadFollowUp VerifyCorrectiveActions ModerateReplies",
        [Role.MethodOwner] = "PublishInstruments",
        [Role.Administrator] = "ReadAssessments PlanAssessments OpenCycles DecideCycles ImportResults ManageUsers ManageApiKeys SealAudit "
            + "DrawSecondScorings ReadSecondScorings ReadFollowUp OpenCorrectiveActions VerifyCorrectiveActions RecordMeetings ModerateReplies "
            + "ManageAgreements ReportProgress CloseCommitments RecordPublicReports RunJointServices KeepContacts",
        [Role.Liaison] = "ReadOwnInstitution WriteClarifications ReadFollowUp CompleteCorrectiveActions WriteReplies "
            + "ReportProgress CloseCommitments KeepContacts",
        [Role.Integrator] = "ReadResultsInBulk",
        [Role.Auditor] = "ReadAssessments ReadAudit ReadSecondScorings ReadFollowUp",
    };

    [Test]
    public void The_table_names_every_role() => Table.Keys.Should().BeEquivalentTo(Enum.GetValues<Role>());

    [TestCaseSource(nameof(AllRoles))]
    public void A_role_permits_this_and_nothing_else(Role role) => string.Join(' ', role.Permissions()).Should().Be(Table[role]);

    [TestCaseSource(nameof(AllPermissions))]
    public void A_permission_finds_its_roles(Permission permission) =>
        Roles.With(permission).Should().BeEquivalentTo(Table.Where(row => row.Value.Split(' ').Contains($"{permission}")).Select(row => row.Key)).And.NotBeEmpty();

    [Test]
    public void An_auditor_changes_nothing() =>
        Role.Auditor.Permissions().Should().OnlyContain(permission => $"{permission}".StartsWith("Read"));

    [Test]
    public void Keys_hold_nothing_that_shows_drafts_or_people() =>
        Roles.ForKeys.Should().BeEquivalentTo([Permission.ReadResultsInBulk, Permission.ImportResults]);

    [Test]
    public void Roles_of_an_office_and_liaisons_are_bound_the_others_are_not() =>
        Enum.GetValues<Role>().ToDictionary(role => role, role => role.Reach()).Should().BeEquivalentTo(new Dictionary<Role, ScopeKind>
        {
            [Role.Assessor] = ScopeKind.Office,
            [Role.OfficeHead] = ScopeKind.Office,
            [Role.Liaison] = ScopeKind.Institution,
            [Role.Verifier] = ScopeKind.Everywhere,
            [Role.MethodOwner] = ScopeKind.Everywhere,
            [Role.Administrator] = ScopeKind.Everywhere,
            [Role.Integrator] = ScopeKind.Everywhere,
            [Role.Auditor] = ScopeKind.Everywhere,
        });

    [Test]
    public void Four_roles_act_for_head_office() =>
        Enum.GetValues<Role>().Where(role => role.IsHeadOffice()).Should().BeEquivalentTo([Role.Verifier, Role.MethodOwner, Role.Administrator, Role.Auditor]);

    private static Role[] AllRoles() => Enum.GetValues<Role>();

    private static Permission[] AllPermissions() => Enum.GetValues<Permission>();
}
