using Compliance.Application.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>A joint service: several institutions that serve in one place.</summary>
/// <param name="Kind">fixed is a Mal Pelayanan Publik; mobile, such as LOMAK, goes from village to village.</param>
/// <param name="ClosedOn">The first day on which it is no longer open.</param>
/// <param name="Status">Today's status, which follows from its dates.</param>
/// <param name="Agreement">The SPK that binds its participants.</param>
/// <param name="NextPlaces">The next places of a mobile service, in order of date.</param>
public sealed record JointServiceDetails(
    Guid Id,
    JointServiceKind Kind,
    string Name,
    InstitutionRef Host,
    string Office,
    JointServiceStatus Status,
    DateOnly? OpenedOn,
    DateOnly? ClosedOn,
    SpkRef? Agreement,
    ParticipantCount Participants,
    IReadOnlyList<PlannedPlace> NextPlaces,
    IReadOnlyList<string> AllowedActions,
    int Version);

public sealed record SpkRef(Guid Id, string? Number, string Title);

/// <param name="Members">How many take part today.</param>
/// <param name="NotBound">How many of them are not bound by an SPK.</param>
public sealed record ParticipantCount(int Members, int NotBound);

public sealed record PlaceRef(string Code, string Name);

public sealed record PlannedPlace(Guid Event, DateOnly On, PlaceRef Place);
