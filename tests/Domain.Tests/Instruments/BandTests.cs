using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Instruments;

public sealed class BandTests
{
    private static readonly Band[][] Published = [An.Bands2021, An.Bands2022];

    [TestCaseSource(nameof(Published))]
    public void Both_ends_of_a_band_belong_to_it_and_their_neighbours_do_not(Band[] bands)
    {
        var instrument = An.InstrumentLike2023(bands);

        foreach (var band in bands)
        {
            instrument.BandOf(Score.Of(band.From)).Should().Be(band);
            instrument.BandOf(Score.Of(band.To)).Should().Be(band);
            instrument.BandOf(Score.Of(Math.Max(band.From - Score.Step, 0m))).Equals(band).Should().Be(band.From == 0m);
            instrument.BandOf(Score.Of(Math.Min(band.To + Score.Step, 100m))).Equals(band).Should().Be(band.To == 100m);
        }
    }

    [TestCaseSource(nameof(Published))]
    public void Every_hundredth_lies_in_exactly_one_band(Band[] bands)
    {
        var instrument = An.InstrumentLike2023(bands);

        Enumerable.Range(0, 100_01).Select(Score.OfHundredths)
            .Where(score => bands.Single(band => band.From <= score.Value && score.Value <= band.To) != instrument.BandOf(score))
            .Should().BeEmpty();
    }

    [Test]
    public void Bands_come_best_first_in_whatever_order_they_are_declared() =>
        An.InstrumentLike2023([.. An.Bands2022.Reverse()]).Bands.Should().Equal(An.Bands2022);

    [Test]
    public void A_zone_begins_where_the_lowest_of_its_bands_does() =>
        An.InstrumentLike2023(An.Bands2022).Zones.Select(each => (each.Zone.Code, each.From)).Should().Equal(("green", 78m), ("yellow", 54m), ("red", 0m));

    [Test]
    public void Bands_without_zones_give_no_zone_a_beginning() => An.InstrumentLike2023([An.Band(0m, 100m, "A")]).Zones.Should().BeEmpty();

    [TestCaseSource(nameof(Published))]
    public void A_score_reaches_a_zone_exactly_from_its_beginning_on(Band[] bands)
    {
        var instrument = An.InstrumentLike2023(bands);

        foreach (var range in instrument.Zones)
        {
            Enumerable.Range(0, 100_01).Select(Score.OfHundredths)
                .Where(score => score.Value >= range.From != instrument.BandOf(score).Zone!.Order >= range.Zone.Order)
                .Should().BeEmpty();
        }
    }

    [Test]
    public void An_instrument_has_bands() => FaultsOf().Should().Equal(("/bands", "bandsMissing"));

    [Test]
    public void No_hundredth_is_left_out() =>
        FaultsOf(An.Band(50m, 100m, "B"), An.Band(0m, 49.98m, "C")).Should().Equal(("/bands/0/from", "bandGap"));

    [Test]
    public void No_hundredth_is_in_two_bands() =>
        FaultsOf(An.Band(50m, 100m, "B"), An.Band(0m, 50m, "C")).Should().Equal(("/bands/0/from", "bandOverlap"));

    [Test]
    public void No_band_ends_behind_the_scale_however_far() =>
        FaultsOf(An.Band(50m, decimal.MaxValue, "B"), An.Band(0m, 49.99m, "C")).Should().Equal(("/bands", "bandOverlap"));

    [Test]
    public void A_band_inside_another_overlaps_it_once() =>
        FaultsOf(An.Band(0m, 80m, "C"), An.Band(10m, 20m, "X"), An.Band(80.01m, 100m, "B")).Should().Equal(("/bands/1/from", "bandOverlap"));

    [Test]
    public void The_scale_is_covered_from_0() => FaultsOf(An.Band(0.01m, 100m, "A")).Should().Equal(("/bands/0/from", "bandGap"));

    [Test]
    public void The_scale_is_covered_up_to_100() => FaultsOf(An.Band(0m, 99.99m, "A")).Should().Equal(("/bands", "bandGap"));

    [TestCase("-0.01", "100", "/bands/0/from")]
    [TestCase("0", "100.01", "/bands")]
    public void Nothing_lies_beyond_the_scale(decimal from, decimal to, string pointer) =>
        FaultsOf(An.Band(from, to, "A")).Should().Equal((pointer, "bandOverlap"));

    // Upside down it covers nothing, leaves no gap, and would still be found first by its lower end.
    [Test]
    public void A_band_never_ends_below_its_beginning() =>
        FaultsOf(An.Band(50m, 100m, "B"), An.Band(50m, 40m, "X"), An.Band(0m, 49.99m, "C")).Should().Equal(("/bands/1/to", "bandCrosses"));

    [Test]
    public void A_band_may_hold_a_single_hundredth() =>
        FaultsOf(An.Band(50.01m, 100m, "B"), An.Band(50m, 50m, "X"), An.Band(0m, 49.99m, "C")).Should().BeEmpty();

    [Test]
    public void Limits_have_two_decimals() =>
        FaultsOf(An.Band(50.005m, 100m, "A"), An.Band(0m, 49.995m, "B")).Should().Equal(("/bands/1", "tooFine"), ("/bands/0", "tooFine"));

    [Test]
    public void A_gap_is_named_by_its_ends() =>
        InstrumentRules.Check(An.Definition() with { Bands = [An.Band(50m, 100m, "B"), An.Band(0m, 39.99m, "C")] })
            .Single().Error.Message.Should().Be(new LocalizedText("Tidak ada rentang untuk nilai 40 sampai 49,99.", "No band covers 40 to 49.99."));

    [Test]
    public void A_label_may_differ_by_kind_of_body()
    {
        var band = An.Band(0m, 100m, "A") with
        {
            LabelsByKind = new Dictionary<InstitutionKind, LocalizedText> { [InstitutionKind.City] = An.Text("of a city") },
        };

        band.LabelFor(InstitutionKind.City).En.Should().Be("of a city");
        band.LabelFor(InstitutionKind.Ministry).En.Should().Be("A");
        band.LabelFor(null).En.Should().Be("A");
        band.Labels.Select(label => label.En).Should().Equal("A", "of a city");
    }

    private static IEnumerable<(string Pointer, string Code)> FaultsOf(params Band[] bands) =>
        InstrumentRules.Check(An.Definition() with { Bands = bands }).Select(fault => (fault.Pointer, fault.Error.Code));
}
