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
