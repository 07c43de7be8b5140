using System.Text;

namespace Compliance.Domain.Institutions;

/// <summary>Compares names by letters and digits only, so that case, spaces and punctuation do not matter.</summary>
public static class NameMatching
{
    /// <summary>"Kota Tanjung Pinang" and "KOTA TANJUNGPINANG" have the same key.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);

        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
        }

        return key.ToString();
    }

    /// <summary>Returns the known names most similar to an unknown one, best first, by their share of common letter pairs (Dice).</summary>
    public static IReadOnlyList<string> Closest(string unknown, IEnumerable<string> known, int most = 3)
    {
        var wanted = Pairs(Key(unknown));

        return
        [
            .. known
                .Select(name => (name, likeness: Similarity(wanted, Pairs(Key(name)))))
                .Where(each => each.likeness > 0)
                .OrderByDescending(each => each.likeness)
                .ThenBy(each => each.name, StringComparer.Ordinal)
                .Take(most)
                .Select(each => each.name),
        ];
    }

    private static HashSet<(char, char)> Pairs(string key) => [.. key.Zip(key.Skip(1))];

    private static double Similarity(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
