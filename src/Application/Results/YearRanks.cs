using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>The ranks of one year: each kind apart, nationally and within each province.</summary>
internal sealed class YearRanks
{
    private readonly IReadOnlyDictionary<ResultId, (Rank National, Rank? Province)> places;

    public YearRanks(IEnumerable<CurrentResultRow> year) => places = Ranking.RanksOf(
        [.. year.Where(row => row.Score is not null)], row => row.Id, row => row.Kind, row => row.Province, row => row.Score!.Value);

    public ResultRanks? Of(Result result) => places.TryGetValue(result.Id, out var place) ? new(place.National, place.Province) : null;
}
