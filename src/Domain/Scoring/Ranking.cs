using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Scoring;

/// <summary>A rank within a group.</summary>
/// <param name="Of">The size of the group.</param>
public readonly record struct Rank(int Position, int Of);

/// <summary>Standard competition ranking: ties share a rank, and the next ranks are skipped (1, 2, 2, 4).</summary>
public static class Ranking
{
    /// <summary>Ranks institutions within their kind, nationally and within their province if they have one.</summary>
    public static IReadOnlyDictionary<TKey, (Rank National, Rank? Province)> RanksOf<T, TKey>(
        IReadOnlyCollection<T> scored, Func<T, TKey> key, Func<T, InstitutionKind> kind, Func<T, string?> province, Func<T, Score> score)
        where TKey : notnull
    {
        var within = scored.Where(item => province(item) is not null).GroupBy(item => (kind(item), province(item)))
            .SelectMany(group => Of(group, score)).ToDictionary(each => key(each.Item), each => each.Rank);

        return scored.GroupBy(kind).SelectMany(group => Of(group, score)).ToDictionary(
            each => key(each.Item),
            each => (each.Rank, within.TryGetValue(key(each.Item), out var place) ? place : (Rank?)null));
    }

    /// <summary>Ranks items, best score first; items with equal scores keep their order.</summary>
    public static IReadOnlyList<(T Item, Rank Rank)> Of<T>(IEnumerable<T> items, Func<T, Score> score)
    {
        var ordered = items.OrderByDescending(score).ToList();
        var ranked = new List<(T, Rank)>(ordered.Count);
        var position = 0;

        for (var index = 0; index < ordered.Count; index++)
        {
            if (index == 0 || score(ordered[index]) != score(ordered[index - 1]))
            {
                position = index + 1;
            }

            ranked.Add((ordered[index], new(position, ordered.Count)));
        }

        return ranked;
    }
}
