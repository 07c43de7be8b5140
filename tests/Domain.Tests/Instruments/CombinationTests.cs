namespace Compliance.Domain.Tests.Instruments;

public sealed class CombinationTests
{
    private static readonly Technique[] Two = [Technique.Interview, Technique.Document];

    [TestCase("0.0001")]
    [TestCase("1")]
    public void A_divergence_lies_above_0_and_up_to_1(decimal divergence) =>
        FaultsOf(new(CombinationRule.Mean, divergence), Two).Should().BeEmpty();

    [TestCase("0")]
    [TestCase("-0.5")]
    [TestCase("1.0001")]
    [TestCase("0.00001")]
    public void Any_other_divergence_is_refused(decimal divergence) =>
        FaultsOf(new(CombinationRule.Mean, divergence), Two).Should().Equal("/combination/divergence divergenceOutOfRange");

    [Test]
    public void A_combination_may_flag_nothing() => FaultsOf(new(CombinationRule.Preferred), Two).Should().BeEmpty();

    [Test]
    public void Only_two_techniques_or_more_are_combined()
    {
        FaultsOf(new(CombinationRule.Lowest), [Technique.Survey]).Should().Equal("/combination combinationAlone");
        FaultsOf(new(CombinationRule.Lowest), []).Should().Equal("/combination combinationAlone");
    }

    [Test]
    public void A_technique_is_combined_once() =>
        FaultsOf(new(CombinationRule.Lowest), [Technique.Survey, Technique.Interview, Technique.Survey]).Should().Equal("/techniques/2 techniqueTwice");

    [Test]
    public void Without_a_combination_techniques_are_only_named() =>
        FaultsOf(null, [Technique.Survey, Technique.Survey]).Should().BeEmpty();

    [Test]
    public void Each_technique_that_is_combined_takes_a_slot_of_its_own()
    {
        var instrument = An.InstrumentOf(
            An.Indicator("before", subject: SubjectKind.Product, expected: 2, techniques: Two),
            An.Indicator("combined", subject: SubjectKind.Official, expected: 3, combination: new(CombinationRule.Mean), techniques: Two),
            An.Indicator("after"));

        instrument.Slots.Should().Be(2 + (3 * 2) + 1);
        instrument.SlotOf(0, 2).Should().Be(1);
        (instrument.SlotOf(1, 1), instrument.SlotOf(1, 1, 1), instrument.SlotOf(1, 3), instrument.SlotOf(1, 3, 1)).Should().Be((2, 3, 6, 7));
        (instrument.FirstSlot(2), instrument.SlotOf(2, 1)).Should().Be((8, 8));
    }

    private static IEnumerable<string> FaultsOf(Combination? combination, Technique[] techniques)
    {
        var indicator = An.Indicator("i") with { Techniques = techniques, Combination = combination };

        return InstrumentRules.Check(An.Definition(An.Dimension("d", 100m, An.Variable("v", 100m, indicator))))
            .Select(fault => $"{fault.Pointer.Replace("/dimensions/0/variables/0/indicators/0", "", StringComparison.Ordinal)} {fault.Error.Code}");
    }
}
