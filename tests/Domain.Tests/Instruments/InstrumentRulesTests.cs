namespace Compliance.Domain.Tests.Instruments;

public sealed class InstrumentRulesTests
{
    private static readonly Dimension Whole = An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i")));

    [Test]
    public void The_instrument_of_2023_keeps_every_rule() =>
        InstrumentRules.Check(An.InstrumentLike2023().Definition).Should().BeEmpty();

    [Test]
    public void A_broken_instrument_is_refused_with_every_place()
    {
        var act = () => Instrument.Of(An.Definition(Whole with { Weight = 99m }) with { Code = " " });

        act.Should().BreakAt(
            InstrumentErrors.Broken, ("/code", "required"), ("/dimensions", "weightsDoNotAddUp"), ("/dimensions/0/variables", "weightsDoNotAddUp"));
    }

    [Test]
    public void Dimensions_add_up_to_100() =>
        FaultsOf(Whole, An.Dimension("e", 0.01m, An.Variable("v", 0.01m, An.Indicator("j")))).Should().Equal(("/dimensions", "weightsDoNotAddUp"));

    [Test]
    public void The_refusal_names_both_sums() =>
        InstrumentRules.Check(An.Definition(An.Dimension("d", 99.5m, An.Variable("v", 99.5m, An.Indicator("i")))))
            .Single().Error.Message.Should().Be(new LocalizedText("Jumlah bobot adalah 99,5, seharusnya 100.", "The weights add up to 99.5 instead of 100."));

    [Test]
    public void Variables_add_up_to_their_dimension() =>
        FaultsOf(
            An.Dimension("d", 60m, An.Variable("v", 60m, An.Indicator("i"))),
            An.Dimension("e", 40m, An.Variable("v", 30m, An.Indicator("j")), An.Variable("w", 11m, An.Indicator("k"))))
            .Should().Equal(("/dimensions/1/variables", "weightsDoNotAddUp"));

    [Test]
    public void No_weight_is_negative() =>
        FaultsOf(
            An.Dimension("d", 110m, An.Variable("v", 120m, An.Indicator("i")), An.Variable("w", -10m, An.Indicator("j"))),
            An.Dimension("e", -10m, An.Variable("v", -10m, An.Indicator("k", -1m))))
            .Should().Equal(
                ("/dimensions/1/weight", "negativeWeight"),
                ("/dimensions/0/variables/1/weight", "negativeWeight"),
                ("/dimensions/1/variables/0/weight", "negativeWeight"),
                ("/dimensions/1/variables/0/indicators/0/share", "negativeWeight"));

    [Test]
    public void A_weight_or_share_of_zero_is_allowed() =>
        FaultsOf(
            An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i"), An.Indicator("j", 0m)), An.Variable("w", 0m, An.Indicator("k", 0m))),
            An.Dimension("e", 0m, An.Variable("v", 0m, An.Indicator("l"))))
            .Should().BeEmpty();

    [Test]
    public void A_dimension_has_variables() =>
        FaultsOf(An.Dimension("d", 100m)).Should().Equal(("/dimensions/0/variables", "empty"));

    [Test]
    public void A_variable_has_indicators() =>
        FaultsOf(An.Dimension("d", 100m, An.Variable("v", 100m))).Should().Equal(("/dimensions/0/variables/0/indicators", "empty"));

    [Test]
    public void A_variable_with_a_weight_has_a_share() =>
        FaultsOf(An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i", 0m), An.Indicator("j", 0m))))
            .Should().Equal(("/dimensions/0/variables/0/indicators", "sharesMissing"));

    [TestCase(SubjectKind.Official, 0)]
    [TestCase(SubjectKind.Official, -1)]
    [TestCase(SubjectKind.Respondent, 1001)]
    [TestCase(SubjectKind.Unit, 2)]
    public void The_expected_count_is_1_to_1000_and_1_for_the_unit(SubjectKind subject, int expected) =>
        FaultsOf(An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i", subject: subject, expected: expected))))
            .Should().Equal(("/dimensions/0/variables/0/indicators/0/expected", "expectedOutOfRange"));

    [TestCase(SubjectKind.Unit, 1)]
    [TestCase(SubjectKind.Respondent, 1)]
    [TestCase(SubjectKind.Respondent, 1000)]
    public void Both_ends_of_the_expected_count_are_allowed(SubjectKind subject, int expected) =>
        FaultsOf(An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i", subject: subject, expected: expected)))).Should().BeEmpty();

    [Test]
    public void An_instrument_without_dimensions_is_for_results_only()
    {
        FaultsOf().Should().BeEmpty();
        An.Instrument().IsResultsOnly.Should().BeTrue();
        An.Instrument(Whole).IsResultsOnly.Should().BeFalse();
        An.Instrument().Slots.Should().Be(0);
    }

    private static IEnumerable<(string Pointer, string Code)> FaultsOf(params Dimension[] dimensions) =>
        InstrumentRules.Check(An.Definition(dimensions)).Select(fault => (fault.Pointer, fault.Error.Code));
}
