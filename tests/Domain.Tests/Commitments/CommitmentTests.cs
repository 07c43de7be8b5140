using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Tests.Commitments;

public sealed class CommitmentTests
{
    private static readonly DateOnly Today = new(2024, 3, 1);

    [Test]
    public void Its_deadlines_are_written_when_it_is_made()
    {
        var commitment = Promised.Made(Promised.Quarterly);

        commitment.DeadlinesByDay.Select(deadline => deadline.DueOn).Should().Equal(new(2024, 3, 31), new(2024, 6, 30), new(2024, 9, 30), new(2024, 12, 31));
        commitment.Deadlines.Should().OnlyContain(deadline =>
            deadline.CommitmentId == commitment.Id && deadline.AgreementId == commitment.AgreementId && deadline.Office == "14"
            && deadline.InstitutionId == Promised.Inhil && deadline.Status == ObligationProgress.Open);
        commitment.Year.Should().Be(2024);
    }

    [Test]
    public void It_is_made_only_under_an_agreement_that_is_signed_and_not_over()
    {
        var ended = Promised.Agreement();
        ended.Terminate(new(2024, 2, 1), "Disepakati.");

        ((Action)(() => Make(Promised.Agreement(signed: false)))).Should().Break(AgreementErrors.NotSigned);
        ((Action)(() => Make(ended))).Should().Break(AgreementErrors.Terminated);
        ((Action)(() => Make(Promised.Agreement(), now: new(2026, 1, 1, 3, 0, 0, TimeSpan.Zero)))).Should().Break(CommitmentErrors.AgreementEnded);
    }

    [Test]
    public void All_that_is_wrong_is_named_with_its_place() =>
        ((Action)(() => Promised.Made(Promised.Content with
        {
            Obligated = new(null, Promised.New<InstitutionId>(), null),
            ScopeItem = "outreach",
            DueOn = new(2026, 1, 1),
            Target = new("%", 50m, 50m, null, null),
        }))).Should().BreakAt(
            CommitmentErrors.Refused,
            ("/obligated", "obligatedNotParty"),
            ("/scopeItem", "scopeItemNotAgreed"),
            ("/dueOn", "outsideTerm"),
            ("/target/value", "targetIsBaseline"));

    [TestCase("2024-01-01", "2024-12-31", "/recurrence/from outsideTerm")]
    [TestCase("2024-01-31", null, "/recurrence/until recurrenceWithoutEnd")]
    [TestCase("2024-01-31", "2024-01-30", "/recurrence/until recurrenceCrosses")]
    [TestCase("2024-01-31", "2026-01-31", "/recurrence/until outsideTerm")]
    [TestCase("2024-01-31", "2044-01-31", "/recurrence/until tooManyDeadlines")]
    public void A_recurrence_ends_and_lies_within_the_term(string from, string? until, string fault)
    {
        var recurrence = new Recurrence(RecurrenceInterval.Month, DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null));

        ((Action)(() => Promised.Made(Promised.Quarterly with { Recurrence = recurrence }))).Should()
            .BreakAt(CommitmentErrors.Refused, (fault.Split(' ')[0], fault.Split(' ')[1]));
    }

    [Test]
    public void It_is_due_once_or_again_and_again_not_both_and_not_never()
    {
        ((Action)(() => Promised.Made(Promised.Content with { DueOn = null }))).Should().BreakAt(CommitmentErrors.Refused, ("/dueOn", "dueDateNeeded"));
        ((Action)(() => Promised.Made(Promised.Quarterly with { DueOn = Today }))).Should().BreakAt(CommitmentErrors.Refused, ("/dueOn", "dueDateNeeded"));
    }

    [Test]
    public void What_it_says_changes_until_something_is_reported()
    {
        var (agreement, commitment) = (Promised.Agreement(), Promised.Made(Promised.Quarterly));
        var first = commitment.DeadlinesByDay.First().Id;
        var shorter = Promised.Quarterly with { Recurrence = Promised.Quarterly.Recurrence! with { Until = new(2024, 6, 30) } };

        commitment.Redraft(agreement, shorter, Promised.Now);
        (commitment.Version, commitment.Deadlines.Count, commitment.DeadlinesByDay.First().Id).Should().Be((2, 2, first));
        commitment.Redraft(agreement, Promised.Content with { Obligated = new("14", null, null) }, Promised.Now);
        commitment.Deadlines.Should().ContainSingle(deadline => deadline.InstitutionId == null && deadline.Id != first);

        commitment.Say(Promised.Value(1));
        ((Action)(() => commitment.Redraft(agreement, Promised.Content, Promised.Now))).Should().Break(CommitmentErrors.Reported);
    }

    [Test]
    public void Any_office_may_be_obliged_where_the_Ombudsman_is_party() =>
        Promised.Made(Promised.Content with { Obligated = new("00", null, null) }).ObligatedOffice.Should().Be("00");

    [TestCase(null, 90, 95, false, true, true)]
    [TestCase(50, 90, 90, false, true, false)]
    [TestCase(50, 90, 89, false, false, false)]
    [TestCase(30, 14, 12, true, true, true)]
    [TestCase(30, 14, 15, true, false, false)]
    public void A_target_knows_which_way_is_better(int? baseline, int target, int value, bool down, bool reached, bool exceeded)
    {
        var aim = new Target("%", baseline, target, null, null);

        (aim.Aim == TargetDirection.Down, aim.IsReachedBy(value), aim.IsExceededBy(value)).Should().Be((down, reached, exceeded));
    }

    [TestCase(50, 90, 50, 0)]
    [TestCase(50, 90, 70, 0.5)]
    [TestCase(50, 90, 100, 1.25)]
    [TestCase(50, 90, 40, -0.25)]
    [TestCase(30, 14, 22, 0.5)]
    [TestCase(null, 80, 20, 0.25)]
    public void The_share_of_the_way_is_counted_from_the_baseline(int? baseline, int target, int value, decimal share) =>
        new Target("%", baseline, target, null, null).ShareOf(value).Should().Be(share);

    [Test]
    public void Downwards_without_a_baseline_nobody_knows_the_share() =>
        new Target("hari", null, 14, TargetDirection.Down, null).ShareOf(20).Should().BeNull();

    private static Commitment Make(Agreement agreement, DateTimeOffset? now = null) =>
        Commitment.Make(Promised.New<CommitmentId>(), agreement, Promised.Content, Promised.Head, now ?? Promised.Now);
}
