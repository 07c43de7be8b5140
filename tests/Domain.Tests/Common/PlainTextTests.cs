namespace Compliance.Domain.Tests.Common;

public sealed class PlainTextTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("Dinas Kependudukan & Pencatatan Sipil (\"Disdukcapil\"), lt. 2 – loket 3")]
    [TestCase("Ruang laktasi 👶")]
    public void What_a_person_would_write_is_plain(string? text) => PlainText.Check(text, 100).Should().BeNull();

    [TestCase("a\0b")]
    [TestCase("a\tb")]
    [TestCase("a\nb")]
    [TestCase("\u007f")]
    [TestCase("\u0085")]
    public void Control_characters_are_refused(string text) => PlainText.Check(text, 100).Should().Be(PlainText.ControlCharacter);

    [TestCase("a\u2028b")]
    [TestCase("a\u2029b")]
    [TestCase("a\u202Eb")]
    [TestCase("a\u2066b")]
    public void Separators_and_overrides_of_direction_are_refused_on_one_line_and_on_several(string text)
    {
        PlainText.Check(text, 100).Should().Be(PlainText.ControlCharacter);
        PlainText.CheckLines(text, 100).Should().Be(PlainText.ControlCharacter);
    }

    [TestCase("a\u202Egpj.exe", true)]
    [TestCase("a\u2028b.jpg", false)]
    [TestCase("a\nb.jpg", false)]
    public void The_name_of_a_file_is_kept_as_its_device_gave_it(string name, bool kept) =>
        PlainText.CheckFileName(name, 100).Should().Be(kept ? null : PlainText.ControlCharacter);

    [Test]
    public void Marks_of_direction_and_joiners_are_letters() => PlainText.Check("محمد\u200F 👨\u200D👩\u200D👧", 100).Should().BeNull();

    [TestCase("a\nb", true)]
    [TestCase("a\n\nb\n", true)]
    [TestCase("a\rb", false)]
    [TestCase("a\tb", false)]
    [TestCase("a\0b", false)]
    [TestCase("a\u0085b", false)]
    [TestCase("a\u000bb", false)]
    public void Of_all_controls_only_line_breaks_are_kept_in_several_lines(string text, bool kept) =>
        PlainText.CheckLines(text, 100).Should().Be(kept ? null : PlainText.ControlCharacter);

    [TestCase("Soe\u0301", "Soé")]
    [TestCase("Soé", "Soé")]
    [TestCase("a\r\nb\nc", "a\nb\nc")]
    [TestCase("a\rb", "a\rb")]
    [TestCase("\u0344", "\u0308\u0301")]
    public void A_text_is_kept_composed_with_lines_as_LF(string sent, string kept) => PlainText.Normalise(sent).Should().Be(kept);

    [Test]
    public void A_text_that_no_rule_takes_is_not_even_composed()
    {
        var longest = string.Concat(Enumerable.Repeat("e\u0301", 4000));

        PlainText.Normalise(longest).Should().Be(new string('é', 4000));
        PlainText.Normalise(longest + "x").Should().Be(longest + "x");
        PlainText.Check(longest + "x", PlainText.NoteLength).Should().Be(PlainText.TooLong(PlainText.NoteLength));
    }

    [RandomCases(500)]
    public void Composing_twice_changes_nothing(string text)
    {
        var once = PlainText.Normalise(text ?? "");

        PlainText.Normalise(once).Should().Be(once);
    }

    [TestCase("abc", 3, "abc")]
    [TestCase("abcd", 3, "abc")]
    [TestCase("ab👶", 3, "ab")]
    [TestCase("a👶b", 3, "a👶")]
    [TestCase("👶", 1, "")]
    [TestCase("", 0, "")]
    public void A_text_is_cut_off_between_characters(string text, int most, string cut) => PlainText.Shorten(text, most).Should().Be(cut);

    // Half of a pair is no text: neither database can store it.
    [TestCase(0xD83D, 'x')]
    [TestCase('x', 0xD83D)]
    [TestCase(0xDC76, 0xD83D)]
    [TestCase(0xD83D, 0xD83D)]
    public void Half_a_surrogate_pair_is_refused(int first, int second) =>
        PlainText.Check($"{(char)first}{(char)second}", 100).Should().Be(PlainText.ControlCharacter);

    [Test]
    public void A_text_may_be_as_long_as_the_limit_and_no_longer()
    {
        PlainText.Check(new string('x', 200), 200).Should().BeNull();
        PlainText.Check(new string('x', 201), 200).Should().Be(PlainText.TooLong(200));
    }
}
