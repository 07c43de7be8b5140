namespace Compliance.Domain.Tests.Common;

public sealed class FiguresTests
{
    [TestCase("82.07", "82,07", "82.07")]
    [TestCase("82.50", "82,5", "82.5")]
    [TestCase("100", "100", "100")]
    [TestCase("-0.25", "-0,25", "-0.25")]
    public void Indonesian_has_a_comma_and_English_a_point(decimal value, string indonesian, string english)
    {
        Figures.Indonesian(value).Should().Be(indonesian);
        Figures.English(value).Should().Be(english);
    }

    [Test]
    public void A_text_is_read_in_either_language()
    {
        var text = new LocalizedText("nilai", "score");

        text.In(Language.Indonesian).Should().Be("nilai");
        text.In(Language.English).Should().Be("score");
    }

    [Test]
    public void A_fault_seen_from_an_enclosing_document_keeps_its_error() =>
        ScoringErrors.NothingToScore.At("/level").Under("/3").Should().Be(new Fault("/3/level", ScoringErrors.NothingToScore));

    [Test]
    public void A_refusal_says_its_code_and_why_in_English() =>
        new DomainException(ScoringErrors.NothingToScore).Message.Should().Be("nothingToScore: There is nothing to score.");
}
