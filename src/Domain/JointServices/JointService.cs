using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.JointServices;

public readonly record struct JointServiceId(Guid Value) : IEntityId<JointServiceId>
{
    public static JointServiceId From(Guid value) => new(value);

    public static bool operator <(JointServiceId left, JointServiceId right) => left.Value < right.Value;

    public static bool operator >(JointServiceId left, JointServiceId right) => left.Value > right.Value;
}

public enum JointServiceKind
{
    /// <summary>Mal Pelayanan Publik: one building.</summary>
    Fixed,

    /// <summary>Layanan keliling terpadu, such as LOMAK: from village to village.</summary>
    Mobile,
}

public enum JointServiceStatus
{
    Planned,
    Running,
    Closed,
}

/// <summary>The content of a joint service.</summary>
/// <param name="Spk">The agreement that binds its participants; not required before it opens.</param>
/// <param name="ClosedOn">The first day on which it is no longer open.</param>
public sealed record JointServiceContent(string Name, AgreementId? Spk, DateOnly? OpenedOn, DateOnly? ClosedOn);

/// <summary>Several institutions that serve in one place (layanan terpadu), bound by an SPK.</summary>
public sealed class JointService : IVersioned
{
    private readonly List<Participant> participants = [];
    private readonly List<ServiceEvent> events = [];

    private JointService()
    {
    }

    public JointServiceId Id { get; private init; }

    public JointServiceKind Kind { get; private init; }

    /// <summary>The institution that runs the place.</summary>
    public InstitutionId HostId { get; private init; }

    /// <summary>The office that is responsible for it; its calendar determines the current day.</summary>
    public string Office { get; private init; } = "";

    public string Name { get; private set; } = "";

    public AgreementId? Spk { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public IReadOnlyList<Participant> Participants => participants;

    public IReadOnlyList<ServiceEvent> Events => events;

    /// <summary>Null if the program itself registers it.</summary>
    public AccountId? RegisteredBy { get; private init; }

    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>The version of the whole aggregate, so that concurrent changes of participants and events are checked one after the other.</summary>
    public int Version { get; private set; } = 1;

    public JointServiceContent Content => new(Name, Spk, OpenedOn, ClosedOn);

    /// <param name="spk">The agreement that the content names; null if it names none, or one that does not exist.</param>
    public static JointService Register(
        JointServiceId id, JointServiceKind kind, Institution host, JointServiceContent content, Agreement? spk, AccountId? by, DateTimeOffset now)
    {
        var service = new JointService
        {
            Id = id,
            Kind = kind,
            HostId = host.Id,
            Office = Offices.Of(host.Province),
            RegisteredBy = by,
            RegisteredAt = now,
        };
        service.Apply(content, spk);

        return service;
    }

    public bool SaysTheSameAs(JointServiceKind kind, InstitutionId host, JointServiceContent content) =>
        (Kind, HostId, Content) == (kind, host, content);

    public DateOnly DayOf(DateTimeOffset instant) => IndonesianTime.DayOf(instant, IndonesianTime.ZoneOf(Office));

    /// <param name="today">The current day in the time zone of its office.</param>
    public JointServiceStatus StatusOn(DateOnly today) =>
        ClosedOn <= today ? JointServiceStatus.Closed : OpenedOn <= today ? JointServiceStatus.Running : JointServiceStatus.Planned;

    /// <summary>Replaces the content. Idempotent.</summary>
    public void Change(JointServiceContent content, Agreement? spk)
    {
        if (Content != content)
        {
            Apply(content, spk);
            Version++;
        }
    }

    /// <param name="spk">The agreement that binds the service; null if there is none.</param>
    public Participant Join(ParticipantId id, ParticipatingBody body, DateOnly joinedOn, IReadOnlyList<CounterService> services, Agreement? spk)
    {
        Rule.RequireNone([.. JointServiceRules.FaultsOf(body, spk)], JointServiceErrors.ParticipantRefused);
        Rule.Require(!participants.Exists(each => each.Body.IsSameAs(body) && each.IsMemberAfter(joinedOn)), JointServiceErrors.ParticipantTwice);
        var participant = Participant.Join(id, body, joinedOn, services);
        participants.Add(participant);
        Version++;

        return participant;
    }

    /// <param name="leftOn">The last day of its participation; null while it stays.</param>
    public void Change(Participant participant, DateOnly? leftOn, IReadOnlyList<CounterService> services)
    {
        Rule.RequireNone([.. JointServiceRules.FaultsOf(this, participant, leftOn)], JointServiceErrors.ParticipantRefused);
        Rule.Require(
            !participants.Exists(each => each != participant && each.Body.IsSameAs(participant.Body)
                && each.JoinedOn >= participant.JoinedOn && (leftOn is null || each.JoinedOn <= leftOn)),
            JointServiceErrors.ParticipantTwice);
        Version += participant.Change(leftOn, services) ? 1 : 0;
    }

    /// <param name="place">The region that the content names; null if it does not exist.</param>
    /// <param name="today">The current day in the time zone of its office.</param>
    public ServiceEvent Plan(ServiceEventId id, EventContent content, Region? place, DateOnly today)
    {
        Check(null, content, place, today);
        var planned = ServiceEvent.Of(id, content);
        events.Add(planned);
        Version++;

        return planned;
    }

    /// <summary>Moves an event, records how it went, or cancels it.</summary>
    /// <param name="place">The region that the content names; null if it does not exist.</param>
    /// <param name="today">The current day in the time zone of its office.</param>
    public void Change(ServiceEvent changed, EventContent content, Region? place, DateOnly today)
    {
        Check(changed, content, place, today);
        Version += changed.Change(content) ? 1 : 0;
    }

    /// <summary>The planned events from a day on, the earliest first.</summary>
    /// <param name="today">The current day in the time zone of its office.</param>
    public IReadOnlyList<ServiceEvent> RotationFrom(DateOnly today) =>
        [.. events.Where(each => each.State == EventState.Planned && each.On >= today).OrderBy(each => each.On)];

    private void Check(ServiceEvent? changed, EventContent content, Region? place, DateOnly today)
    {
        Rule.Require(Kind == JointServiceKind.Mobile, JointServiceErrors.FixedHasNoEvents);
        Rule.RequireNone([.. JointServiceRules.FaultsOf(this, content, place, today)], JointServiceErrors.EventRefused);
        Rule.Require(
            content.Cancelled || !events.Exists(each => each != changed && !each.Cancelled && each.On == content.On), JointServiceErrors.DateTaken);
    }

    private void Apply(JointServiceContent content, Agreement? spk)
    {
        Rule.RequireNone([.. JointServiceRules.FaultsOf(this, content, spk)], JointServiceErrors.Refused);
        (Name, Spk, OpenedOn, ClosedOn) = (content.Name, content.Spk, content.OpenedOn, content.ClosedOn);
    }
}
