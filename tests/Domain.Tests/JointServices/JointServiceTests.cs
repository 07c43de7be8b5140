using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Domain.Tests.JointServices;

/// <summary>What binds a joint service and its participants.</summary>
public sealed class JointServiceTests
{
    [TestCase("2023-08-22", JointServiceStatus.Planned)]
    [TestCase("2023-08-23", JointServiceStatus.Running)]
    [TestCase("2023-12-30", JointServiceStatus.Running)]
    [TestCase("2023-12-31", JointServiceStatus.Closed)]
    public void Its_status_follows_from_its_dates(string day, JointServiceStatus status)
    {
        var mobile = Mobile.Running();
        mobile.Service.Change(mobile.Content(closedOn: new(2023, 12, 31)), mobile.Spk);

        mobile.Service.StatusOn(DateOnly.Parse(day)).Should().Be(status);
    }

    [Test]
    public void It_opens_under_a_signed_SPK_only()
    {
        Refuses(null, null, "/agreement", "spkNeeded");
        Refuses(EntityId.New<AgreementId>(Mobile.Now), null, "/agreement", "unknownAgreement");
        var draft = Mobile.Draft(AgreementKind.Spk, Party.Of(Mobile.City.Id), Party.Of(Mobile.Police));
        Refuses(draft.Id, draft, "/agreement", "spkNotSigned");
        var mou = Mobile.Draft(AgreementKind.Mou, Party.OfOffice("14"), Party.Of(Mobile.Police));
        Refuses(mou.Id, mou, "/agreement", "notAnSpk");
    }

    [Test]
    public void A_planned_one_needs_no_SPK_yet() =>
        JointService.Register(EntityId.New<JointServiceId>(Mobile.Now), JointServiceKind.Fixed, Mobile.City, new("MPP", null, null, null), null, null, Mobile.Now)
            .StatusOn(Mobile.Today).Should().Be(JointServiceStatus.Planned);

    [Test]
    public void It_does_not_close_before_it_opens()
    {
        var mobile = Mobile.Running();

        mobile.Service.Invoking(it => it.Change(mobile.Content(closedOn: Mobile.Opened.AddDays(-1)), mobile.Spk))
            .Should().BreakAt(JointServiceErrors.Refused, ("/closedOn", "closedBeforeOpened"));
    }

    [Test]
    public void Who_is_of_the_registry_joins_as_a_party_of_the_SPK()
    {
        var mobile = Mobile.Running();

        mobile.Join(ParticipatingBody.Of(Mobile.City.Id, EntityId.New<ServiceUnitId>(Mobile.Now)));
        mobile.Join(ParticipatingBody.Of(Mobile.Police));
        mobile.Join(ParticipatingBody.Outside("Bank Riau Kepri Syariah"));
        mobile.Service.Participants.Should().HaveCount(3, "a unit of a party is covered, and an outside body is not bound");
        mobile.Invoking(it => it.Join(ParticipatingBody.Of(EntityId.New<InstitutionId>(Mobile.Now)))).Should().BreakAt(JointServiceErrors.ParticipantRefused, ("/institution", "notAParty"));
    }

    [Test]
    public void Another_SPK_has_to_bind_those_who_are_there()
    {
        var mobile = Mobile.Running();
        var police = mobile.Join(ParticipatingBody.Of(Mobile.Police));
        var narrower = Mobile.SpkOf(Party.Of(Mobile.City.Id), Party.OfOffice("14"));
        var change = mobile.Content() with { Spk = narrower.Id };

        mobile.Service.Invoking(it => it.Change(change, narrower)).Should().BreakAt(JointServiceErrors.Refused, ("/agreement", "notAParty"));
        mobile.Service.Change(police, Mobile.Today, []);
        mobile.Service.Change(change, narrower);
        mobile.Service.Spk.Should().Be(narrower.Id);
    }

    [Test]
    public void A_participant_joins_once_at_a_time()
    {
        var mobile = Mobile.Running();
        var bank = mobile.Join(ParticipatingBody.Outside("Bank Riau"));

        mobile.Invoking(it => it.Join(ParticipatingBody.Outside("BANK RIAU"), Mobile.Today)).Should().Break(JointServiceErrors.ParticipantTwice);
        mobile.Service.Change(bank, new(2023, 9, 30), []);
        var again = mobile.Join(ParticipatingBody.Outside("Bank Riau"), new(2023, 10, 1));
        again.IsMemberOn(new(2023, 9, 30)).Should().BeFalse();
        mobile.Service.Invoking(it => it.Change(bank, null, [])).Should().Break(JointServiceErrors.ParticipantTwice);
        mobile.Service.Invoking(it => it.Change(bank, new(2023, 10, 1), [])).Should().Break(JointServiceErrors.ParticipantTwice);
    }

    [Test]
    public void Nobody_leaves_before_joining_or_before_an_event_it_came_to()
    {
        var mobile = Mobile.Running();
        var police = mobile.Join(ParticipatingBody.Of(Mobile.Police));
        mobile.Plan(new(2023, 9, 27), 140, police.Id);

        mobile.Service.Invoking(it => it.Change(police, Mobile.Opened.AddDays(-1), [])).Should().BreakAt(JointServiceErrors.ParticipantRefused, ("/leftOn", "leftBeforeJoined"));
        mobile.Service.Invoking(it => it.Change(police, new(2023, 9, 26), [])).Should().BreakAt(JointServiceErrors.ParticipantRefused, ("/leftOn", "leftBeforeEvent"));
        mobile.Service.Change(police, new(2023, 9, 27), []);
        police.LeftOn.Should().Be(new DateOnly(2023, 9, 27), "that is its last day");
    }

    [Test]
    public void The_same_again_is_no_new_version()
    {
        var mobile = Mobile.Running();
        var police = mobile.Join(ParticipatingBody.Of(Mobile.Police));
        CounterService[] services = [new("SKCK", 30, 30_000, ["KTP", "Pasfoto"])];
        mobile.Service.Change(police, null, services);
        var version = mobile.Service.Version;

        mobile.Service.Change(police, null, [new("SKCK", 30, 30_000, ["KTP", "Pasfoto"])]);
        mobile.Service.Change(mobile.Content(), mobile.Spk);

        (mobile.Service.Version, police.Version).Should().Be((version, 2));
    }

    private static void Refuses(AgreementId? id, Agreement? spk, string pointer, string code) =>
        FluentActions.Invoking(() => JointService.Register(
                EntityId.New<JointServiceId>(Mobile.Now), JointServiceKind.Mobile, Mobile.City, new("LOMAK", id, Mobile.Opened, null), spk, null, Mobile.Now))
            .Should().BreakAt(JointServiceErrors.Refused, (pointer, code));
}
