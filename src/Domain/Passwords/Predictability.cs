namespace Compliance.Domain.Passwords;

/// <summary>Finds what goes on by itself once it has begun: repetitions, sequences, rows of keys.</summary>
internal static class Predictability
{
    /// <summary>Three neighbours stand in many words (stu, wer), four hardly ever.</summary>
    private const int ShortestRun = 4;

    /// <summary>What people add to please old rules, a digit and a sign, hides nothing.</summary>
    private const int Added = 2;

    /// <summary>Keys that lie beside or below each other, and the ways that people walk over them.</summary>
    private static readonly string[] Walks =
    [
        "`1234567890-=", "~!@#$%^&*()_+", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
    ];

    /// <summary>Whether half of the text or more follows from what stands before it.</summary>
    public static bool IsPredictable(string text)
    {
        int[] characters = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        var follows = new bool[characters.Length];
        MarkRepetitions(characters, follows);
        MarkRuns(characters, follows);

        foreach (var walk in Walks)
        {
            MarkRuns([.. characters.Select(character => character <= char.MaxValue ? walk.IndexOf((char)character) : -1)], follows);
        }

        return follows.Contains(true) && (follows.Count(each => each) * 2) + Added >= characters.Length;
    }

    /// <summary>A unit that were long enough alone may be repeated; of a shorter one each repetition is marked.</summary>
    private static void MarkRepetitions(int[] characters, bool[] follows)
    {
        for (var unit = 1; unit < PasswordRules.Shortest; unit++)
        {
            var distance = unit;
            Mark(follows, ShortestRun, index => index >= distance && characters[index] == characters[index - distance]);
        }
    }

    /// <summary>Forwards or backwards through a sequence, each step once or several times (aabbcc). A run's first character follows from nothing.</summary>
    private static void MarkRuns(int[] places, bool[] follows)
    {
        foreach (var direction in (int[])[1, -1])
        {
            Mark(follows, ShortestRun - 1, index => index > 0 && places[index] >= 0 && places[index - 1] >= 0
                && (places[index] - places[index - 1]) * direction is 0 or 1);
        }
    }

    private static void Mark(bool[] follows, int shortest, Func<int, bool> isNext)
    {
        for (var (start, index) = (0, 0); index <= follows.Length; index++)
        {
            if (index < follows.Length && isNext(index))
            {
                continue;
            }

            if (index - start >= shortest)
            {
                Array.Fill(follows, true, start, index - start);
            }

            start = index + 1;
        }
    }
}
