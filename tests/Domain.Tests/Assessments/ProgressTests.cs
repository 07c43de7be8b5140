using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>One indicator on two products that needs evidence, one on the unit that does not.</summary>
public sealed class ProgressTests
{
    private static readonly Instrument Method = An.InstrumentOf(
        An.Indicator("proven", subject: SubjectKind.Product, expected: 2) with { Evidence = EvidenceNeed.Required },
        An.Indicator("plain") with { Evidence = EvidenceNeed.Optional });

    private static readonly Answer First = Level("proven", "product:1");
    private static readonly Answer Second = Level("proven", "product:2");
    private static readonly Answer Plain = Level("plain", "unit");

    private static readonly PlannedSubjects Whole = new(2, 0, 0);

    [Test]
    public void Nothing_is_entered_at_first() => Of([], []).Should().Be(new AssessmentProgress(new(0, 3), new(0, 0), new(0, 0), AssessmentStage.Planned));

    [Test]
    public void What_is_answered_counts_and_needs_its_evidence() =>
        Of([First, Plain], []).Should().Be(new AssessmentProgress(new(2, 3), new(0, 1), new(0, 1), AssessmentStage.Entering));

    [Test]
    public void What_does_not_apply_is_entered_and_needs_no_evidence() =>
        Of([First, NotApplicable(Second), Plain], []).Should().Be(new AssessmentProgress(new(3, 3), new(0, 1), new(0, 1), AssessmentStage.Entered));

    [TestCase(EvidenceState.Offered, 1, 0)]
    [TestCase(EvidenceState.Accepted, 1, 1)]
    [TestCase(EvidenceState.Rejected, 0, 0)]
    [TestCase(EvidenceState.Withheld, 0, 0)]
    public void A_piece_proves_when_offered_and_is_reviewed_when_accepted(EvidenceState state, int evidenced, int reviewed)
    {
        var progress = Of([First], [new("proven", "product:1", state)]);

        (progress.Evidenced, progress.Reviewed).Should().Be((new ProgressCount(evidenced, 1), new ProgressCount(reviewed, 1)));
    }

    [Test]
    public void Of_several_pieces_the_best_counts_and_those_for_other_observations_do_not()
    {
        var progress = Of(
            [First, Second, Plain],
            [
                new("proven", "product:1", EvidenceState.Rejected), new("proven", "product:1", EvidenceState.Accepted),
                new("proven", "product:1", EvidenceState.Offered), new("plain", "unit", EvidenceState.Accepted), new("gone", "unit", EvidenceState.Accepted),
            ]);

        progress.Should().Be(new AssessmentProgress(new(3, 3), new(1, 2), new(1, 2), AssessmentStage.Entered));
    }

    [TestCase(EvidenceState.Offered, AssessmentStage.Evidenced)]
    [TestCase(EvidenceState.Accepted, AssessmentStage.Reviewed)]
    public void Stages_follow_each_other(EvidenceState state, AssessmentStage stage) =>
        Of([First, Second, Plain], [new("proven", "product:1", EvidenceState.Accepted), new("proven", "product:2", state)]).Stage.Should().Be(stage);

    [Test]
    public void Without_needed_evidence_only_a_verifier_makes_it_reviewed()
    {
        Answer[] answers = [NotApplicable(First), NotApplicable(Second), Plain];

        Of(answers, []).Stage.Should().Be(AssessmentStage.Evidenced);
        Of(answers, [], AssessmentStatus.Verified).Stage.Should().Be(AssessmentStage.Reviewed);
    }

    [Test]
    public void What_is_final_or_not_assessed_is_a_stage_of_its_own_and_keeps_its_counts()
    {
        Of([First, Second, Plain], [], AssessmentStatus.Final).Should().Be(new AssessmentProgress(new(3, 3), new(0, 2), new(0, 2), AssessmentStage.Final));
        Of([First], [], AssessmentStatus.NotAssessed).Should().Be(new AssessmentProgress(new(1, 3), new(0, 1), new(0, 1), AssessmentStage.NotAssessed));
    }

