using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>Summarises a year: counts by kind, zone and category, means, and coverage of the registry.</summary>
[ForEveryone]
public sealed record SummariseResults(int Year, string? Province, Language Language) : IRequest<ResultsSummary>;

public sealed record ResultsSummary(int Year, string? Province, SummaryGroup Total, IReadOnlyList<SummaryGroup> Kinds, PageMeta Meta);

/// <param name="Kind">Null for all kinds together.</param>
/// <param name="Registered">How many institutions of the kind are in the registry.</param>
/// <param name="Assessed">How many of these were announced as assessed, with or without a score.</param>
/// <param name="Scored">How many of these have a score; only they count for mean and ranks.</param>
/// <param name="Coverage">Assessed divided by registered, 0 to 1.</param>
/// <param name="Mean">The mean of the scores, in points.</param>
public sealed record SummaryGroup(
    InstitutionKind? Kind,
    int Registered,
    int Assessed,
    int NotAssessed,
    int Scored,
    decimal Coverage,
    decimal? Mean,
    IReadOnlyList<ZoneCount> Zones,
    IReadOnlyList<CategoryCount> Categories);

public sealed record ZoneCount(string Code, string Label, string Colour, int Count);

public sealed record CategoryCount(string Code, string Label, int Count);

internal sealed class SummariseResultsHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<SummariseResults, ResultsSummary>
{
    public async Task<ResultsSummary> Handle(SummariseResults request, CancellationToken cancellationToken)
    {
        var rows = await db.OfYear(request.Year)
            .Where(row => request.Province == null || row.Province == request.Province)
            .ToListAsync(cancellationToken);
        var registered = await db.Institutions
            .Where(institution => request.Province == null || institution.Province == request.Province)
            .GroupBy(institution => institution.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Kind, group => group.Count, cancellationToken);
        var instruments = await library.Of(db, rows.Select(row => row.Instrument), cancellationToken);
        var method = instruments.Values.OrderBy(known => known.Instrument.Code, StringComparer.Ordinal).Select(known => known.Instrument).ToList();

        return new(
            request.Year,
            request.Province,
            Count(null, rows, registered.Values.Sum(), method, request.Language),
            [.. registered.OrderBy(pair => pair.Key)
                .Select(pair => Count(pair.Key, [.. rows.Where(row => row.Kind == pair.Key)], pair.Value, method, request.Language))],
            await db.MetaOf(rows, cancellationToken));
    }

    private static SummaryGroup Count(InstitutionKind? kind, List<CurrentResultRow> rows, int registered, List<Instrument> instruments, Language language)
    {
        var assessed = rows.Count(row => row.Status == ResultStatus.Assessed);
        var scores = rows.Select(row => row.Score).OfType<Score>().ToList();

        return new(
            kind,
            registered,
            assessed,
            rows.Count - assessed,
            scores.Count,
            registered == 0 ? 0m : Rounding.HalfAwayFromZero((decimal)assessed / registered, 4),
            scores.Count == 0 ? null : InstitutionScore.Of(scores).Value,
            [
                .. instruments.SelectMany(instrument => instrument.Definition.Zones).DistinctBy(zone => zone.Code)
                    .OrderByDescending(zone => zone.Order)
                    .Select(zone => new ZoneCount(zone.Code, zone.Label.In(language), zone.Colour, rows.Count(row => row.Zone == zone.Code))),
            ],
            [
                .. instruments.SelectMany(instrument => instrument.Bands).DistinctBy(band => band.Category)
                    .Select(band => new CategoryCount(
                        band.Category, band.LabelFor(kind).In(language), rows.Count(row => row.Category == band.Category))),
            ]);
    }
}
