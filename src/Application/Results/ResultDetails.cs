using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>An announced result of an institution.</summary>
/// <param name="Qualifier">The second axis of the outcome (2025), where it was published.</param>
/// <param name="Basis">Whether the score was printed as such or is the mean of the published units.</param>
/// <param name="Printed">What the source printed where it contradicts the score; null where it does not.</param>
/// <param name="Recomputed">The mean of the published units, where it differs from the published score.</param>
/// <param name="Units">Null in lists of many institutions.</param>
/// <param name="KnownFrom">The time from which this system has shown the result like this.</param>
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

/// <summary>Ranks among institutions of the same kind that have a score.</summary>
public sealed record ResultRanks(Rank? National, Rank? Province);

public sealed record DecisionRef(string? Number, DateOnly? Date);

/// <summary>Whether open corrective actions withhold certificate and report card; never part of the score.</summary>
public sealed record ClearanceDetails(ClearanceStatus Status, int OpenActions, DateOnly? ReleasedOn);

/// <summary>An announced result of one unit.</summary>
/// <param name="Id">Of the unit.</param>
/// <param name="Dimensions">Weighted points by dimension, where published.</param>
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
