using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>The ranks of one year: kinds apart, nationally and within each province.</summary>
internal sealed class Standings
{
    private readonly Dictionary<ResultId, Rank> national = [];
    private readonly Dictionary<ResultId, Rank> provincial = [];

    public Standings(IEnumerable<StandingRow> year)
    {
        var scored = year.Where(row => row.Score is not null).ToList();
        Place(national, scored.GroupBy(row => row.Kind));
        Place(provincial, scored.Where(row => row.Province is not null).GroupBy(row => (row.Kind, row.Province)));
    }

    public ResultRanks? Of(Result result) => national.TryGetValue(result.Id, out var place)
        ? new(place, provincial.TryGetValue(result.Id, out var within) ? within : null)
        : null;

    private static void Place<TKey>(Dictionary<ResultId, Rank> ranks, IEnumerable<IGrouping<TKey, StandingRow>> groups)
    {
        foreach (var (row, rank) in groups.SelectMany(group => Ranking.Of(group, row => row.Score!.Value)))
        {
            ranks.Add(row.Id, rank);
        }
    }
}