    [Test]
    public void What_is_not_planned_is_not_expected() =>
        Of([First, Second, Plain], [], planned: new(1, 0, 0)).Should().Be(new AssessmentProgress(new(2, 2), new(0, 1), new(0, 1), AssessmentStage.Entered));

    [Test]
    public void Everything_missing_is_named_in_the_order_of_the_instrument()
    {
        var matters = SubmissionBlockers.None with
        {
            Evidence = [new("proven", "product:1", EvidenceState.Rejected)],
            OpenConflicts = [new("plain", "unit")],
            RefusedItems = ["5f2d"],
            OpenReasons = [Guid.Parse("0198c0de-0000-7000-8000-000000000001")],
        };

        Missing([First], matters).Should().Equal(
            "/answers/proven/product:1 evidenceMissing",
            "/answers/proven/product:2 answerMissing",
            "/answers/plain/unit answerMissing",
            "/answers/plain/unit conflictOpen",
            "/refused/5f2d refusedItemOpen",
            "/returns/0198c0de-0000-7000-8000-000000000001 returnReasonOpen");
    }

    [Test]
    public void Nothing_is_missing_where_everything_is_answered_and_proven() =>
        Missing([First, NotApplicable(Second), Plain], SubmissionBlockers.None with { Evidence = [new("proven", "product:1", EvidenceState.Offered)] }).Should().BeEmpty();

    [Test]
    public void What_is_not_planned_is_not_missing() =>
        (SubmissionBlockers.None with { Evidence = [new("proven", "product:1", EvidenceState.Offered)] }).FaultsOf(Method, new(1, 0, 0), SheetSummary.Of(Method, [First, Plain]))
            .Should().BeEmpty();

    [TestCase("a/b~c", "/answers/a~1b~0c/unit")]
    [TestCase("plain", "/answers/plain/unit")]
    public void A_pointer_is_escaped(string indicator, string pointer) => new Observation(indicator, "unit").ToPointer().Should().Be(pointer);

    /// <summary>Complete means the same everywhere: nothing is missing exactly where the stage says that all is entered and evidenced.</summary>
    [Test]
    [Combinatorial]
    public void What_may_be_submitted_is_what_the_stage_calls_evidenced(
        [Values] bool first, [Values] bool second, [Values] bool plain, [Values] bool proof, [Values(1, 2)] int products)
    {
        Answer[] answers = [.. first ? [First] : Array.Empty<Answer>(), .. second ? [NotApplicable(Second)] : Array.Empty<Answer>(), .. plain ? [Plain] : Array.Empty<Answer>()];
        EvidencedObservation[] evidence = proof ? [new("proven", "product:1", EvidenceState.Offered)] : [];
        var planned = new PlannedSubjects(products, 0, 0);
        var isComplete = (SubmissionBlockers.None with { Evidence = evidence }).FaultsOf(Method, planned, SheetSummary.Of(Method, answers)).Count == 0;

        (Of(answers, evidence, planned: planned).Stage == AssessmentStage.Evidenced).Should().Be(isComplete);
    }

    private static AssessmentProgress Of(
        Answer[] answers, EvidencedObservation[] evidence, AssessmentStatus status = AssessmentStatus.Collecting, PlannedSubjects? planned = null) =>
        AssessmentProgress.Of(status, Method, planned ?? Whole, SheetSummary.Of(Method, answers), evidence);

    private static IEnumerable<string> Missing(Answer[] answers, SubmissionBlockers matters) =>
        matters.FaultsOf(Method, Whole, SheetSummary.Of(Method, answers)).Select(fault => $"{fault.Pointer} {fault.Error.Code}");

    private static Answer Level(string indicator, string subject) => new(indicator, subject) { Level = 3 };

    private static Answer NotApplicable(Answer answer) => new(answer.Indicator, answer.Subject) { NotApplicable = true, Reason = "Tidak ada." };
}
