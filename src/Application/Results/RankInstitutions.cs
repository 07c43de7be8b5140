using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>Ranks the institutions of a year: each kind apart, best first; within a province if one is given.</summary>
[ForEveryone]
public sealed record RankInstitutions(int Year, InstitutionKind? Kind, string? Province, Language Language, Paging Paging)
    : IRequest<Page<RankedInstitution>>;

/// <param name="Of">How many institutions of the kind are ranked; those without a score are not.</param>
public sealed record RankedInstitution(
    int Position, int Of, InstitutionRef Institution, int Year, decimal Score, CategoryLabel? Category, ZoneLabel? Zone);

internal sealed class RankInstitutionsHandler(IComplianceDb db, InstrumentLibrary library)
    : IRequestHandler<RankInstitutions, Page<RankedInstitution>>
{
    public async Task<Page<RankedInstitution>> Handle(RankInstitutions request, CancellationToken cancellationToken)
    {
        var rows = db.OfYear(request.Year);
        rows = request.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = request.Province is { } province ? rows.Where(row => row.Province == province) : rows;
        var all = await rows.ToListAsync(cancellationToken);
        var ranked = all
            .Where(row => row.Score is not null)
            .GroupBy(row => row.Kind)
            .OrderBy(group => group.Key)
            .SelectMany(group => Ranking.Of(group.OrderBy(row => row.InstitutionCode, StringComparer.Ordinal), row => row.Score!.Value))
            .SkipWhile(entry => request.Paging.After is { } cursor && !IsAfter(entry.Item, cursor))
            .Take(request.Paging.Limit + 1)
            .ToList();
        var instruments = await library.Of(db, ranked.Select(entry => entry.Item.Instrument), cancellationToken);

        return request.Paging.Cut(
            ranked,
            entry => Show(entry.Item, entry.Rank, request.Year, instruments[entry.Item.Instrument], request.Language),
            entry => KeyOf(entry.Item),
            await db.MetaOf(all, cancellationToken));
    }

    private static RankedInstitution Show(CurrentResultRow row, Rank rank, int year, KnownInstrument known, Language language) => new(
        rank.Position,
        rank.Of,
        new(row.InstitutionCode, row.InstitutionName, row.Kind, row.Province),
        year,
        row.Score!.Value.Value,
        ResultPresenter.Category(row.Category, known.Instrument, row.Kind, language),
        ResultPresenter.Zone(row.Zone, known.Instrument, language));

    private static Cursor KeyOf(CurrentResultRow row) =>
        new(row.Kind.ToString(), row.Score!.Value.Hundredths.ToString(CultureInfo.InvariantCulture), row.InstitutionCode);

    private static bool IsAfter(CurrentResultRow row, Cursor cursor)
    {
        var kind = row.Kind.CompareTo(cursor.Choice<InstitutionKind>(0));
        var score = cursor.Part<int>(1).CompareTo(row.Score!.Value.Hundredths);
        var code = string.CompareOrdinal(row.InstitutionCode, cursor.Parts[2]);

        return kind != 0 ? kind > 0 : score != 0 ? score > 0 : code > 0;
    }
}
