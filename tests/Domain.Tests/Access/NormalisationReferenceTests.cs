using System.Text;
using Compliance.Domain.Passwords;

namespace Compliance.Domain.Tests.Access;

/// <summary>
/// The own table and the own algorithm against Unicode's NormalizationTest.txt of the same version, 15.0: every character and every rule.
/// Passwords were hashed in this form, so it may never come out differently.
/// </summary>
public sealed class NormalisationReferenceTests
{
    private const int SyllableFirst = 0xAC00, LeadFirst = 0x1100, VowelFirst = 0x1161, TrailBefore = 0x11A7;
    private const int Syllables = 11_172, Vowels = 21, Trails = 28;

    private static readonly (string Part, string Source, string Composed, string Decomposed)[] lines = [.. Read()];

    [Test]
    public void Every_line_comes_out_as_Unicode_says()
    {
        lines.Should().HaveCount(4_023);
        lines.Where(line => new[] { line.Source, line.Composed, line.Decomposed }.Any(text => PasswordRules.Normalise(text) != line.Composed)).Should().BeEmpty();
    }

    [Test]
    public void Every_Hangul_syllable_comes_together_from_its_letters_and_stays()
    {
        var syllables = Enumerable.Range(0, Syllables).Select(index => (Whole: Text(SyllableFirst + index), Letters: Letters(index))).ToList();

        syllables.Where(each => PasswordRules.Normalise(each.Letters) != each.Whole || PasswordRules.Normalise(each.Whole) != each.Whole).Should().BeEmpty();
    }

    /// <summary>The test file says so of all characters that part 1 does not name.</summary>
    [Test]
    public void Every_other_character_stays_what_it_is()
    {
        var named = lines.Where(line => line.Part == "@Part1").Select(line => line.Source).ToHashSet();
        var others = Enumerable.Range(0, 0x11_0000).Where(code => code is < 0xD800 or > 0xDFFF).Select(Text).Where(text => !named.Contains(text)).ToList();

        others.Should().HaveCountGreaterThan(1_100_000);

        // A line feed composes with nothing, so each stands alone.
        others.Chunk(4_096).Select(some => string.Join('\n', some)).Where(some => PasswordRules.Normalise(some) != some).Should().BeEmpty();
    }

    private static string Letters(int index)
    {
        var letters = Text(LeadFirst + (index / (Vowels * Trails))) + Text(VowelFirst + (index / Trails % Vowels));

        return index % Trails == 0 ? letters : letters + Text(TrailBefore + (index % Trails));
    }

    private static IEnumerable<(string Part, string Source, string Composed, string Decomposed)> Read()
    {
        using var reader = new StreamReader(typeof(NormalisationReferenceTests).Assembly.GetManifestResourceStream("normalization-test")!);
        var part = "";

        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('@'))
            {
                part = line;
            }
            else if (!line.StartsWith('#'))
            {
                var fields = line.Split(';').Select(field => string.Concat(field.Split(' ').Select(code => Text(Convert.ToInt32(code, 16))))).ToArray();
                yield return (part, fields[0], fields[1], fields[2]);
            }
        }
    }

    private static string Text(int code) => new Rune(code).ToString();
}
