using System.Text;

namespace Compliance.Domain.Common;

/// <summary>
/// Unicode normalisation form C (UAX #15), so that a letter typed as one character equals the letter typed with a combining mark.
/// <see cref="string.Normalize()"/> cannot be used: with invariant globalization, which the program uses, it returns its argument.
/// And a stored hash must match on every machine, so the tables are fixed (decision 0019). Passwords enter by their rules, all other text by <see cref="PlainText"/>.
/// </summary>
internal static class ComposedText
{
    /// <summary>Characters below the combining marks (U+0300) never change, so most texts need no table.</summary>
    private const char FirstThatChanges = '\u0300';

    public static string Of(string text) => MayChange(text) ? Write(Compose(Order(Decompose(text)))) : text;

    private static bool MayChange(string text)
    {
        var index = text.AsSpan().IndexOfAnyInRange(FirstThatChanges, char.MaxValue);

        while (index >= 0 && index < text.Length)
        {
            var character = CharacterAt(text, ref index);

            if (character >= FirstThatChanges && CanonicalEquivalents.MayChange(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An unpaired surrogate is kept, because only whole characters have equivalents.</summary>
    private static int CharacterAt(string text, ref int index)
    {
        var first = text[index++];

        return index < text.Length && char.IsSurrogatePair(first, text[index]) ? char.ConvertToUtf32(first, text[index++]) : first;
    }

    private static int[] Decompose(string text)
    {
        var parts = new List<int>(text.Length);

        for (var index = 0; index < text.Length;)
        {
            CanonicalEquivalents.AddParts(CharacterAt(text, ref index), parts);
        }

        return [.. parts];
    }

    /// <summary>Sorts adjacent marks by their class; marks of one class keep their order.</summary>
    private static int[] Order(int[] characters)
    {
        for (var first = 0; first < characters.Length; first++)
        {
            var end = first;

            while (end < characters.Length && CanonicalEquivalents.ClassOf(characters[end]) > 0)
            {
                end++;
            }

            if (end - first > 1)
            {
                characters[first..end].OrderBy(CanonicalEquivalents.ClassOf).ToArray().CopyTo(characters, first);
            }

            first = end;
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
