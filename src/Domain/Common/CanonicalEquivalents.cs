using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Compliance.Domain.Common;

/// <summary>The canonical decompositions of characters with marks, and the order of marks, after Unicode 15.0.</summary>
internal static partial class CanonicalEquivalents
{
    private static readonly string Table = Read();

    private static readonly FrozenDictionary<int, int> Classes = ClassLine().Matches(Table)
        .Select(line => (First: Character(line.Groups["first"]), Last: Character(line.Groups["last"]), Class: int.Parse(line.Groups["class"].ValueSpan, CultureInfo.InvariantCulture)))
        .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1).Select(character => KeyValuePair.Create(character, range.Class)))
        .ToFrozenDictionary();

    private static readonly (int Whole, int[] Parts, bool Composes)[] Decompositions =
    [
        .. PartsLine().Matches(Table).Select(line => (
            Character(line.Groups["whole"]),
            line.Groups["part"].Captures.Select(Character).ToArray(),
            !line.Groups["excluded"].Success)),
    ];

    private static readonly FrozenDictionary<int, int[]> Parts = Decompositions.ToFrozenDictionary(each => each.Whole, each => each.Parts);

    private static readonly FrozenDictionary<(int First, int Second), int> Wholes = Decompositions
        .Where(each => each.Composes)
        .ToFrozenDictionary(each => (each.Parts[0], each.Parts[1]), each => each.Whole);

    /// <summary>The second characters of compositions, and those that never stay as they are.</summary>
    private static readonly FrozenSet<int> Unstable = Decompositions.Select(each => each.Composes ? each.Parts[1] : each.Whole).ToFrozenSet();

    /// <summary>The canonical combining class; 0 for a base character. Marks are ordered by class, and those of one class keep their order.</summary>
    public static int ClassOf(int character) => Classes.GetValueOrDefault(character);

    /// <summary>Whether a text with this character may differ from its composed form. If no character of it may, it does not.</summary>
    public static bool MayChange(int character) =>
        Classes.ContainsKey(character) || Unstable.Contains(character) || HangulSyllables.Continue(character);

    /// <summary>Adds the characters that it consists of, or itself.</summary>
    public static void AddParts(int character, List<int> to)
    {
        if (HangulSyllables.Contain(character))
        {
            to.AddRange(HangulSyllables.Letters(character));
        }
        else if (Parts.TryGetValue(character, out var parts))
        {
            foreach (var part in parts)
            {
                AddParts(part, to);
            }
        }
        else
        {
            to.Add(character);
        }
    }

    public static int? Compose(int first, int second) =>
        Wholes.TryGetValue((first, second), out var whole) ? whole : HangulSyllables.Compose(first, second);

    private static int Character(Capture hexadecimal) => int.Parse(hexadecimal.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string Read()
    {
        using var reader = new StreamReader(typeof(CanonicalEquivalents).Assembly.GetManifestResourceStream("canonical-equivalents")!);

        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(?<first>[0-9A-F]+)\.\.(?<last>[0-9A-F]+) (?<class>\d+)$", RegexOptions.Multiline)]
    private static partial Regex ClassLine();

    [GeneratedRegex("^(?<whole>[0-9A-F]+)(?: (?<part>[0-9A-F]+))+(?<excluded> !)?$", RegexOptions.Multiline)]
    private static partial Regex PartsLine();
}
