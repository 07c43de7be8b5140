using System.Text;

namespace Compliance.Domain.Passwords;

/// <summary>
/// Unicode normalisation form C (UAX #15), so that a letter typed as one character equals the letter typed with a combining mark.
/// <see cref="string.Normalize()"/> cannot be used: with invariant globalization, which the program uses, it returns its argument.
/// And a stored hash must match on every machine, so the tables are fixed (decision 0019). Only <see cref="PasswordRules"/> needs it.
/// </summary>
internal static class ComposedText
{
    /// <summary>Characters below the combining marks (U+0300) never change, so most passwords need no table.</summary>
    private const char FirstThatChanges = '\u0300';

    public static string Of(string text) => text.AsSpan().ContainsAnyInRange(FirstThatChanges, char.MaxValue)
        ? Write(Compose(Order([.. Characters(text).SelectMany(CanonicalEquivalents.PartsOf)])))
        : text;

    /// <summary>An unpaired surrogate is kept, because only whole characters have equivalents.</summary>
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

    /// <summary>Sorts adjacent marks by their class; marks of one class keep their order.</summary>
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

            // A mark of the same or a higher class in between prevents the composition with the base character.
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
