using Compliance.Domain.Common;

namespace Compliance.Domain.JointServices;

public readonly record struct ServiceEventId(Guid Value) : IEntityId<ServiceEventId>
{
    public static ServiceEventId From(Guid value) => new(value);
}

public enum EventState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>The content of an event.</summary>
/// <param name="Place">The Kemendagri code of a village (kelurahan, desa).</param>
/// <param name="Visitors">The number of visitors served; null before it was held.</param>
/// <param name="Present">The participants that attended.</param>
public sealed record EventContent(DateOnly On, string Place, int? Visitors, IReadOnlyList<ParticipantId> Present, bool Cancelled)
{
    public const int MostVisitors = 1_000_000;

    internal bool SaysTheSameAs(EventContent other) =>
        (On, Place, Visitors, Cancelled) == (other.On, other.Place, other.Visitors, other.Cancelled) && Present.SequenceEqual(other.Present);
}

/// <summary>A mobile service at one place on one day.</summary>
public sealed class ServiceEvent : IVersioned
{
    private ServiceEvent()
    {
    }

    public ServiceEventId Id { get; private init; }

    public DateOnly On { get; private set; }

    public string Place { get; private set; } = "";

    public int? Visitors { get; private set; }

    public IReadOnlyList<ParticipantId> Present { get; private set; } = [];

    public bool Cancelled { get; private set; }

    public int Version { get; private set; } = 1;

    public EventState State => Cancelled ? EventState.Cancelled : Visitors is null ? EventState.Planned : EventState.Held;

    public EventContent Content => new(On, Place, Visitors, Present, Cancelled);

    public bool SaysTheSameAs(EventContent content) => Content.SaysTheSameAs(content);

    internal static ServiceEvent Of(ServiceEventId id, EventContent content)
    {
        var made = new ServiceEvent { Id = id };
        made.Apply(content);

        return made;
    }

    /// <returns>Whether anything changed.</returns>
    internal bool Change(EventContent content)
    {
        if (SaysTheSameAs(content))
        {
            return false;
        }

        Apply(content);
        Version++;

        return true;
    }

    private void Apply(EventContent content) =>
        (On, Place, Visitors, Present, Cancelled) = (content.On, content.Place, content.Visitors, content.Present, content.Cancelled);
}
