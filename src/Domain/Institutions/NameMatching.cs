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

    /// <summary>Returns the known names most similar to an unknown one. For many unknown names, <see cref="SimilarNames"/> prepares the known ones once.</summary>
    public static IReadOnlyList<string> Closest(string unknown, IEnumerable<string> known, int most = 3) => new SimilarNames(known).Closest(unknown, most);
}
