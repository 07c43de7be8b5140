using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Domain.Tests.JointServices;

/// <summary>Where a mobile service goes, and what came of it.</summary>
public sealed class ServiceEventTests
{
    [Test]
    public void An_event_is_held_once_visitors_are_recorded()
    {
        var mobile = Mobile.Running();
        var police = mobile.Join(ParticipatingBody.Of(Mobile.Police));
        var planned = mobile.Plan(new(2023, 9, 27));
        planned.State.Should().Be(EventState.Planned);

        mobile.Service.Change(planned, Mobile.Event(planned.On, 0, police.Id), Mobile.Village, Mobile.Today);

        (planned.State, planned.Version).Should().Be((EventState.Held, 2), "nobody came is an outcome, too");
    }

    [Test]
    public void A_mall_has_no_events() =>
        Mobile.Mall().Invoking(it => it.Plan(new(2023, 9, 27))).Should().Break(JointServiceErrors.FixedHasNoEvents);

    [Test]
    public void There_is_one_event_a_day_and_a_cancelled_one_is_none()
    {
        var mobile = Mobile.Running();
        var first = mobile.Plan(new(2023, 12, 13));
        mobile.Invoking(it => it.Plan(new(2023, 12, 13))).Should().Break(JointServiceErrors.DateTaken);

        mobile.Service.Change(first, first.Content with { Cancelled = true }, Mobile.Village, Mobile.Today);

        first.State.Should().Be(EventState.Cancelled);
        mobile.Plan(new(2023, 12, 13)).State.Should().Be(EventState.Planned);
        mobile.Service.Invoking(it => it.Change(first, first.Content with { Cancelled = false }, Mobile.Village, Mobile.Today)).Should().Break(JointServiceErrors.DateTaken);
    }

    [Test]
    public void An_event_to_come_has_no_visitors()
    {
        var mobile = Mobile.Running();

        mobile.Invoking(it => it.Plan(Mobile.Today.AddDays(1), 10)).Should().BreakAt(JointServiceErrors.EventRefused, ("/visitors", "eventInFuture"));
        mobile.Plan(Mobile.Today, 10).State.Should().Be(EventState.Held);
    }

    [Test]
    public void Who_is_present_was_a_participant_on_that_day()
    {
        var mobile = Mobile.Running();
        var late = mobile.Join(ParticipatingBody.Of(Mobile.Police), new(2023, 10, 1));

        mobile.Invoking(it => it.Plan(new(2023, 9, 27), 5, late.Id, EntityId.New<ParticipantId>(Mobile.Now)))
            .Should().BreakAt(JointServiceErrors.EventRefused, ("/present/0", "notMemberThen"), ("/present/1", "notMemberThen"));
        mobile.Invoking(it => it.Plan(new(2023, 10, 25), null, late.Id)).Should().BreakAt(JointServiceErrors.EventRefused, ("/visitors", "visitorsMissing"));
        mobile.Plan(new(2023, 10, 1), 5, late.Id).Present.Should().Equal(late.Id);
    }

    [Test]
    public void A_cancelled_event_served_nobody()
    {
        var mobile = Mobile.Running();

        mobile.Service.Invoking(it => it.Plan(EntityId.New<ServiceEventId>(Mobile.Now), Mobile.Event(new(2023, 9, 27), 5) with { Cancelled = true }, Mobile.Village, Mobile.Today))
            .Should().BreakAt(JointServiceErrors.EventRefused, ("/cancelled", "heldAndCancelled"));
    }

    [Test]
    public void The_place_is_a_village()
    {
        var mobile = Mobile.Running();
        var district = new Region("14.71.12", "Rumbai", "14.71", RegionLevel.District);

        Plan(null).Should().BreakAt(JointServiceErrors.EventRefused, ("/place", "unknownRegion"));
        Plan(district).Should().BreakAt(JointServiceErrors.EventRefused, ("/place", "notAVillage"));

        Action Plan(Region? place) => () => mobile.Service.Plan(EntityId.New<ServiceEventId>(Mobile.Now), Mobile.Event(new(2023, 12, 13)), place, Mobile.Today);
    }

    [Test]
    public void Events_lie_within_the_days_that_the_service_is_open()
    {
        var mobile = Mobile.Running();
        mobile.Invoking(it => it.Plan(Mobile.Opened.AddDays(-1), 5)).Should().BreakAt(JointServiceErrors.EventRefused, ("/on", "notOpenThen"));
        mobile.Plan(Mobile.Opened, 5);
        mobile.Service.Invoking(it => it.Change(mobile.Content() with { OpenedOn = new(2023, 9, 1) }, mobile.Spk))
            .Should().BreakAt(JointServiceErrors.Refused, ("/openedOn", "notOpenThen"));

        mobile.Service.Change(mobile.Content(closedOn: new(2023, 12, 31)), mobile.Spk);

        mobile.Invoking(it => it.Plan(new(2023, 12, 31))).Should().BreakAt(JointServiceErrors.EventRefused, ("/on", "notOpenThen"));
        mobile.Plan(new(2023, 12, 30)).State.Should().Be(EventState.Planned);
    }

    [Test]
    public void The_rotation_is_what_is_planned_from_today_on()
    {
        var mobile = Mobile.Running();
        mobile.Plan(new(2023, 12, 27));
        mobile.Plan(new(2023, 12, 13));
        mobile.Plan(new(2023, 9, 27), 90);
        mobile.Plan(new(2023, 10, 25));

        mobile.Service.RotationFrom(Mobile.Today).Select(each => each.On).Should().Equal(new DateOnly(2023, 12, 13), new DateOnly(2023, 12, 27));
    }

    [Test]
    public void Coverage_counts_the_villages_where_an_event_was_held()
    {
        var mobile = Mobile.Running();
        mobile.Plan(new(2023, 9, 27), 90);
        mobile.Plan(new(2023, 10, 25), 60);
        mobile.Service.Plan(EntityId.New<ServiceEventId>(Mobile.Now), Mobile.Event(new(2023, 12, 13)) with { Place = Mobile.Other.Code }, Mobile.Other, Mobile.Today);
        var third = new Region("14.71.12.1011", "Umban Sari", "14.71.12", RegionLevel.Village);

        var coverage = DistrictCoverage.Of([third, Mobile.Other, Mobile.Village], mobile.Service, Mobile.Today);

        coverage.Villages.Select(each => (each.Name, each.Held, each.LastHeldOn, each.NextOn)).Should().Equal(
            ("Meranti Pandak", 2, new DateOnly(2023, 10, 25), (DateOnly?)null), ("Palas", 0, null, new DateOnly(2023, 12, 13)), ("Umban Sari", 0, null, null));
        (coverage.Reached, coverage.Share).Should().Be((1, 33.33m));
        DistrictCoverage.Of([], mobile.Service, Mobile.Today).Share.Should().BeNull();
    }
}
