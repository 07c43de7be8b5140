using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>The ranks of one year: kinds apart, nationally and within each province.</summary>
internal sealed class Standings
{
    private readonly Dictionary<Guid, Rank> national = [];
    private readonly Dictionary<Guid, Rank> provincial = [];

    public Standings(IEnumerable<ResultRow> year)
    {
        var scored = year.Where(row => row.Score is not null).ToList();
        Place(national, scored.GroupBy(row => row.Kind));
        Place(provincial, scored.Where(row => row.Province is not null).GroupBy(row => (row.Kind, row.Province)));
    }

    public ResultRanks? Of(ResultRow row)
    {
        var id = row.Result.Id.Value;

        return national.TryGetValue(id, out var place) ? new(place, provincial.TryGetValue(id, out var within) ? within : null) : null;
    }

    private static void Place<TKey>(Dictionary<Guid, Rank> ranks, IEnumerable<IGrouping<TKey, ResultRow>> groups)
    {
        foreach (var (row, rank) in groups.SelectMany(group => Ranking.Of(group, row => row.Score!.Value)))
        {
            ranks.Add(row.Result.Id.Value, rank);
        }
    }
}
