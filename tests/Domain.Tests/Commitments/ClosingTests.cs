using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;
using Compliance.Domain.Tests.Access;

namespace Compliance.Domain.Tests.Commitments;

public sealed class ClosingTests
{
    private static readonly DateOnly Today = new(2024, 3, 1);

    [Test]
    public void It_goes_from_open_over_reported_to_closed()
    {
        var commitment = Promised.Made();
        commitment.StatusOn(Today).Should().Be(ObligationStatus.Open);
        commitment.Say(Promised.Done());
        commitment.StatusOn(Today).Should().Be(ObligationStatus.Reported);

        commitment.Decide(Promised.Accept());

        var deadline = commitment.Deadlines[0];
        (commitment.StatusOn(Today), deadline.ClosedOn, deadline.ClosedBy, commitment.Version).Should().Be((ObligationStatus.Closed, Today, Promised.Head, 3));
    }

    [Test]
    public void A_report_is_about_the_earliest_open_deadline_unless_it_names_another()
    {
        var commitment = Promised.Made(Promised.Quarterly);
        commitment.Say(Promised.Done());
        commitment.Say(Promised.Done());
        commitment.Say(Promised.Done("2024-12-31"));

        commitment.DeadlinesByDay.Select(deadline => deadline.Status)
            .Should().Equal(ObligationProgress.Reported, ObligationProgress.Reported, ObligationProgress.Open, ObligationProgress.Reported);
        ((Action)(() => commitment.Say(Promised.Done("2024-12-30")))).Should().BreakAt(CommitmentErrors.ProgressRefused, ("/dueOn", "noSuchDeadline"));
    }

    [TestCase(90, null, true)]
    [TestCase(95, null, true)]
    [TestCase(89, null, false)]
    [TestCase(89, true, true)]
    [TestCase(90, false, false)]
    public void What_reaches_the_target_is_done_unless_the_report_says_otherwise(int value, bool? done, bool reported)
    {
        var commitment = Promised.Made(Promised.Content with { Target = new("%", 50m, 90m, null, null) });

        commitment.Say(Promised.Value(value) with { Done = done });

        (commitment.Deadlines[0].Status == ObligationProgress.Reported).Should().Be(reported);
        commitment.Reports[0].Value.Should().Be(value, "what is beyond the target is kept");
    }

    [Test]
    public void Nobody_reports_a_day_to_come() =>
        ((Action)(() => Promised.Made().Say(Promised.Value(1) with { On = Today.AddDays(1) }))).Should()
            .BreakAt(CommitmentErrors.ProgressRefused, ("/on", AgreementErrors.InFuture.Code));

    [Test]
    public void The_obliged_side_and_whoever_reported_do_not_close()
    {
        var commitment = Promised.Made();
        commitment.Say(Promised.Done());

        ((Action)(() => commitment.Close(Promised.Accept(), Promised.Head.OfInstitution(), Promised.Sides, Promised.Now))).Should().Break(CommitmentErrors.OwnSideCloses);
        ((Action)(() => commitment.Decide(Promised.Accept(), Promised.Liaison))).Should().Break(CommitmentErrors.ReporterCloses);
    }

    [Test]
    public void Nothing_is_closed_without_a_report_and_a_proof()
    {
        var commitment = Promised.Made();
        ((Action)(() => commitment.Decide(Promised.Accept()))).Should().Break(CommitmentErrors.DeadlineNotReported);
        commitment.Say(Promised.Done(proof: null));

        ((Action)(() => commitment.Decide(Promised.Accept()))).Should().Break(CommitmentErrors.ProofMissing);
        commitment.Decide(Promised.Accept() with { Proof = "https://example.org/kunjungan" });

        commitment.StatusOn(Today).Should().Be(ObligationStatus.Closed);
        ((Action)(() => commitment.Say(Promised.Done()))).Should().Break(CommitmentErrors.DeadlineClosed);
    }

    [Test]
    public void A_rejection_says_why_and_opens_the_deadline_again()
    {
        var commitment = Promised.Made();
        commitment.Say(Promised.Done());
        var closure = new Closure(false, null, null, null, null);
        ((Action)(() => commitment.Decide(closure))).Should().Break(ObligationErrors.RejectionReasonNeeded);

        commitment.Decide(closure with { Reason = "Fotonya dari unit lain." });

        (commitment.StatusOn(Today), commitment.Deadlines[0].ReportedAt, commitment.Deadlines[0].RejectionReason)
            .Should().Be((ObligationStatus.Open, null, "Fotonya dari unit lain."));
    }

    // 30 June ends in Jayapura at 15:00 UTC and in Pekanbaru at 17:00 UTC.
    [TestCase("14", "2024-06-30T16:59:59Z", 0)]
    [TestCase("14", "2024-06-30T17:00:00Z", 1)]
    [TestCase("91", "2024-06-30T14:59:59Z", 0)]
    [TestCase("91", "2024-06-30T15:00:00Z", 1)]
    public void What_is_late_follows_from_the_day_of_the_report_in_the_calendar_of_the_office(string office, string reported, int days)
    {
        var commitment = Promised.Made(office: office);
        commitment.Say(Promised.Done(), DateTimeOffset.Parse(reported, null));

        commitment.Deadlines[0].DaysLateOn(new(2025, 1, 1)).Should().Be(days);
    }

    [Test]
    public void While_nothing_is_reported_it_gets_later_every_day()
    {
        var deadline = Promised.Made().Deadlines[0];

        (deadline.DaysLateOn(new(2024, 6, 30)), deadline.StatusOn(new(2024, 6, 30))).Should().Be((0, ObligationStatus.Open));
        (deadline.DaysLateOn(new(2024, 7, 2)), deadline.StatusOn(new(2024, 7, 2))).Should().Be((2, ObligationStatus.Overdue));
    }

    /// <summary>Each step is somebody of three who reports, accepts or rejects; what is refused changes nothing.</summary>
    [RandomCases(300)]
    public void Whatever_is_tried_nobody_closes_what_he_reported_and_what_is_closed_stays_so(byte[] steps)
    {
        AccountId[] people = [Promised.Head, Promised.Liaison, Promised.New<AccountId>()];
        var commitment = Promised.Made(Promised.Quarterly);

        foreach (var step in steps)
        {
            var before = (commitment.Version, commitment.Reports.Count);
            var closed = commitment.Deadlines.Where(deadline => deadline.Status == ObligationProgress.Closed).ToList();

            try
            {
                Try(commitment, step / 3 % 3, people[step % 3]);
                commitment.Version.Should().Be(before.Version + 1);
            }
            catch (DomainException)
            {
                (commitment.Version, commitment.Reports.Count).Should().Be(before);
            }

            closed.Where(deadline => deadline.Status != ObligationProgress.Closed).Should().BeEmpty();
            commitment.Deadlines.Where(deadline => deadline.ClosedBy != null
                && (!commitment.Reports.Any(report => report.DeadlineId == deadline.Id && report.HasProof)
                    || commitment.Reports.Any(report => report.DeadlineId == deadline.Id && report.By == deadline.ClosedBy))).Should().BeEmpty();
        }
    }

    private static void Try(Commitment commitment, int verb, AccountId who)
    {
        if (verb == 0)
        {
            commitment.Report(Promised.New<ProgressReportId>(), Promised.Done(), who, Promised.Now);
        }
        else
        {
            commitment.Decide(new(verb == 1, "Belum.", null, null, null), who);
        }
    }
}
