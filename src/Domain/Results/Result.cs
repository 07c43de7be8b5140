using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Results;

public readonly record struct ResultId(Guid Value) : IEntityId<ResultId>
{
    public static ResultId From(Guid value) => new(value);
}

public enum ResultStatus
{
    Assessed,
    NotAssessed,
}

/// <summary>Why a unit or institution was not assessed. This is shown, but does not count in means and ranks.</summary>
public enum NotAssessedReason
{
    Refused,
    Security,
    Closed,
    NoAccess,
    Other,
}

/// <summary>The origin of a score: printed as such, the mean of the institution's published units, or a decision of this system.</summary>
public enum ResultBasis
{
    Published,
    Units,
    Decided,
}

/// <summary>
/// The announced result of one unit, or of an institution as a whole, for one year. Results are append-only:
/// a correction is a new result that supersedes the previous one, and both stay readable.
/// </summary>
public sealed class Result
{
    private Result()
    {
    }

    private Result(ResultId id, InstitutionId institutionId, ServiceUnitId? unitId, int year, string instrument, int publication, ResultContent content)
    {
        Id = id;
        InstitutionId = institutionId;
        UnitId = unitId;
        SubjectId = unitId?.Value ?? institutionId.Value;
        Year = year;
        Instrument = instrument;
        Publication = publication;
        Status = content.Status;
        Reason = content.Reason;
        Score = content.Score;
        Category = content.Category;
        Zone = content.Zone;
        Qualifier = content.Qualifier;
        Basis = content.Basis;
        Source = content.Source;
        PrintedZone = content.PrintedZone;
        PrintedCategory = content.PrintedCategory;
        Dimensions = content.Dimensions;
        Revision = 1;
    }

    public ResultId Id { get; private init; }

    public InstitutionId InstitutionId { get; private init; }

    /// <summary>Null for the result of the institution as a whole.</summary>
    public ServiceUnitId? UnitId { get; private init; }

    /// <summary>The unit, or the institution if there is none; revisions are counted for each subject and year.</summary>
    public Guid SubjectId { get; private init; }

    public int Year { get; private init; }

    /// <summary>1 for the first result of a subject and year, increased by every correction.</summary>
    public int Revision { get; private init; }

    public ResultId? Supersedes { get; private init; }

    /// <summary>The code of the instrument it was decided under; it never changes.</summary>
    public string Instrument { get; private init; } = "";

    /// <summary>The number of the publication that contains it.</summary>
    public int Publication { get; private init; }

    public ResultStatus Status { get; private init; }

    public NotAssessedReason? Reason { get; private init; }

    public Score? Score { get; private init; }

    public string? Category { get; private init; }

    public string? Zone { get; private init; }

    public string? Qualifier { get; private init; }

    public ResultBasis Basis { get; private init; }

    public string? Source { get; private init; }

    /// <summary>The zone as printed; null unless it contradicts the score.</summary>
    public string? PrintedZone { get; private init; }

    /// <summary>The category as printed; null unless it contradicts the score.</summary>
    public string? PrintedCategory { get; private init; }

    public IReadOnlyList<DimensionPoints> Dimensions { get; private init; } = [];

    public ResultContent Content => new(Status, Reason, Score, Category, Zone, Qualifier, Basis, PrintedZone, PrintedCategory, Source, Dimensions);

    public static Result Of(
        ResultId id, InstitutionId institution, ServiceUnitId? unit, int year, string instrument, int publication, ResultContent content) =>
        new(id, institution, unit, year, instrument, publication, content);

    /// <summary>Returns the correction that supersedes this result.</summary>
    public Result Correct(ResultId id, string instrument, int publication, ResultContent content) =>
        new(id, InstitutionId, UnitId, Year, instrument, publication, content) { Revision = Revision + 1, Supersedes = Id };
}

/// <summary>The published weighted points of one dimension, with two decimals.</summary>
public sealed record DimensionPoints(string Dimension, Score Points);

/// <summary>The content of a result, which a correction can change.</summary>
public sealed record ResultContent(
    ResultStatus Status,
    NotAssessedReason? Reason,
    Score? Score,
    string? Category,
    string? Zone,
    string? Qualifier,
    ResultBasis Basis,
    string? PrintedZone,
    string? PrintedCategory,
    string? Source,
    IReadOnlyList<DimensionPoints> Dimensions)
{
    /// <summary>Whether publishing this instead of the other would change nothing except the source.</summary>
    public bool SaysTheSameAs(ResultContent other) =>
        (this with { Source = null, Dimensions = [] }) == (other with { Source = null, Dimensions = [] })
        && Dimensions.OrderBy(points => points.Dimension, StringComparer.Ordinal)
            .SequenceEqual(other.Dimensions.OrderBy(points => points.Dimension, StringComparer.Ordinal));
}
