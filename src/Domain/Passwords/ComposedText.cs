using System.Text;

namespace Compliance.Domain.Passwords;

/// <summary>
/// Unicode's normalisation form C (UAX #15), so that a letter typed as one character or as a letter and its mark is the same.
/// <see cref="string.Normalize()"/> will not do: it returns its argument where globalization is invariant, as it is here.
/// And what was hashed once must never come out differently on another machine (decision 0019). Only <see cref="PasswordRules"/> needs it.
/// </summary>
internal static class ComposedText
{
    /// <summary>Nothing below the combining marks (U+0300) ever changes; so most passwords need no table.</summary>
    private const char FirstThatChanges = '\u0300';

    public static string Of(string text) => text.AsSpan().ContainsAnyInRange(FirstThatChanges, char.MaxValue)
        ? Write(Compose(Order([.. Characters(text).SelectMany(CanonicalEquivalents.PartsOf)])))
        : text;

    /// <summary>Half of a pair stays what it is: only whole characters have equivalents.</summary>
    private static IEnumerable<int> Characters(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                yield return char.ConvertToUtf32(text[index], text[++index]);
            }
            else
            {
                yield return text[index];
            }
        }
    }

    /// <summary>Marks that stand together, by their class; those of one class stay in order.</summary>
    private static int[] Order(int[] characters)
    {
        for (var first = 0; first < characters.Length; first++)
        {
            var marks = characters.Skip(first).TakeWhile(character => CanonicalEquivalents.ClassOf(character) > 0).ToArray();

            if (marks.Length > 1)
            {
                marks.OrderBy(CanonicalEquivalents.ClassOf).ToArray().CopyTo(characters, first);
            }

            first += marks.Length;
        }

        return characters;
    }

    private static List<int> Compose(int[] characters)
    {
        var composed = new List<int>(characters.Length);
        var (starter, last) = (-1, 0);

        foreach (var character in characters)
        {
            var own = CanonicalEquivalents.ClassOf(character);

            // A mark of the same or a higher class in between keeps this one from the character that it would stand on.
            if (starter >= 0 && (starter == composed.Count - 1 || last < own)
                && CanonicalEquivalents.Compose(composed[starter], character) is { } whole)
            {
                composed[starter] = whole;

                continue;
            }

            starter = own == 0 ? composed.Count : starter;
            last = own;
            composed.Add(character);
        }

        return composed;
    }

    private static string Write(List<int> characters)
    {
        var text = new StringBuilder(characters.Count);

        foreach (var character in characters)
        {
            _ = character > char.MaxValue ? text.Append(char.ConvertFromUtf32(character)) : text.Append((char)character);
        }

        return text.ToString();
    }
}
