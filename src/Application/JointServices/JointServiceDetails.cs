using Compliance.Application.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>Several institutions that serve in one place.</summary>
/// <param name="Kind">fixed is a Mal Pelayanan Publik, mobile goes from village to village as LOMAK.</param>
/// <param name="ClosedOn">The first day on which it is no longer open.</param>
/// <param name="Status">What its dates make of it today.</param>
/// <param name="Agreement">The SPK that binds its participants.</param>
/// <param name="NextPlaces">Where a mobile service goes next, the first place first.</param>
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

/// <param name="Members">Those of today.</param>
/// <param name="NotBound">Those among them that no SPK binds.</param>
public sealed record ParticipantCount(int Members, int NotBound);

public sealed record PlaceRef(string Code, string Name);

public sealed record PlannedPlace(Guid Event, DateOnly On, PlaceRef Place);
