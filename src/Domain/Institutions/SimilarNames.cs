namespace Compliance.Domain.Institutions;

/// <summary>Known names, prepared for a search by similarity.</summary>
public sealed class SimilarNames(IEnumerable<string> known)
{
    private readonly (string Name, HashSet<(char, char)> Pairs)[] prepared = [.. known.Select(name => (name, Pairs(name)))];

    /// <summary>Returns the names most similar to an unknown one, best first, by their share of common letter pairs (Dice).</summary>
    public IReadOnlyList<string> Closest(string unknown, int most = 3)
    {
        var wanted = Pairs(unknown);

        return
        [
            .. prepared
                .Select(each => (each.Name, likeness: Similarity(wanted, each.Pairs)))
                .Where(each => each.likeness > 0)
                .OrderByDescending(each => each.likeness)
                .ThenBy(each => each.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(each => each.Name),
        ];
    }

    private static HashSet<(char, char)> Pairs(string name)
    {
        var key = NameMatching.Key(name);

        return [.. key.Zip(key.Skip(1))];
    }

    private static double Similarity(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
