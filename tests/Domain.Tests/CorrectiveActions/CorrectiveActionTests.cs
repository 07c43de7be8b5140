using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;
using Compliance.Domain.Tests.Access;

namespace Compliance.Domain.Tests.CorrectiveActions;

public sealed class CorrectiveActionTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Opener = New<AccountId>();
    private static readonly AccountId Liaison = New<AccountId>();
    private static readonly AccountId Other = New<AccountId>();
    private static readonly Institution Inhil = new(New<InstitutionId>(), "14.04", "Kabupaten Indragiri Hilir", InstitutionKind.Regency, "14", null);

    private static readonly CorrectiveActionContent Content = new(
        CorrectiveActionKind.CorrectiveAction, "B/12/LM.21/I/2024", new(2024, 1, 22), null, null, "Pasang jalur landai.", new(2024, 3, 31));

    [Test]
    public void It_goes_from_open_over_reported_to_resolved()
    {
        var action = Opened();
        action.Complete("Jalur landai terpasang.", "https://example.org/foto", Liaison, Now.AddDays(10));
        action.Status.Should().Be(CorrectiveActionStatus.Reported);

        action.Verify(accepted: true, null, Other.OfOffice(), Inhil, Now.AddDays(20));

        (action.Status, action.ResolvedOn, action.VerifiedBy, action.Version).Should().Be((CorrectiveActionStatus.Resolved, new DateOnly(2024, 2, 11), Other, 3));
    }

    [Test]
    public void A_rejected_report_leads_back_to_open_until_another_is_made()
    {
        var action = Reported();

        action.Verify(accepted: false, "Fotonya dari unit lain.", Other.OfOffice(), Inhil, Now);
        (action.Status, action.RejectionReason, action.ResolvedOn).Should().Be((CorrectiveActionStatus.Open, "Fotonya dari unit lain.", null));

        action.Complete("Foto yang benar.", null, Liaison, Now);
        (action.Status, action.RejectionReason).Should().Be((CorrectiveActionStatus.Reported, null));
    }

    [TestCase(null)]
    [TestCase(" ")]
    public void A_rejection_says_why(string? reason)
    {
        var action = Reported();

        ((Action)(() => action.Verify(accepted: false, reason, Other.OfOffice(), Inhil, Now))).Should().Break(ObligationErrors.RejectionReasonNeeded);
        (action.Status, action.Version).Should().Be((CorrectiveActionStatus.Reported, 2));
    }

    [Test]
    public void Nobody_does_two_of_the_three()
    {
        ((Action)(() => Opened().Complete("Selesai.", null, Opener, Now))).Should().Break(CorrectiveActionErrors.DutiesOverlap);
        ((Action)(() => Reported().Verify(accepted: true, null, Opener.OfOffice(), Inhil, Now))).Should().Break(CorrectiveActionErrors.DutiesOverlap);
        ((Action)(() => Reported().Verify(accepted: true, null, Liaison.OfOffice(), Inhil, Now))).Should().Break(CorrectiveActionErrors.DutiesOverlap);
    }

    [Test]
    public void The_institutions_own_people_neither_open_nor_verify()
    {
        ((Action)(() => CorrectiveAction.Open(New<CorrectiveActionId>(), Inhil, Content, Opener.OfInstitution(), Now))).Should().Break(CorrectiveActionErrors.DutiesOverlap);
        ((Action)(() => Reported().Verify(accepted: true, null, Other.OfInstitution(), Inhil, Now))).Should().Break(CorrectiveActionErrors.DutiesOverlap);
    }

    [Test]
    public void Only_a_report_is_verified_and_what_is_resolved_stays_so()
    {
        ((Action)(() => Opened().Verify(accepted: true, null, Other.OfOffice(), Inhil, Now))).Should().Break(CorrectiveActionErrors.ActionNotReported);
        var action = Reported();
        action.Verify(accepted: true, null, Other.OfOffice(), Inhil, Now);

        ((Action)(() => action.Complete("Lagi.", null, Liaison, Now))).Should().Break(CorrectiveActionErrors.ActionResolved);
        ((Action)(() => action.Verify(accepted: false, "Keliru.", Other.OfOffice(), Inhil, Now))).Should().Break(CorrectiveActionErrors.ActionNotReported);
    }

    [Test]
    public void It_is_not_due_before_its_document() =>
        ((Action)(() => Opened(Content with { DueOn = new(2024, 1, 21) }))).Should().Break(CorrectiveActionErrors.DueBeforeDocument);

    [TestCase("2024-03-31", false)]
    [TestCase("2024-04-01", true)]
    public void While_it_is_open_it_is_late_from_the_day_after_its_due_date(string today, bool late) =>
        Opened().IsLateOn(DateOnly.Parse(today, null)).Should().Be(late);

    // 31 March ends in Jakarta at 17:00 UTC.
    [TestCase("2024-03-31T16:59:59Z", false)]
    [TestCase("2024-03-31T17:00:00Z", true)]
    public void What_was_reported_is_late_by_the_day_of_the_report(string reported, bool late)
    {
        var action = Opened();
        action.Complete("Selesai.", null, Liaison, DateTimeOffset.Parse(reported, null));

        action.IsLateOn(new(2030, 1, 1)).Should().Be(late);
    }

    [Test]
    public void A_rejected_report_stops_no_clock()
    {
        var action = Reported();
        action.Verify(accepted: false, "Belum.", Other.OfOffice(), Inhil, Now);

        action.IsLateOn(new(2024, 4, 1)).Should().BeTrue();
    }

    /// <summary>Each step is somebody of three who reports, accepts or rejects; what is refused changes nothing.</summary>
    [RandomCases(1000)]
    public void Whatever_is_tried_nobody_does_two_of_the_three_and_what_is_resolved_stays_so(byte[] steps)
    {
        AccountId[] people = [Opener, Liaison, Other];
        var action = Opened();

        foreach (var step in steps)
        {
            var before = (action.Status, action.Version);
            var (who, verb) = (people[step % 3], step / 3 % 3);

            try
            {
                Try(action, verb, who);
                before.Status.Should().NotBe(CorrectiveActionStatus.Resolved);
                action.Version.Should().Be(before.Version + 1);
            }
            catch (DomainException)
            {
                (action.Status, action.Version).Should().Be(before);
            }

            action.ReportedBy.Should().NotBe(Opener);
            (action.ResolvedOn is not null).Should().Be(action.Status == CorrectiveActionStatus.Resolved);
            (action.VerifiedBy is { } verifier && (verifier == Opener || verifier == action.ReportedBy)).Should().BeFalse();
        }
    }

    private static void Try(CorrectiveAction action, int verb, AccountId who)
    {
        if (verb == 0)
        {
            action.Complete("Selesai.", null, who, Now);
        }
        else
        {
            action.Verify(accepted: verb == 1, "Belum.", who.OfOffice(), Inhil, Now);
        }
    }

    private static TId New<TId>()
        where TId : struct, IEntityId<TId> => EntityId.New<TId>(Now);

    private static CorrectiveAction Opened(CorrectiveActionContent? content = null) =>
        CorrectiveAction.Open(New<CorrectiveActionId>(), Inhil, content ?? Content, Opener.OfOffice(), Now);

    private static CorrectiveAction Reported()
    {
        var action = Opened();
        action.Complete("Selesai.", null, Liaison, Now);

        return action;
    }
}
