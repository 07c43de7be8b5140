namespace Compliance.Domain.Passwords;

/// <summary>Recognises characters that follow predictably from earlier ones: repetitions, sequences, keyboard rows.</summary>
internal static class PredictableSequences
{
    /// <summary>Many words contain runs of three (stu, wer), hardly any one of four.</summary>
    private const int ShortestRun = 4;

    /// <summary>The digit and the sign that people append to satisfy composition rules add no strength.</summary>
    private const int Added = 2;

    /// <summary>Sequences, rows and columns of the keyboard, and the usual paths across it.</summary>
    private static readonly string[] Walks =
    [
        "`1234567890-=", "~!@#$%^&*()_+", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
    ];

    /// <summary>Whether half of the text or more follows from the characters before it.</summary>
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

    /// <summary>A unit that would be long enough by itself may be repeated; of a shorter unit every repetition is marked.</summary>
    private static void MarkRepetitions(int[] characters, bool[] follows)
    {
        for (var unit = 1; unit < PasswordRules.Shortest; unit++)
        {
            var distance = unit;
            Mark(follows, ShortestRun, index => index >= distance && characters[index] == characters[index - distance]);
        }
    }

    /// <summary>Marks runs forwards or backwards through a sequence, also with repeated characters (aabbcc), except for their first character.</summary>
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
