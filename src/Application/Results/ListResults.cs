using System.Globalization;
using System.Linq.Expressions;
using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Results;

public enum ResultOrder
{
    HighestFirst,
    LowestFirst,
    NewestFirst,
}

/// <summary>Lists announced results of institutions, with filters, for bulk reading.</summary>
[ForEveryone]
public sealed record ListResults(
    int? Year,
    InstitutionKind? Kind,
    string? Province,
    string? Zone,
    string? Category,
    Score? MinScore,
    Score? MaxScore,
    ResultOrder Order,
    Language Language,
    Paging Paging) : IRequest<Page<ResultDetails>>;

internal sealed class ListResultsHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ListResults, Page<ResultDetails>>
{
    public async Task<Page<ResultDetails>> Handle(ListResults request, CancellationToken cancellationToken)
    {
        var all = await library.All(db, cancellationToken);
        RefuseUnknown(nameof(request.Zone), request.Zone, all.SelectMany(known => known.Instrument.Definition.Zones).Select(zone => zone.Code));
        RefuseUnknown(nameof(request.Category), request.Category, all.SelectMany(known => known.Instrument.Bands).Select(band => band.Category));
        var matching = Matching(request);
        var rows = await Ordered(request.Paging.After is { } cursor ? Behind(matching, request.Order, cursor) : matching, request.Order)
            .Take(request.Paging.Limit + 1)
            .ToListAsync(cancellationToken);
        var instruments = await library.Of(db, rows.Select(row => row.Result.Instrument), cancellationToken);
        var ranks = await StandingsOf(rows, cancellationToken);
        var resolutions = await db.Resolutions([.. rows.Select(row => row.Result.InstitutionId).Distinct()], cancellationToken);
        var means = await db.MeansOfUnits(rows, cancellationToken);

        return request.Paging.Cut(
            rows,
            row => ResultPresenter.Show(
                row,
                instruments[row.Result.Instrument].Instrument,
                request.Language,
                ranks[row.Result.Year].Of(row.Result),
                means.GetValueOrDefault((row.Result.InstitutionId, row.Result.Year)),
                units: null,
                resolutions.Of(row.Result),
                meta: null),
            KeyOf,
            ResultPresenter.MetaOf(rows));
    }

    /// <summary>Zones and categories are a closed set, defined by the published instruments.</summary>
    private static void RefuseUnknown(string parameter, string? value, IEnumerable<string> known)
    {
        var codes = known.Distinct().ToList();

        if (value is not null && !codes.Contains(value))
        {
            var error = TextRules.UnknownValue(codes);

            throw new ValidationException([new(parameter, error.Message.En) { ErrorCode = error.Code, CustomState = error.Message }]);
        }
    }

    private async Task<Dictionary<int, YearRanks>> StandingsOf(List<ResultRow> rows, CancellationToken cancellationToken)
    {
        var ranks = new Dictionary<int, YearRanks>();

        foreach (var year in rows.Select(row => row.Result.Year).Distinct())
        {
            ranks.Add(year, new(await db.OfYear(year).ToListAsync(cancellationToken)));
        }

        return ranks;
    }

    private IQueryable<ResultRow> Matching(ListResults request)
    {
        var results = db.Current().Where(result => result.UnitId == null);
        results = request.Year is { } year ? results.Where(result => result.Year == year) : results;
        results = request.Zone is { } zone ? results.Where(result => result.Zone == zone) : results;
        results = request.Category is { } category ? results.Where(result => result.Category == category) : results;
        results = request.MinScore is { } least ? results.Where(result => result.Score >= least) : results;
        results = request.MaxScore is { } most ? results.Where(result => result.Score <= most) : results;
        var rows = db.WithNames(results);
        rows = request.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;

        return request.Province is { } province ? rows.Where(row => row.Province == province) : rows;
    }

    private static IQueryable<ResultRow> Ordered(IQueryable<ResultRow> rows, ResultOrder order)
    {
        var scored = rows.OrderBy(row => row.Result.Score == null);
        var ordered = order switch
        {
            ResultOrder.HighestFirst => scored.ThenByDescending(row => row.Result.Score).ThenByDescending(row => row.Result.Year),
            ResultOrder.LowestFirst => scored.ThenBy(row => row.Result.Score).ThenByDescending(row => row.Result.Year),
            _ => rows.OrderByDescending(row => row.Result.Year),
        };

        return ordered.ThenBy(row => row.InstitutionCode);
    }

    /// <summary>The score (empty if there is none), year and code of a row, which are sufficient for every order.</summary>
    private static Cursor KeyOf(ResultRow row) => new(
        row.Score is { } score ? score.Hundredths.ToString(CultureInfo.InvariantCulture) : "",
        row.Result.Year.ToString(CultureInfo.InvariantCulture),
        row.InstitutionCode);

    private static Score ScoreOf(Cursor cursor) =>
        cursor.Part<int>(0) is >= 0 and <= 10_000 and var hundredths ? Score.OfHundredths(hundredths) : throw new BadCursorException();

    private static IQueryable<ResultRow> Behind(IQueryable<ResultRow> rows, ResultOrder order, Cursor cursor)
    {
        var year = cursor.Part<int>(1);
        var code = cursor.Parts[2];
        Score? score = cursor.Parts[0].Length == 0 ? null : ScoreOf(cursor);
        Expression<Func<ResultRow, bool>> tied = row =>
            row.Result.Year < year || (row.Result.Year == year && string.Compare(row.InstitutionCode, code) > 0);

        return (order, score) switch
        {
            (ResultOrder.NewestFirst, _) => rows.Where(tied),
            (_, null) => rows.Where(row => row.Result.Score == null).Where(tied),
            (ResultOrder.LowestFirst, _) => rows.Where(row => row.Result.Score == null || row.Result.Score > score
                || (row.Result.Score == score
                    && (row.Result.Year < year || (row.Result.Year == year && string.Compare(row.InstitutionCode, code) > 0)))),
            _ => rows.Where(row => row.Result.Score == null || row.Result.Score < score
                || (row.Result.Score == score
                    && (row.Result.Year < year || (row.Result.Year == year && string.Compare(row.InstitutionCode, code) > 0)))),
        };
    }
}
