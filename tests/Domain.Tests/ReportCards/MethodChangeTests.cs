using Compliance.Domain.ReportCards;

namespace Compliance.Domain.Tests.ReportCards;

/// <summary>Whether two years can be compared follows from their instruments, never from the years.</summary>
public sealed class MethodChangeTests
{
    private static readonly Instrument Whole = An.InstrumentLike2023();

    [Test]
    public void Nothing_changes_between_an_instrument_and_itself()
    {
        var change = MethodChange.Between(Whole, Whole);

        change.IsBreak.Should().BeFalse();
        (change.Cuts.Count, change.Weights.Count, change.Added.Count, change.Removed.Count, change.WeightsUnknown).Should().Be((0, 0, 0, 0, false));
    }

    [Test]
    public void Zones_that_begin_elsewhere_are_a_break()
    {
        var change = MethodChange.Between(ResultsOnly(An.Bands2021), Whole);

        change.IsBreak.Should().BeTrue();
        change.Cuts.Select(cut => (cut.Label.En, cut.Before, cut.After)).Should().Equal(("green", 81m, 78m), ("yellow", 51m, 54m));
        (change.WeightsUnknown, change.Weights.Count, change.Added.Count).Should().Be((true, 0, 0));
    }

    [Test]
    public void A_finer_cut_inside_a_zone_is_none() =>
        MethodChange.Between(ResultsOnly([An.Bands2022[0] with { From = 78m }, .. An.Bands2022[2..]]), ResultsOnly(An.Bands2022)).IsBreak.Should().BeFalse();

    [Test]
    public void Where_one_has_no_zones_the_bands_are_compared()
    {
        Band[] without = [An.Band(88m, 100m, "highest"), An.Band(78m, 87.99m, "high"), An.Band(54m, 77.99m, "medium"), An.Band(0m, 53.99m, "low")];

        MethodChange.Between(ResultsOnly(An.Bands2022), ResultsOnly(without)).Cuts.Select(cut => (cut.Label.En, cut.Before, cut.After))
            .Should().Equal(("low", 32m, 0m), ("E", 0m, null));
    }

    [Test]
    public void Dimensions_that_weigh_differently_are_a_break()
    {
        var before = An.Instrument(An.Dimension("a", 60m, An.Variable("v", 60m, An.Indicator("a.i"))), An.Dimension("b", 40m, An.Variable("v", 40m, An.Indicator("b.i"))));
        var after = An.Instrument(An.Dimension("a", 50m, An.Variable("v", 50m, An.Indicator("a.i"))), An.Dimension("c", 50m, An.Variable("v", 50m, An.Indicator("c.i"))));

        var change = MethodChange.Between(before, after);

        change.IsBreak.Should().BeTrue();
        change.Weights.Select(weight => (weight.Name.En, weight.Before, weight.After)).Should().Equal(("a", 60m, 50m), ("c", 0m, 50m), ("b", 40m, 0m));
    }

    [Test]
    public void Another_indicator_inside_a_dimension_is_told_but_is_no_break()
    {
        var before = An.InstrumentOf(An.Indicator("one"), An.Indicator("old"));
        var after = An.InstrumentOf(An.Indicator("one"), An.Indicator("new"));

        var change = MethodChange.Between(before, after);

        (change.IsBreak, change.Added.Single().Code, change.Removed.Single().Code).Should().Be((false, "new", "old"));
    }

    private static Instrument ResultsOnly(Band[] bands) => Instrument.Of(An.Definition() with { Bands = bands });
}
