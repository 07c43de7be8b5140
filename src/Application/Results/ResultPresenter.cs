using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>Turns rows into response types in the requested language. Pure.</summary>
internal static class ResultPresenter
{
    /// <summary>Returns a result with its units; the mean of the units is compared with the published score.</summary>
    public static ResultDetails Show(
        ResultRow row, Instrument instrument, Language language, ResultRanks? rank, IReadOnlyList<ResultRow> units, Clearance clearance, PageMeta? meta)
    {
        var scores = units.Select(unit => unit.Score).OfType<Score>().ToList();

        return Show(row, instrument, language, rank, scores.Count == 0 ? null : InstitutionScore.Of(scores), units, clearance, meta);
    }

    public static ResultDetails Show(
        ResultRow row,
        Instrument instrument,
        Language language,
        ResultRanks? rank,
        Score? meanOfUnits,
        IReadOnlyList<ResultRow>? units,
        Clearance clearance,
        PageMeta? meta)
    {
        var result = row.Result;

        return new(
            result.Id.Value,
            new(row.InstitutionCode, row.InstitutionName, row.Kind, row.Province),
            result.Year,
            result.Instrument,
            result.Status,
            result.Reason,
            result.Score?.Value,
            Category(result.Category, instrument, row.Kind, language),
            Qualifier(result, instrument, language),
            Zone(result.Zone, instrument, language),
            result.Basis,
            Printed(result),
            Recomputed(result, meanOfUnits),
            rank,
            units is null ? null : [.. units.OrderBy(unit => unit.UnitName, StringComparer.Ordinal).Select(unit => ShowUnit(unit, instrument, language))],
            Decision(row.Publication),
            row.Publication.At,
            result.Supersedes?.Value,
            new(clearance.Status, clearance.OpenActions, clearance.ReleasedOn),
            result.Source,
            meta);
    }

    public static UnitResultDetails ShowUnit(ResultRow row, Instrument instrument, Language language)
    {
        var result = row.Result;

        return new(
            result.SubjectId,
            row.UnitName!,
            result.Year,
            result.Instrument,
            result.Status,
            result.Reason,
            result.Score?.Value,
            Category(result.Category, instrument, row.Kind, language),
            Zone(result.Zone, instrument, language),
            Printed(result),
            result.Dimensions.Count == 0 ? null : result.Dimensions.ToDictionary(points => points.Dimension, points => points.Points.Value),
            Decision(row.Publication),
            row.Publication.At,
            result.Supersedes?.Value,
            result.Source);
    }

    /// <summary>Returns the metadata of a set of rows: the newest publication among them.</summary>
    public static PageMeta MetaOf(IReadOnlyCollection<ResultRow> rows)
    {
        var newest = rows.MaxBy(row => row.Publication.Number)?.Publication;
        var instruments = rows.Select(row => row.Result.Instrument).Distinct().ToList();

        return new(Licences.Results, instruments.Count == 1 ? instruments[0] : null, newest?.Number, newest?.At);
    }

    public static ZoneLabel? Zone(string? code, Instrument instrument, Language language) =>
        ZoneLabel.Of(instrument.Definition.Zones.FirstOrDefault(zone => zone.Code == code), language);

    public static CategoryLabel? Category(string? code, Instrument instrument, InstitutionKind kind, Language language) =>
        instrument.Bands.FirstOrDefault(band => band.Category == code) is { } found
            ? new(found.Category, found.LabelFor(kind).In(language))
            : null;

    private static CategoryLabel? Qualifier(Result result, Instrument instrument, Language language) =>
        instrument.Definition.Qualifiers.FirstOrDefault(qualifier => qualifier.Code == result.Qualifier) is { } found
            ? new(found.Code, found.Label.In(language))
            : null;

    private static PrintedOutcome? Printed(Result result) =>
        (result.PrintedZone, result.PrintedCategory) is (null, null) ? null : new(result.PrintedZone, result.PrintedCategory);

    private static DecisionRef? Decision(Publication publication) =>
        (publication.DecisionNumber, publication.DecisionDate) is (null, null) ? null : new(publication.DecisionNumber, publication.DecisionDate);

    private static RecomputedScore? Recomputed(Result result, Score? meanOfUnits) =>
        meanOfUnits is { } mean && result.Score is { } published && mean != published ? new(mean.Value, Differs: true) : null;
}
