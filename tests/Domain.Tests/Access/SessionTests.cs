using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Test]
    public void A_session_without_use_is_open_for_14_days()
    {
        var session = Begun();

        session.IsOpen(Start + TimeSpan.FromDays(14) - Tick).Should().BeTrue();
        session.IsOpen(Start + TimeSpan.FromDays(14)).Should().BeFalse();
    }

    [Test]
    public void A_session_in_use_is_open_for_90_days_at_most()
    {
        var session = Begun();

        for (var day = 1; day < 90; day++)
        {
            session.Refresh("a", "a", Start + TimeSpan.FromDays(day)).Should().BeTrue();
        }

        session.IsOpen(Start + TimeSpan.FromDays(90) - Tick).Should().BeTrue();
        session.IsOpen(Start + TimeSpan.FromDays(90)).Should().BeFalse();
    }

    [Test]
    public void A_refresh_token_is_good_once()
    {
        var session = Begun();

        session.Refresh("a", "b", Start).Should().BeTrue();
        session.Refresh("b", "c", Start).Should().BeTrue();
        (session.RefreshHash, session.IsOpen(Start)).Should().Be(("c", true));
    }

    [TestCase("a")]
    [TestCase("never issued")]
    public void A_refresh_token_that_is_not_the_last_one_ends_the_session(string presented)
    {
        var session = Begun();
        session.Refresh("a", "b", Start).Should().BeTrue();

        session.Refresh(presented, "c", Start + Tick).Should().BeFalse();
        (session.EndedAt, session.RefreshHash, session.IsOpen(Start + Tick)).Should().Be((Start + Tick, "b", false));
    }

    [Test]
    public void The_first_end_stays()
    {
        var session = Begun();
        session.End(Start);
        session.End(Start + Tick);

        session.EndedAt.Should().Be(Start);
    }

    [Test]
    public void The_second_factor_may_be_shown_later()
    {
        var session = Begun();
        session.Confirm();

        session.SecondFactor.Should().BeTrue();
    }

    [Test]
    public void Erasing_ends_it_and_forgets_where_it_was_begun()
    {
        var session = Begun();
        session.Erase(Start);

        (session.Address, session.Device, session.EndedAt).Should().Be((null, null, Start));
    }

    private static Session Begun() => Session.Begin(new(Guid.Empty), new(Guid.Empty), "a", secondFactor: false, "127.0.0.1", "tablet", Start);
}
