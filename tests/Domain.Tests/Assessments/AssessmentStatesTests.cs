using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>Each status with each action, spelled out a second time: where it leads, or that it is refused.</summary>
public sealed class AssessmentStatesTests
{
    private const string Refused = "refused";

    private static readonly Dictionary<AssessmentAction, string[]> Table = new()
    {
        //                                planned        collecting     submitted      returned       verified  final    notAssessed
        [AssessmentAction.PutAnswers] = ["Collecting", "Collecting", "Submitted", "Collecting", Refused, Refused, Refused],
        [AssessmentAction.Submit] = [Refused, "Submitted", "Submitted", "Submitted", Refused, Refused, Refused],
        [AssessmentAction.Withdraw] = [Refused, Refused, "Collecting", Refused, Refused, Refused, Refused],
        [AssessmentAction.Assign] = ["Planned", "Collecting", Refused, "Returned", Refused, Refused, Refused],
        [AssessmentAction.ChangePlan] = ["Planned", "Collecting", Refused, "Returned", Refused, Refused, Refused],
        [AssessmentAction.MarkNotAssessed] = ["NotAssessed", "NotAssessed", "NotAssessed", "NotAssessed", Refused, Refused, "NotAssessed"],
        [AssessmentAction.Reopen] = [Refused, Refused, Refused, Refused, Refused, Refused, "Planned"],
        [AssessmentAction.Return] = [Refused, Refused, "Returned", Refused, "Returned", Refused, Refused],
        [AssessmentAction.Verify] = [Refused, Refused, "Verified", Refused, Refused, Refused, Refused],
        [AssessmentAction.WithdrawVerification] = [Refused, Refused, Refused, Refused, "Submitted", Refused, Refused],
    };

    [Test]
    [Combinatorial]
    public void Each_action_leads_somewhere_or_is_refused_and_then_changes_nothing([Values] AssessmentStatus status, [Values] AssessmentAction action)
    {
        var assessment = In(status);
        var (before, version) = (assessment.Status, assessment.Version);
        var act = () => Do(assessment, action);
        var expected = Table[action][(int)status];

        if (expected == Refused)
        {
            act.Should().Break(AssessmentErrors.StatusForbids(status));
            (assessment.Status, assessment.Version).Should().Be((before, version));
        }
        else
        {
            act();
            assessment.Status.ToString().Should().Be(expected);
        }
    }

    /// <summary>To submit once more changes nothing and is no refusal, but nothing that one would offer.</summary>
    [Test]
    [Combinatorial]
    public void What_is_allowed_is_what_is_not_refused([Values] AssessmentStatus status, [Values] AssessmentAction action) =>
        status.Allows(action).Should().Be(
            Table[action][(int)status] != Refused && (status, action) != (AssessmentStatus.Submitted, AssessmentAction.Submit));

    [TestCase(AssessmentStatus.Planned, AssessmentStatus.Collecting)]
    [TestCase(AssessmentStatus.Collecting, AssessmentStatus.Collecting)]
    [TestCase(AssessmentStatus.Submitted, AssessmentStatus.Submitted)]
    [TestCase(AssessmentStatus.Returned, AssessmentStatus.Collecting)]
    [TestCase(AssessmentStatus.Verified, AssessmentStatus.Verified)]
    [TestCase(AssessmentStatus.Final, AssessmentStatus.Final)]
    [TestCase(AssessmentStatus.NotAssessed, AssessmentStatus.NotAssessed)]
    public void A_stored_answer_begins_the_field_work(AssessmentStatus before, AssessmentStatus after) => before.WithStoredAnswer().Should().Be(after);

    [TestCase(PutOutcome.Stored, AssessmentStatus.Collecting)]
    [TestCase(PutOutcome.Unchanged, AssessmentStatus.Returned)]
    [TestCase(PutOutcome.Conflict, AssessmentStatus.Returned)]
    [TestCase(PutOutcome.Rejected, AssessmentStatus.Returned)]
    public void Only_a_stored_answer_takes_a_returned_sheet_up_again(PutOutcome outcome, AssessmentStatus after)
    {
        var assessment = In(AssessmentStatus.Returned);

        assessment.RegisterAnswers([Put(PutOutcome.Unchanged), Put(outcome), Put(PutOutcome.Rejected)]);

        assessment.Status.Should().Be(after);
    }

