using Compliance.Domain.Institutions;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>One result with what a reader needs beside it; every read of results starts here.</summary>
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
    /// The results that stood when a publication was the newest: those known by then which nothing known by
    /// then superseded. Without a publication, those that stand now.
    /// </summary>
    public static IQueryable<Result> Standing(this IComplianceDb db, int? publication = null)
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

    /// <summary>The mean of the published units behind each of some institutions' results, where there are any.</summary>
    public static async Task<Dictionary<(InstitutionId, int), Score?>> MeansOfUnits(
        this IComplianceDb db, IReadOnlyCollection<ResultRow> rows, CancellationToken cancellationToken)
    {
        var institutions = rows.Select(row => row.Result.InstitutionId).Distinct().ToList();
        var years = rows.Select(row => row.Result.Year).Distinct().ToList();
        var units = await db.Standing()
            .Where(result => result.UnitId != null && result.Score != null && years.Contains(result.Year) && institutions.Contains(result.InstitutionId))
            .Select(result => new { result.InstitutionId, result.Year, result.Score })
            .ToListAsync(cancellationToken);

        return units.GroupBy(unit => (unit.InstitutionId, unit.Year))
            .ToDictionary(group => group.Key, group => (Score?)InstitutionScore.Of([.. group.Select(unit => unit.Score!.Value)]));
    }

    /// <summary>The results of all institutions for a year, as they stand now or stood at a publication.</summary>
    public static async Task<List<ResultRow>> OfInstitutions(this IComplianceDb db, int year, int? publication, CancellationToken cancellationToken) =>
        await db.WithNames(db.Standing(publication).Where(result => result.Year == year && result.UnitId == null)).ToListAsync(cancellationToken);
}
