namespace Compliance.Domain.Tests.Instruments;

/// <summary>Theme, threshold and advice come together, or an indicator is never a finding.</summary>
public sealed class FindingRequirementsTests
{
    private static readonly Indicator Whole = An.Indicator("i") with { Theme = Theme.Staff, Threshold = 0.75m, Advice = An.Text("Latih petugas.") };

    [TestCase("0")]
    [TestCase("0.7501")]
    [TestCase("1")]
    public void A_threshold_lies_between_0_and_1(decimal threshold) => FaultsOf(Whole with { Threshold = threshold }).Should().BeEmpty();

    [TestCase("-0.0001")]
    [TestCase("1.0001")]
    [TestCase("0.00001")]
    public void Any_other_threshold_is_refused(decimal threshold) =>
        FaultsOf(Whole with { Threshold = threshold }).Should().Equal("/threshold thresholdOutOfRange");

    [Test]
    public void Without_a_theme_nothing_is_needed() => FaultsOf(An.Indicator("i")).Should().BeEmpty();

    [Test]
    public void A_theme_needs_threshold_and_advice() =>
        FaultsOf(An.Indicator("i") with { Theme = Theme.Systems }).Should().Equal("/threshold thresholdMissing", "/advice adviceMissing");

    [Test]
    public void Advice_needs_a_theme() => FaultsOf(Whole with { Theme = null }).Should().Equal("/theme themeMissing");

    [Test]
    public void Advice_speaks_both_languages() =>
        FaultsOf(Whole with { Advice = new("Latih petugas.", " ") }).Should().Equal("/advice adviceMissing");

    [Test]
    public void Advice_is_short_and_plain()
    {
        FaultsOf(Whole with { Advice = new("Latih petugas.", new('a', 2_001)) }).Should().Equal("/advice tooLong");
        FaultsOf(Whole with { Advice = new("Latih\0petugas.", "Train.") }).Should().Equal("/advice controlCharacter");
    }

    private static IEnumerable<string> FaultsOf(Indicator indicator) =>
        InstrumentRules.Check(An.Definition(An.Dimension("d", 100m, An.Variable("v", 100m, indicator))))
            .Select(fault => $"{fault.Pointer.Replace("/dimensions/0/variables/0/indicators/0", "", StringComparison.Ordinal)} {fault.Error.Code}");
}
