using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.Instruments;
using Compliance.Domain.ReportCards;

namespace Compliance.Application.ReportCards;

/// <summary>Turns results into the parts of a report card, in the requested language. Pure.</summary>
/// <param name="instruments">The instruments of all years shown, by code.</param>
internal sealed class ReportCardPresenter(IReadOnlyDictionary<string, KnownInstrument> instruments, Language language)
{
    public ReportCardWords Words { get; } = new(language);

    public Instrument InstrumentOf(ResultRow row) => instruments[row.Result.Instrument].Instrument;

    public CardOutcome Outcome(ResultRow row) => new(
        row.Result.Status,
        row.Score?.Value,
        ResultPresenter.Category(row.Result.Category, InstrumentOf(row), row.Kind, language),
        ResultPresenter.Zone(row.Result.Zone, InstrumentOf(row), language));

    public string Summary(ResultRow row, ResultRanks? rank)
    {
        var instrument = InstrumentOf(row);
        var band = instrument.Bands.FirstOrDefault(each => each.Category == row.Result.Category)
            ?? instrument.Bands.FirstOrDefault(each => each.Zone is not null && each.Zone.Code == row.Result.Zone);
        var category = ResultPresenter.Category(row.Result.Category, instrument, row.Kind, language)?.Label;

        return Words.Summary(row.InstitutionName, row.Result, band, category, rank, row.Kind);
    }

    public IReadOnlyList<CardUnit> Units(IEnumerable<ResultRow> units) =>
    [
        .. units.OrderBy(unit => unit.UnitName, StringComparer.Ordinal).Select(unit => new CardUnit(
            unit.Result.SubjectId, unit.UnitName!, Outcome(unit), [.. unit.Result.Dimensions.Select(points => Dimension(points.Dimension, points.Points.Value, InstrumentOf(unit)))])),
    ];

    /// <param name="years">The results of the institution as a whole, earliest year first; the last one is that of the card.</param>
    public IReadOnlyList<CardYear> Trend(IReadOnlyList<ResultRow> years) =>
    [
        .. years.Select((row, index) => new CardYear(
            row.Result.Year, Outcome(row), row.Result.Instrument, index > 0 && ChangeBetween(years[index - 1], row).IsBreak)),
    ];

    public CardComparison? Comparison(IReadOnlyList<ResultRow> years)
    {
        if (years.Count < 2)
        {
            return null;
        }

        var (before, now) = (years[^2], years[^1]);
        var change = ChangeBetween(before, now);
        var byNow = before.Score is { } score ? InstrumentOf(now).BandOf(score) : null;

        return new(
            before.Result.Year,
            Outcome(before),
            now.Result.Year,
            Outcome(now),
            change.IsBreak ? null : now.Score?.Value - before.Score?.Value,
            change.IsBreak,
            [.. Words.Changes(change)],
            Words.Comparison(before.Result, now.Result, byNow, change));
    }

    public CardFindings Findings(Instrument instrument, IReadOnlyList<UnitOutcomes> units)
    {
        var themes = InstitutionFindings.Of(instrument, units);

        return new(
            units.Count > 0,
            Words.Findings(units.Count > 0, themes.Sum(theme => theme.Findings.Count)),
            [.. themes.Select(theme => new CardTheme(theme.Theme, Words.NameOf(theme.Theme), [.. theme.Findings.Select(Show)]))]);
    }

    private CardFinding Show(SharedFinding finding) => new(
        finding.Indicator.Code,
        finding.Indicator.Name.In(language),
        Rounding.HalfAwayFromZero(finding.PointsLost, 2),
        finding.Indicator.Advice!.In(language),
        [.. finding.Units.Select(unit => new CardFindingUnit(unit.UnitId.Value, Rounding.HalfAwayFromZero(unit.Achievement, 4)))]);

    private MethodChange ChangeBetween(ResultRow before, ResultRow after) => MethodChange.Between(InstrumentOf(before), InstrumentOf(after));

    private CardDimension Dimension(string code, decimal points, Instrument instrument)
    {
        var declared = instrument.Dimensions.FirstOrDefault(dimension => dimension.Code == code);

        return new(code, declared?.Name.In(language) ?? code, points, declared?.Weight);
    }
}
