using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>The findings of the previous assessment of the unit.</summary>
/// <param name="Score">The announced score; null if the unit was not announced individually.</param>
/// <param name="Dimensions">Points by dimension, as announced.</param>
/// <param name="Findings">Indicators that were below their best, worst first; empty if only totals are known.</param>
public sealed record LastYearDetails(
    int Year,
    string Instrument,
    decimal? Score,
    CategoryLabel? Category,
    ZoneLabel? Zone,
    IReadOnlyDictionary<string, decimal> Dimensions,
    IReadOnlyList<LastYearFinding> Findings);

/// <param name="Achievement">From 0 to 1.</param>
public sealed record LastYearFinding(string Indicator, string Name, decimal Achievement);

internal static class LastYearQueries
{
    private static readonly string[] passed = [QueryFilters.Visible, QueryFilters.Sheet];

    public static async Task<LastYearDetails?> LastYearOf(
        this IComplianceDb db, Assessment assessment, InstrumentLibrary library, Language language, CancellationToken cancellationToken)
    {
        var announced = await db.WithNames(db.Current()
            .Where(result => result.UnitId == assessment.UnitId && result.Year < assessment.Year && result.Status == ResultStatus.Assessed)
            .OrderByDescending(result => result.Year).Take(1)).SingleOrDefaultAsync(cancellationToken);
        var sheet = await db.LastSheetOf(assessment, cancellationToken);

        if (announced is null && sheet is null)
        {
            return null;
        }

        var year = Math.Max(announced?.Result.Year ?? 0, sheet?.Year ?? 0);
        var result = announced?.Result.Year == year ? announced : null;
        var known = await library.Get(db, result?.Result.Instrument ?? sheet!.Instrument, cancellationToken);
        var shown = result is null ? null : ResultPresenter.ShowUnit(result, known.Instrument, language);

        return new(
            year,
            known.Instrument.Code,
            shown?.Score,
            shown?.Category,
            shown?.Zone,
            shown?.Dimensions ?? new Dictionary<string, decimal>(),
            sheet?.Year == year ? FindingsOf(sheet, await library.Get(db, sheet.Instrument, cancellationToken), language) : []);
    }

    /// <summary>
    /// Returns the newest earlier sheet of the unit that was submitted. Assessors need it for this assessment, so they may read it
    /// even if the earlier one was not assigned to them; a second scorer may not.
    /// </summary>
    private static Task<EarlierSheet?> LastSheetOf(this IComplianceDb db, Assessment assessment, CancellationToken cancellationToken) => (
        from earlier in db.Assessments.IgnoreQueryFilters(passed).AsNoTracking()
        join cycle in db.Cycles on earlier.CycleId equals cycle.Id
        join sheet in db.Sheets on earlier.Id equals sheet.AssessmentId
        where earlier.UnitId == assessment.UnitId
            && earlier.Year < assessment.Year
            && (earlier.Status == AssessmentStatus.Submitted || earlier.Status == AssessmentStatus.Verified || earlier.Status == AssessmentStatus.Final)
        orderby earlier.Year descending
        select new EarlierSheet(earlier.Year, cycle.Instrument, earlier.Planned, sheet)).FirstOrDefaultAsync(cancellationToken);

    private static IReadOnlyList<LastYearFinding> FindingsOf(EarlierSheet earlier, KnownInstrument known, Language language) =>
    [
        .. ScoreCalculator.Explain(earlier.Row.ToSheet(known.Instrument, earlier.Planned).ToScoreSheet()).Dimensions
            .SelectMany(dimension => dimension.Variables)
            .SelectMany(variable => variable.Indicators)
            .Where(indicator => indicator.Achievement < 1m)
            .OrderBy(indicator => indicator.Achievement)
            .Select(indicator => new LastYearFinding(
                indicator.Indicator.Code, indicator.Indicator.Name.In(language), Scoring.DisplayRounding.Achievement(indicator.Achievement)!.Value)),
    ];

    private sealed record EarlierSheet(int Year, string Instrument, PlannedSubjects Planned, SheetRow Row);
}
