namespace Compliance.Domain.Common;

/// <summary>Korean syllables and their letters, which Unicode computes instead of listing them (The Unicode Standard, 3.12).</summary>
internal static class HangulSyllables
{
    private const int First = 0xAC00;
    private const int Lead = 0x1100, Vowel = 0x1161, Trail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Trails = 28;

    public static bool Contain(int character) => character is >= First and < First + (Leads * Vowels * Trails);

    /// <summary>Whether it is a letter that is joined to a syllable before it.</summary>
    public static bool Continue(int character) => character is >= Vowel and < Vowel + Vowels or > Trail and < Trail + Trails;

    public static IEnumerable<int> Letters(int syllable)
    {
        var index = syllable - First;
        yield return Lead + (index / (Vowels * Trails));
        yield return Vowel + (index / Trails % Vowels);

        if (index % Trails > 0)
        {
            yield return Trail + (index % Trails);
        }
    }

    public static int? Compose(int first, int second) => (first, second) switch
    {
        ( >= Lead and < Lead + Leads, >= Vowel and < Vowel + Vowels) => First + ((((first - Lead) * Vowels) + second - Vowel) * Trails),
        (_, > Trail and < Trail + Trails) when Contain(first) && (first - First) % Trails == 0 => first + second - Trail,
        _ => null,
    };
}