    [Test]
    public void A_batch_without_a_stored_answer_is_taken_note_of_in_every_status([Values] AssessmentStatus status)
    {
        var assessment = In(status);

        assessment.RegisterAnswers([Put(PutOutcome.Rejected)]);
        assessment.RegisterAnswers([]);

        assessment.Status.Should().Be(status);
    }

    [TestCase(AssessmentStatus.Planned, AssessmentStatus.Planned)]
    [TestCase(AssessmentStatus.Collecting, AssessmentStatus.Collecting)]
    [TestCase(AssessmentStatus.Submitted, AssessmentStatus.Submitted)]
    [TestCase(AssessmentStatus.Returned, AssessmentStatus.Returned)]
    [TestCase(AssessmentStatus.Verified, AssessmentStatus.Final)]
    [TestCase(AssessmentStatus.Final, AssessmentStatus.Final)]
    [TestCase(AssessmentStatus.NotAssessed, AssessmentStatus.NotAssessed)]
    public void A_decision_makes_what_is_verified_final_and_nothing_else(AssessmentStatus before, AssessmentStatus after) =>
        AssessmentStates.VerifiedBecomesFinal.Of(before).Should().Be(after);

    [TestCase(AssessmentStatus.Planned, AssessmentStatus.Planned)]
    [TestCase(AssessmentStatus.Collecting, AssessmentStatus.Collecting)]
    [TestCase(AssessmentStatus.Returned, AssessmentStatus.Returned)]
    [TestCase(AssessmentStatus.Submitted, AssessmentStatus.Collecting)]
    public void What_is_reopened_goes_on_where_it_was_and_is_submitted_anew(AssessmentStatus before, AssessmentStatus after)
    {
        var assessment = In(before);
        assessment.MarkNotAssessed(NotAssessedReason.Security, null);
        assessment.MarkNotAssessed(NotAssessedReason.Refused, "Pintu tertutup.");

        assessment.Reopen();

        (assessment.Status, assessment.NotAssessedReason, assessment.NotAssessedNote, assessment.ReopensTo).Should().Be((after, null, null, null));
    }

