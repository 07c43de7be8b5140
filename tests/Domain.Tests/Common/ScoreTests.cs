namespace Compliance.Domain.Tests.Common;

public sealed class ScoreTests
{
    [TestCase("87.995", "88.00")]
    [TestCase("87.9949", "87.99")]
    [TestCase("77.994", "77.99")]
    [TestCase("77.995", "78.00")]
    [TestCase("0.005", "0.01")]
    [TestCase("0.0049", "0.00")]
    [TestCase("99.995", "100.00")]
    public void Halves_are_rounded_away_from_zero(decimal points, string printed) =>
        Score.Of(points).ToString().Should().Be(printed);

    [Test]
    public void A_value_below_a_tie_stays_below_however_near_it_is() =>
        Score.Of(77.99499999999999999999999999m).Value.Should().Be(77.99m);

    [TestCase("-0.01")]
    [TestCase("100.01")]
    [TestCase("-0.00000000000000000001")]
    [TestCase("100.00000000000000000001")]
    public void Nothing_lies_outside_0_to_100(decimal points)
    {
        var act = () => Score.Of(points);

        act.Should().Break(ScoreErrors.OutOfRange);
    }

    [Test]
    public void Hundredths_come_back_as_the_same_score([Values(0, 1, 4985, 7800, 9999, 10000)] int hundredths) =>
        Score.OfHundredths(hundredths).Hundredths.Should().Be(hundredths);

    [Test]
    public void The_default_is_a_legal_zero() => default(Score).Should().Be(Score.Of(0m));

    [Test]
    public void Scores_compare_as_numbers()
    {
        var (low, high) = (Score.Of(9.99m), Score.Of(10m));
        var (sameLow, sameHigh) = (Score.Of(9.99m), Score.Of(10m));

        low.CompareTo(high).Should().BeNegative();
        (low < high, high < low, low < sameLow).Should().Be((true, false, false));
        (high > low, low > high, high > sameHigh).Should().Be((true, false, false));
        (low <= high, high <= low, low <= sameLow).Should().Be((true, false, true));
        (high >= low, low >= high, high >= sameHigh).Should().Be((true, false, true));
    }

    [TestCase("77.99", true)]
    [TestCase("77.990", true)]
    [TestCase("77.995", false)]
    public void Exact_means_two_decimals(decimal points, bool exact) => Score.IsExact(points).Should().Be(exact);
}
