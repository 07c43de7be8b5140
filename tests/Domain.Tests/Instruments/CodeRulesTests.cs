namespace Compliance.Domain.Tests.Instruments;

public sealed class CodeRulesTests
{
    [TestCase("")]
    [TestCase("  ")]
    public void Everything_that_is_referred_to_has_a_code(string blank)
    {
        var definition = An.Definition(An.Dimension(blank, 100m, An.Variable(blank, 100m, An.Indicator(blank)))) with
        {
            Code = blank,
            Zones = [new(blank, An.Text("zone"), 1, "#000000")],
            Bands = [An.Band(0m, 100m, blank)],
            Qualifiers = [new(blank, An.Text("qualifier"))],
        };

        FaultsOf(definition).Should().Equal(
            ("/code", "required"),
            ("/zones/0/code", "required"),
            ("/qualifiers/0/code", "required"),
            ("/bands/0/category", "required"),
            ("/dimensions/0/code", "required"),
            ("/dimensions/0/variables/0/code", "required"),
            ("/dimensions/0/variables/0/indicators/0/code", "required"));
    }

    [TestCase(61, "tooLong")]
    [TestCase(60, null)]
    public void A_code_is_short_enough_to_be_kept(int length, string? fault)
    {
        var code = new string('c', length);
        var definition = An.Definition(An.Dimension(code, 100m, An.Variable(code, 100m, An.Indicator(code)))) with
        {
            Code = code,
            Zones = [new(code, An.Text("zone"), 1, "#000000")],
            Bands = [An.Band(0m, 100m, code)],
            Qualifiers = [new(code, An.Text("qualifier"))],
        };

        FaultsOf(definition).Select(each => each.Code).Should().Equal(Enumerable.Repeat(fault, fault is null ? 0 : 7));
    }

    [Test]
    public void A_code_holds_no_control_character() =>
        FaultsOf(An.Definition() with { Code = "c\0", Bands = [An.Band(0m, 100m, "\n")] }).Should().Equal(
            ("/code", "controlCharacter"), ("/bands/0/category", "required"));

    [Test]
    public void A_code_is_used_once_among_its_kind()
    {
        var definition = An.Definition(
            An.Dimension("d", 60m, An.Variable("v", 30m, An.Indicator("i")), An.Variable("v", 30m, An.Indicator("j"))),
            An.Dimension("d", 40m, An.Variable("v", 40m, An.Indicator("k")))) with
        {
            Zones = [new("z", An.Text("zone"), 1, "#000000"), new("z", An.Text("zone"), 2, "#ffffff")],
            Bands = [An.Band(50m, 100m, "same"), An.Band(0m, 49.99m, "same")],
            Qualifiers = [new("q", An.Text("qualifier")), new("q", An.Text("qualifier"))],
        };

        FaultsOf(definition).Should().Equal(
            ("/zones/1/code", "codeTwice"),
            ("/qualifiers/1/code", "codeTwice"),
            ("/bands/1/category", "codeTwice"),
            ("/dimensions/1/code", "codeTwice"),
            ("/dimensions/0/variables/1/code", "codeTwice"));
    }

    [Test]
    public void An_indicator_code_is_used_once_in_the_whole_instrument()
    {
        var definition = An.Definition(
            An.Dimension("d", 60m, An.Variable("v", 60m, An.Indicator("i"), An.Indicator("i"))),
            An.Dimension("e", 40m, An.Variable("v", 30m, An.Indicator("j")), An.Variable("w", 10m, An.Indicator("k"), An.Indicator("i"))));

        FaultsOf(definition).Should().Equal(
            ("/dimensions/0/variables/0/indicators/1/code", "codeTwice"), ("/dimensions/1/variables/1/indicators/1/code", "codeTwice"));
    }

    [Test]
    public void Codes_that_differ_by_case_are_two_codes() =>
        FaultsOf(An.Definition(An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i"), An.Indicator("I"))))).Should().BeEmpty();

    private static IEnumerable<(string Pointer, string Code)> FaultsOf(InstrumentDefinition definition) =>
        InstrumentRules.Check(definition).Select(fault => (fault.Pointer, fault.Error.Code));
}
