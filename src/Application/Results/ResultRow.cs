using Compliance.Domain.Institutions;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>One result with the data to show it; every query of results starts here.</summary>
internal sealed record ResultRow
{
    public required Result Result { get; init; }

    public required string InstitutionCode { get; init; }

    public required string InstitutionName { get; init; }

    public required InstitutionKind Kind { get; init; }

    public required string? Province { get; init; }

    public required string? UnitName { get; init; }

    public required Publication Publication { get; init; }

    public Score? Score => Result.Score;
}

internal static class ResultRows
{
    /// <summary>
    /// Returns the results that were current when the given publication was the newest: published by then, and not superseded
    /// by then. Without a publication, the current ones.
    /// </summary>
    public static IQueryable<Result> Current(this IComplianceDb db, int? publication = null)
    {
        var known = db.Results.AsNoTracking();

        return publication is { } number
            ? known.Where(result => result.Publication <= number
                && !db.Results.Any(later => later.Supersedes == result.Id && later.Publication <= number))
            : known.Where(result => !db.Results.Any(later => later.Supersedes == result.Id));
    }

    public static IQueryable<ResultRow> WithNames(this IComplianceDb db, IQueryable<Result> results) =>
        from result in results
        join institution in db.Institutions on result.InstitutionId equals institution.Id
        join publication in db.Publications on result.Publication equals publication.Number
        join unit in db.ServiceUnits on result.UnitId equals (ServiceUnitId?)unit.Id into units
        from unit in units.DefaultIfEmpty()
        select new ResultRow
        {
            Result = result,
            InstitutionCode = institution.Code,
            InstitutionName = institution.Name,
            Kind = institution.Kind,
            Province = institution.Province,
            UnitName = unit.Name,
            Publication = publication,
        };

    /// <summary>Returns the mean of the published units by institution and year, if there are any.</summary>
    public static async Task<Dictionary<(InstitutionId, int), Score?>> MeansOfUnits(
        this IComplianceDb db, IReadOnlyCollection<ResultRow> rows, CancellationToken cancellationToken)
    {
        var institutions = rows.Select(row => row.Result.InstitutionId).Distinct().ToList();
        var years = rows.Select(row => row.Result.Year).Distinct().ToList();
        var units = await db.Current()
            .Where(result => result.UnitId != null && result.Score != null && years.Contains(result.Year) && institutions.Contains(result.InstitutionId))
            .Select(result => new { result.InstitutionId, result.Year, result.Score })
            .ToListAsync(cancellationToken);

        return units.GroupBy(unit => (unit.InstitutionId, unit.Year))
            .ToDictionary(group => group.Key, group => (Score?)InstitutionScore.Of([.. group.Select(unit => unit.Score!.Value)]));
    }

    /// <summary>Returns the results of institutions for a year that are current, or were current at a publication.</summary>
    public static IQueryable<CurrentResultRow> OfYear(this IComplianceDb db, int year, int? publication = null) =>
        from result in db.Current(publication)
        join institution in db.Institutions on result.InstitutionId equals institution.Id
        where result.Year == year && result.UnitId == null
        select new CurrentResultRow
        {
            Id = result.Id,
            InstitutionCode = institution.Code,
            InstitutionName = institution.Name,
            Kind = institution.Kind,
            Province = institution.Province,
            Instrument = result.Instrument,
            Status = result.Status,
            Score = result.Score,
            Category = result.Category,
            Zone = result.Zone,
            Publication = result.Publication,
        };

    /// <summary>Returns the metadata of a set of rows: the newest publication among them.</summary>
    public static async Task<PageMeta> MetaOf(this IComplianceDb db, IReadOnlyCollection<CurrentResultRow> rows, CancellationToken cancellationToken)
    {
        int? newest = rows.Count == 0 ? null : rows.Max(row => row.Publication);
        var instruments = rows.Select(row => row.Instrument).Distinct().ToList();
        var at = await db.Publications
            .Where(publication => publication.Number == newest)
            .Select(publication => (DateTimeOffset?)publication.At)
            .SingleOrDefaultAsync(cancellationToken);

        return new(Licences.Results, instruments.Count == 1 ? instruments[0] : null, newest, at);
    }
}

/// <summary>The columns of an institution's result that ranks and counts need, and no more: a year has hundreds of rows.</summary>
internal sealed record CurrentResultRow
{
    public required ResultId Id { get; init; }

    public required string InstitutionCode { get; init; }

    public required string InstitutionName { get; init; }

    public required InstitutionKind Kind { get; init; }

    public required string? Province { get; init; }

    public required string Instrument { get; init; }

    public required ResultStatus Status { get; init; }

    public required Score? Score { get; init; }

    public required string? Category { get; init; }

    public required string? Zone { get; init; }

    public required int Publication { get; init; }
}
