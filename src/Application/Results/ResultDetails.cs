using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>An announced result of an institution.</summary>
/// <param name="Qualifier">The second axis of the outcome (2025), if published.</param>
/// <param name="Basis">Whether the score was published itself or is the mean of the published units.</param>
/// <param name="Printed">The values printed in the source, if they contradict the score; else null.</param>
/// <param name="Recomputed">The mean of the published units, if it differs from the published score.</param>
/// <param name="Units">Null in lists of many institutions.</param>
/// <param name="KnownFrom">Since when this system has shown the result in this form.</param>
/// <param name="Supersedes">The id of the result that this one corrects.</param>
public sealed record ResultDetails(
    Guid Id,
    InstitutionRef Institution,
    int Year,
    string Instrument,
    ResultStatus Status,
    NotAssessedReason? Reason,
    decimal? Score,
    CategoryLabel? Category,
    CategoryLabel? Qualifier,
    ZoneLabel? Zone,
    ResultBasis Basis,
    PrintedOutcome? Printed,
    RecomputedScore? Recomputed,
    ResultRanks? Rank,
    IReadOnlyList<UnitResultDetails>? Units,
    DecisionRef? Decision,
    DateTimeOffset KnownFrom,
    Guid? Supersedes,
    ClearanceDetails Clearance,
    string? Source,
    PageMeta? Meta);

public sealed record PrintedOutcome(string? Zone, string? Category);

public sealed record RecomputedScore(decimal Score, bool Differs);

/// <summary>Ranks among the institutions of the same kind that have a score.</summary>
public sealed record ResultRanks(Rank? National, Rank? Province);

public sealed record DecisionRef(string? Number, DateOnly? Date);

/// <summary>Whether open corrective actions withhold certificate and report card; not part of the score.</summary>
public sealed record ClearanceDetails(ClearanceStatus Status, int OpenActions, DateOnly? ReleasedOn);

/// <summary>An announced result of one unit.</summary>
/// <param name="Id">The id of the unit.</param>
/// <param name="Dimensions">Weighted points by dimension, if published.</param>
public sealed record UnitResultDetails(
    Guid Id,
    string Name,
    int Year,
    string Instrument,
    ResultStatus Status,
    NotAssessedReason? Reason,
    decimal? Score,
    CategoryLabel? Category,
    ZoneLabel? Zone,
    PrintedOutcome? Printed,
    IReadOnlyDictionary<string, decimal>? Dimensions,
    DecisionRef? Decision,
    DateTimeOffset KnownFrom,
    Guid? Supersedes,
    string? Source);
