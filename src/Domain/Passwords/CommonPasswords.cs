using System.Globalization;

namespace Compliance.Domain.Passwords;

/// <summary>Recognises passwords that consist of a common one.</summary>
internal sealed class CommonPasswords(IReadOnlySet<string> listed)
{
    /// <summary>Shorter entries occur in too many good passwords.</summary>
    private const int Shortest = 4;

    private readonly int longest = listed.Select(entry => entry.Length).DefaultIfEmpty().Max();

    /// <summary>Whether the text consists of one entry, once or repeated, with only padding around.</summary>
    public bool Make(string text)
    {
        if (listed.Contains(text))
        {
            return true;
        }

        // The first entry begins at the start or after padding, so no later than at the first letter.
        var starts = Enumerable.Range(0, text.Length).TakeWhile(index => index == 0 || !IsLetter(text, index - 1));

        return starts.SelectMany(start => ListedAt(text, start)).Any(entry => IsMadeOf(entry, text));
    }

    private IEnumerable<string> ListedAt(string text, int start) => Enumerable
        .Range(Shortest, Math.Max(0, Math.Min(longest, text.Length - start) - Shortest + 1))
        .Select(length => text.Substring(start, length))
        .Where(listed.Contains);

    /// <summary>Digits are padding around letters ("password2023"), but not around digits, where they make another number.</summary>
    private static bool IsMadeOf(string entry, string text)
    {
        var hasLetters = Enumerable.Range(0, entry.Length).Any(index => IsLetter(entry, index));
        var index = 0;

        while (index < text.Length)
        {
            if (string.CompareOrdinal(text, index, entry, 0, entry.Length) == 0)
            {
                index += entry.Length;
            }
            else if (IsLetter(text, index) || (!hasLetters && char.IsDigit(text, index)))
            {
                return false;
            }
            else
            {
                index++;
            }
        }

        return true;
    }

    private static bool IsLetter(string text, int place) => char.IsLetter(text, place)
        || CharUnicodeInfo.GetUnicodeCategory(text, place) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
