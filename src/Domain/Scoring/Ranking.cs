using Compliance.Domain.Institutions;

namespace Compliance.Domain.Scoring;

/// <summary>A rank among those ranked together.</summary>
/// <param name="Of">How many are ranked.</param>
public readonly record struct Rank(int Position, int Of);

/// <summary>Standard competition ranking: ties share a place, and the next place is skipped (1, 2, 2, 4).</summary>
public static class Ranking
{
    /// <summary>The places of institutions, kinds apart: among all of the kind, and within its province where it has one.</summary>
    public static IReadOnlyDictionary<TKey, (Rank National, Rank? Province)> PlacesOf<T, TKey>(
        IReadOnlyCollection<T> scored, Func<T, TKey> key, Func<T, InstitutionKind> kind, Func<T, string?> province, Func<T, Score> score)
        where TKey : notnull
    {
        var within = scored.Where(item => province(item) is not null).GroupBy(item => (kind(item), province(item)))
            .SelectMany(group => Of(group, score)).ToDictionary(each => key(each.Item), each => each.Rank);

        return scored.GroupBy(kind).SelectMany(group => Of(group, score)).ToDictionary(
            each => key(each.Item),
            each => (each.Rank, within.TryGetValue(key(each.Item), out var place) ? place : (Rank?)null));
    }

    /// <summary>The rank of each item, best score first; items of equal score keep their order.</summary>
    public static IReadOnlyList<(T Item, Rank Rank)> Of<T>(IEnumerable<T> items, Func<T, Score> score)
    {
        var ordered = items.OrderByDescending(score).ToList();
        var ranked = new List<(T, Rank)>(ordered.Count);
        var position = 0;

        for (var place = 0; place < ordered.Count; place++)
        {
            if (place == 0 || score(ordered[place]) != score(ordered[place - 1]))
            {
                position = place + 1;
            }

            ranked.Add((ordered[place], new(position, ordered.Count)));
        }

        return ranked;
    }
}