    [Test]
    public void The_same_reason_and_note_again_change_nothing()
    {
        var assessment = In(AssessmentStatus.Collecting);
        assessment.MarkNotAssessed(NotAssessedReason.Closed, "Renovasi");
        var version = assessment.Version;

        assessment.MarkNotAssessed(NotAssessedReason.Closed, "Renovasi");
        assessment.Version.Should().Be(version);

        assessment.MarkNotAssessed(NotAssessedReason.Closed, "Renovasi gedung");
        assessment.Version.Should().Be(version + 1);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void Any_other_reason_needs_its_note(string? note)
    {
        var assessment = In(AssessmentStatus.Collecting);
        var mark = () => assessment.MarkNotAssessed(NotAssessedReason.Other, note);

        mark.Should().BreakAt(AssessmentErrors.NoteMissing, ("/note", "noteMissing"));
        assessment.Status.Should().Be(AssessmentStatus.Collecting);
    }

    [Test]
    public void What_is_incomplete_is_not_submitted_and_everything_missing_is_named()
    {
        var assessment = In(AssessmentStatus.Collecting);
        Fault[] missing = [AssessmentErrors.AnswerMissing.At("/answers/a/unit"), AssessmentErrors.ConflictOpen.At("/answers/b/unit")];
        var submit = () => assessment.Submit(missing);

        submit.Should().BreakAt(AssessmentErrors.Incomplete, ("/answers/a/unit", "answerMissing"), ("/answers/b/unit", "conflictOpen"));
        assessment.Status.Should().Be(AssessmentStatus.Collecting);
    }

    [Test]
    public void Once_somebody_verifies_nothing_is_withdrawn()
    {
        var assessment = In(AssessmentStatus.Submitted);
        var withdraw = () => assessment.Withdraw(verificationHasBegun: true);

        withdraw.Should().Break(AssessmentErrors.VerificationBegun);
        assessment.Status.Should().Be(AssessmentStatus.Submitted);
    }

    [Test]
    public void Answers_do_not_count_as_changes_and_each_change_counts_once()
    {
        var assessment = In(AssessmentStatus.Planned);
        assessment.RegisterAnswers();
        assessment.RegisterAnswers();
        assessment.Version.Should().Be(1);

        assessment.Submit([]);
        assessment.Submit([]);
        assessment.Version.Should().Be(2);
        assessment.Withdraw(verificationHasBegun: false);
        assessment.MarkNotAssessed(NotAssessedReason.NoAccess, null);
        assessment.Reopen();
        assessment.Version.Should().Be(5);
    }

    private static void Do(Assessment assessment, AssessmentAction action)
    {
        switch (action)
        {
            case AssessmentAction.PutAnswers:
                assessment.RegisterAnswers();
                break;
            case AssessmentAction.Submit:
                assessment.Submit([]);
                break;
            case AssessmentAction.Withdraw:
                assessment.Withdraw(verificationHasBegun: false);
                break;
            case AssessmentAction.Assign:
                assessment.Assign(EntityId.New<AccountId>(Given.Now), new Dictionary<Technique, AccountId>());
                break;
            case AssessmentAction.ChangePlan:
                assessment.ChangePlan(assessment.Locus with { AssessedAt = "14.71" }, []);
                break;
            case AssessmentAction.MarkNotAssessed:
                assessment.MarkNotAssessed(NotAssessedReason.Security, null);
                break;
            case AssessmentAction.Return:
                assessment.Return();
                break;
            case AssessmentAction.Verify:
                assessment.Verify("account:verifier", ["account:assessor"], Digest.Zero);
                break;
            case AssessmentAction.WithdrawVerification:
                assessment.WithdrawVerification();
                break;
            default:
                assessment.Reopen();
                break;
        }
    }

    private static PutItemResult Put(PutOutcome outcome) => new(null, outcome, null, null, null, IsNew: true);

    private static Assessment In(AssessmentStatus status) => Given.AssessmentIn(status);
}

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2023, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>By its verbs where there are any; final comes with the decision.</summary>
    public static Assessment AssessmentIn(AssessmentStatus status, AccountId? assessor = null)
    {
        var assessment = Assessment(assessor: assessor);

        switch (status)
        {
            case AssessmentStatus.Planned:
                break;
            case AssessmentStatus.Collecting:
                assessment.RegisterAnswers();
                break;
            case AssessmentStatus.Submitted:
                assessment.RegisterAnswers();
                assessment.Submit([]);
                break;
            case AssessmentStatus.Returned:
                assessment.RegisterAnswers();
                assessment.Submit([]);
                assessment.Return();
                break;
            case AssessmentStatus.Verified:
                assessment.RegisterAnswers();
                assessment.Submit([]);
                assessment.Verify("account:verifier", ["account:assessor"], Digest.Zero);
                break;
            case AssessmentStatus.NotAssessed:
                assessment.MarkNotAssessed(NotAssessedReason.Refused, null);
                break;
            default:
                typeof(Assessment).GetProperty(nameof(Domain.Assessments.Assessment.Status))!.SetValue(assessment, status);
                break;
        }

        return assessment;
    }

    public static Assessment Assessment(Instrument? instrument = null, AccountId? assessor = null, LocusPlan? locus = null)
    {
        var method = instrument ?? An.InstrumentLike2023();
        var cycle = Cycle.Open(EntityId.New<CycleId>(Now), 2023, method, new(2023, 5, 1), new(2023, 11, 30));

        return Domain.Assessments.Assessment.Plan(
            EntityId.New<AssessmentId>(Now), cycle, EntityId.New<ServiceUnitId>(Now), "14", assessor, locus ?? LocusPlan.Of(method));
    }
}
