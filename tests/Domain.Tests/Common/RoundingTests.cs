namespace Compliance.Domain.Tests.Common;

public sealed class RoundingTests
{
    [TestCase("77.995", 2, "78.00")]
    [TestCase("77.985", 2, "77.99")]
    [TestCase("77.984999", 2, "77.98")]
    [TestCase("-77.985", 2, "-77.99")]
    [TestCase("0.03125", 4, "0.0313")]
    [TestCase("12.25", 1, "12.3")]
    [TestCase("2.5", 0, "3")]
    public void Halves_go_away_from_zero(decimal value, int places, decimal rounded) =>
        Rounding.HalfAwayFromZero(value, places).Should().Be(rounded);

    [TestCase("0.5", 4, true)]
    [TestCase("0.50010", 4, true)]
    [TestCase("-0.50011", 4, false)]
    [TestCase("0.00001", 4, false)]
    [TestCase("7", 0, true)]
    [TestCase("7.9", 0, false)]
    public void Zeros_at_the_end_are_no_decimal_places(decimal value, int places, bool has) => Rounding.HasAtMost(places, value).Should().Be(has);

    [Test]
    public void No_value_stays_no_value() => Rounding.HalfAwayFromZero(null, 2).Should().BeNull();

    [RandomCases(100)]
    public bool The_sign_does_not_decide(int thousandths) =>
        Rounding.HalfAwayFromZero(-thousandths / 1000m, 2) == -Rounding.HalfAwayFromZero(thousandths / 1000m, 2);

    [RandomCases(100)]
    public bool Nothing_moves_by_more_than_half_a_step(int thousandths) =>
        Math.Abs(Rounding.HalfAwayFromZero(thousandths / 1000m, 2) - (thousandths / 1000m)) <= 0.005m;
}
