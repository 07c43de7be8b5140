using Compliance.Domain.JointServices;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.JointServices;

/// <summary>What holds whatever is planned, held and cancelled, and in whatever order it is refused.</summary>
public sealed class ServiceEventProperties
{
    [RandomCases(300, Arbitrary = [typeof(AnyCalls)])]
    public void No_run_of_calls_breaks_what_holds_for_events_and_members(Calls calls)
    {
        var mobile = Mobile.Running();

        foreach (var call in calls.All)
        {
            Attempt(mobile, call);
        }

        var service = mobile.Service;
        service.Events.Where(each => !each.Cancelled).Select(each => each.On).Should().OnlyHaveUniqueItems();
        service.Events.Where(each => each.State == EventState.Held && (each.On < Mobile.Opened || each.On > Mobile.Today)).Should().BeEmpty();
        service.Events.SelectMany(each => each.Present.Select(id => (each.On, Member: service.Participants.Single(one => one.Id == id))))
            .Where(pair => !pair.Member.IsMemberOn(pair.On)).Should().BeEmpty();
        service.Participants.Where(each => each.LeftOn < each.JoinedOn).Should().BeEmpty();

        for (var day = Mobile.Opened; day <= Mobile.Today.AddDays(40); day = day.AddDays(1))
        {
            service.Participants.Where(each => each.IsMemberOn(day)).Select(each => each.Body).Should().OnlyHaveUniqueItems();
        }
    }

    /// <summary>What is refused changes nothing, so the run goes on.</summary>
    private static void Attempt(Mobile mobile, (int Kind, int Which, int Day, int Visitors) call)
    {
        var (day, service) = (Mobile.Opened.AddDays(call.Day), mobile.Service);

        try
        {
            if (call.Kind == 0)
            {
                mobile.Join(ParticipatingBody.Outside($"Bank {call.Which % 3}"), day);
            }
            else if (call.Kind == 1 && service.Participants.Count > 0)
            {
                service.Change(service.Participants[call.Which % service.Participants.Count], call.Visitors < 3 ? null : day, []);
            }
            else if (call.Kind == 2)
            {
                mobile.Plan(day, call.Visitors < 4 ? null : call.Visitors, [.. service.Participants.Take(call.Which).Select(each => each.Id)]);
            }
            else if (service.Events.Count > 0)
            {
                var changed = service.Events[call.Which % service.Events.Count];
                service.Change(changed, changed.Content with { On = day, Cancelled = call.Visitors < 3 }, Mobile.Village, Mobile.Today);
            }
        }
        catch (DomainException)
        {
            // The properties above say what must not have happened.
        }
    }

    public sealed record Calls(IReadOnlyList<(int Kind, int Which, int Day, int Visitors)> All)
    {
        public override string ToString() => string.Join(", ", All);
    }

    private static class AnyCalls
    {
        public static Arbitrary<Calls> Runs() => Arb.From(
            from count in Gen.Choose(0, 25)
            from calls in Gen.ArrayOf(Call(), count)
            select new Calls(calls));

        private static Gen<(int, int, int, int)> Call() =>
            from kind in Gen.Choose(0, 3)
            from which in Gen.Choose(0, 5)
            from day in Gen.Choose(-5, 130)
            from visitors in Gen.Choose(0, 9)
            select (kind, which, day, visitors);
    }
}
