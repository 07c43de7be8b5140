using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.JointServices;

public readonly record struct ParticipantId(Guid Value) : IEntityId<ParticipantId>
{
    public static ParticipantId From(Guid value) => new(value);
}

/// <summary>A participating body: an institution, one of its units, or a body outside the registry (such as a bank) by its name.</summary>
/// <param name="InstitutionId">The institution, also for a unit; null for a body outside the registry.</param>
public sealed record ParticipatingBody(InstitutionId? InstitutionId, ServiceUnitId? UnitId, string? External)
{
    public static ParticipatingBody Of(InstitutionId institution, ServiceUnitId? unit = null) => new(institution, unit, null);

    public static ParticipatingBody Outside(string name) => new(null, null, name);

    internal bool IsSameAs(ParticipatingBody other) =>
        (InstitutionId, UnitId) == (other.InstitutionId, other.UnitId) && KeyOf(External) == KeyOf(other.External);

    private static string? KeyOf(string? name) => name is null ? null : NameMatching.Key(name);
}

/// <summary>A service offered at a counter.</summary>
/// <param name="DurationMinutes">How long a visitor waits for its completion.</param>
/// <param name="CostRupiah">0 if it is free.</param>
public sealed record CounterService(string Name, int DurationMinutes, long CostRupiah, IReadOnlyList<string> Requirements)
{
    public const int Most = 100;
    public const int MostMinutes = 100_000;
    public const long MostRupiah = 1_000_000_000;

    internal bool SaysTheSameAs(CounterService other) =>
        (Name, DurationMinutes, CostRupiah) == (other.Name, other.DurationMinutes, other.CostRupiah) && Requirements.SequenceEqual(other.Requirements);
}

/// <summary>A participant of a joint service, from the day it joins to the day it leaves, with the services it offers there.</summary>
public sealed class Participant : IVersioned
{
    private Participant()
    {
    }

    public ParticipantId Id { get; private init; }

    public InstitutionId? InstitutionId { get; private init; }

    public ServiceUnitId? UnitId { get; private init; }

    /// <summary>The name of a body outside the registry, which no SPK binds.</summary>
    public string? External { get; private init; }

    public DateOnly JoinedOn { get; private init; }

    /// <summary>The last day of its participation.</summary>
    public DateOnly? LeftOn { get; private set; }

    public IReadOnlyList<CounterService> Services { get; private set; } = [];

    public int Version { get; private set; } = 1;

    public ParticipatingBody Body => new(InstitutionId, UnitId, External);

    public bool IsMemberOn(DateOnly day) => JoinedOn <= day && (LeftOn is not { } left || day <= left);

    public bool SaysTheSameAs(ParticipatingBody body, DateOnly joinedOn, IReadOnlyList<CounterService> services) =>
        Body.IsSameAs(body) && JoinedOn == joinedOn && Offers(services);

    internal static Participant Join(ParticipantId id, ParticipatingBody body, DateOnly joinedOn, IReadOnlyList<CounterService> services) => new()
    {
        Id = id,
        InstitutionId = body.InstitutionId,
        UnitId = body.UnitId,
        External = body.External,
        JoinedOn = joinedOn,
        Services = services,
    };

    internal bool IsMemberAfter(DateOnly from) => LeftOn is not { } left || from <= left;

    /// <returns>Whether anything changed.</returns>
    internal bool Change(DateOnly? leftOn, IReadOnlyList<CounterService> services)
    {
        if (LeftOn == leftOn && Offers(services))
        {
            return false;
        }

        (LeftOn, Services) = (leftOn, services);
        Version++;

        return true;
    }

    private bool Offers(IReadOnlyList<CounterService> services) =>
        Services.Count == services.Count && Services.Zip(services).All(pair => pair.First.SaysTheSameAs(pair.Second));
}
