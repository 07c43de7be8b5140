using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>Each status with each role: all that it may do, spelled out a second time. Whoever is in no line may do nothing.</summary>
public sealed class AssessmentActionsTests
{
    private const string Plans = "Assign ChangePlan MarkNotAssessed";

    private static readonly AccountId Me = AccountId.From(new(1, 0, 0, new byte[8]));
    private static readonly AccountId Somebody = AccountId.From(new(2, 0, 0, new byte[8]));

    private static readonly Dictionary<(AssessmentStatus, Role), string> Table = new()
    {
        [(AssessmentStatus.Planned, Role.Assessor)] = "PutAnswers",
        [(AssessmentStatus.Planned, Role.OfficeHead)] = Plans,
        [(AssessmentStatus.Planned, Role.Administrator)] = Plans,

        [(AssessmentStatus.Collecting, Role.Assessor)] = "PutAnswers",
        [(AssessmentStatus.Collecting, Role.OfficeHead)] = $"Submit {Plans}",
        [(AssessmentStatus.Collecting, Role.Administrator)] = Plans,

        [(AssessmentStatus.Submitted, Role.Assessor)] = "PutAnswers",
        [(AssessmentStatus.Submitted, Role.OfficeHead)] = "Withdraw MarkNotAssessed",
        [(AssessmentStatus.Submitted, Role.Administrator)] = "MarkNotAssessed",
        [(AssessmentStatus.Submitted, Role.Verifier)] = "Return Verify",

        [(AssessmentStatus.Returned, Role.Assessor)] = "PutAnswers",
        [(AssessmentStatus.Returned, Role.OfficeHead)] = $"Submit {Plans}",
        [(AssessmentStatus.Returned, Role.Administrator)] = Plans,

        [(AssessmentStatus.Verified, Role.Verifier)] = "Return WithdrawVerification",

        [(AssessmentStatus.NotAssessed, Role.OfficeHead)] = "MarkNotAssessed Reopen",
        [(AssessmentStatus.NotAssessed, Role.Administrator)] = "MarkNotAssessed Reopen",
    };

    [Test]
    [Combinatorial]
    public void A_role_may_do_this_in_this_status_and_nothing_else([Values] AssessmentStatus status, [Values] Role role) =>
        Actions(Given.AssessmentIn(status, Me), Person(role)).Should().Be(Table.GetValueOrDefault((status, role), ""));

    [Test]
    public void Whoever_has_no_role_may_do_nothing([Values] AssessmentStatus status)
    {
        Actions(Given.AssessmentIn(status, Me), Caller.Anonymous).Should().BeEmpty();
        Actions(Given.AssessmentIn(status, Me), new(CallerKind.Account, Me.Value, null, null, [], [], [])).Should().BeEmpty();
        Actions(Given.AssessmentIn(status, Me), Caller.OfKey(Guid.Empty, Roles.ForKeys)).Should().BeEmpty();
    }

    [Test]
    public void Another_office_another_cycle_or_another_assessor_may_do_nothing([Values] AssessmentStatus status)
    {
        Actions(Given.AssessmentIn(status, Somebody), Person(Role.Assessor)).Should().BeEmpty();
        Actions(Given.AssessmentIn(status, Me), With(new Grant(Role.OfficeHead, "13"))).Should().BeEmpty();
        Actions(Given.AssessmentIn(status, Me), With(new Grant(Role.OfficeHead, "14", Cycle: 2022))).Should().BeEmpty();
        Actions(Given.AssessmentIn(status, Me), With(new Grant(Role.Verifier, Cycle: 2022))).Should().BeEmpty();
    }

    [Test]
    public void Whoever_worked_on_it_does_not_verify_it()
    {
        var assessment = Given.AssessmentIn(AssessmentStatus.Submitted);
        var verify = () => assessment.Verify("account:assessor", ["account:assessor"], Digest.Zero);

        verify.Should().Break(AssessmentErrors.VerifiedByOneself);
        (assessment.Status, assessment.Version).Should().Be((AssessmentStatus.Submitted, 2));
    }

    [Test]
    public void Each_step_of_head_office_counts_as_a_change()
    {
        var assessment = Given.AssessmentIn(AssessmentStatus.Submitted);

        assessment.Verify("account:verifier", ["account:assessor"], Digest.Zero);
        assessment.WithdrawVerification();
        assessment.Verify("account:verifier", ["account:assessor"], Digest.Zero);
        assessment.Return();

        (assessment.Status, assessment.Version, assessment.WasSubmitted).Should().Be((AssessmentStatus.Returned, 6, true));
    }

    private static string Actions(Assessment assessment, Caller caller) => string.Join(' ', assessment.ActionsFor(caller));

    private static Caller Person(Role role) => With(new Grant(
        role, role.Reach() == ScopeKind.Office ? "14" : null, role.Reach() == ScopeKind.Institution ? "14.04" : null));

    private static Caller With(Grant grant) => new(CallerKind.Account, Me.Value, null, null, [grant], [], []);
}
