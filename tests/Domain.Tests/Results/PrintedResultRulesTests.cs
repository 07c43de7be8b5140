using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Domain.Tests.Results;

public sealed class PrintedResultRulesTests
{
    private static readonly PrintedResult Nothing = new(null, new Dictionary<string, decimal>(), null, null, null, null, null);

    private static readonly Instrument Of2023 = Labelled(An.InstrumentLike2023(), "Kualitas Tertinggi", "Kualitas Tinggi", "Kualitas Sedang", "Kualitas Rendah", "Kualitas Terendah");
    private static readonly Instrument Of2021 = Labelled(Instrument.Of(An.Definition() with { Bands = An.Bands2021 }), "Kepatuhan Tinggi", "Kepatuhan Sedang", "Kepatuhan Rendah");

    /// <summary>The opinions of 2025: no zones, labels by kind of body, a second axis.</summary>
    private static readonly Instrument Of2025 = Instrument.Of(An.Definition() with
    {
        Zones = [],
        Qualifiers = [new("withoutMaladministration", new("Tanpa Maladministrasi", "Without Maladministration"))],
        Bands =
        [
            Opinion(88m, 100m, "highest", "Kualitas Tertinggi", "Sangat Baik"),
            Opinion(78m, 87.99m, "high", "Kualitas Tinggi", "Baik"),
            Opinion(54m, 77.99m, "medium", "Kualitas Sedang", "Cukup"),
            Opinion(0m, 53.99m, "low", "Di bawah Kualitas Sedang", "Di bawah Cukup"),
        ],
    });

    [TestCase("100", "A", "green")]
    [TestCase("88.00", "A", "green")]
    [TestCase("87.99", "B", "green")]
    [TestCase("78.00", "B", "green")]
    [TestCase("77.99", "C", "yellow")]
    [TestCase("54.00", "C", "yellow")]
    [TestCase("53.99", "D", "red")]
    [TestCase("32.00", "D", "red")]
    [TestCase("31.99", "E", "red")]
    [TestCase("0", "E", "red")]
    public void The_bands_of_2022_to_2024(decimal score, string category, string zone) => ShouldBe(Of2023, score, category, zone);

    [TestCase("100", "high", "green")]
    [TestCase("81.00", "high", "green")]
    [TestCase("80.99", "medium", "yellow")]
    [TestCase("51.15", "medium", "yellow")]
    [TestCase("51.00", "medium", "yellow")]
    [TestCase("50.99", "low", "red")]
    [TestCase("0", "low", "red")]
    public void The_bands_of_2021_and_before(decimal score, string category, string zone) => ShouldBe(Of2021, score, category, zone);

    [TestCase("100", "highest")]
    [TestCase("88.00", "highest")]
    [TestCase("87.99", "high")]
    [TestCase("78.00", "high")]
    [TestCase("77.99", "medium")]
    [TestCase("54.00", "medium")]
    [TestCase("53.99", "low")]
    [TestCase("0", "low")]
    public void The_bands_of_2025_have_no_zone(decimal score, string category) => ShouldBe(Of2025, score, category, null);

    [Test]
    public void One_score_is_judged_by_the_bands_of_its_year()
    {
        Good(Of2021, Nothing with { Score = 51.15m }).Zone.Should().Be("yellow");
        Good(Of2023, Nothing with { Score = 51.15m }).Zone.Should().Be("red");
    }

    [TestCase("green")]
    [TestCase("Green")]
    [TestCase("HIJAU")]
    [TestCase(" hijau. ")]
    public void A_zone_is_known_by_its_code_and_by_both_its_labels(string printed) =>
        Good(Of2023, Nothing with { Zone = printed }).Zone.Should().Be("green");

    [TestCase("B")]
    [TestCase("b")]
    [TestCase("Kualitas Tinggi")]
    [TestCase("KUALITAS TINGGI")]
    [TestCase("en Kualitas Tinggi")]
    public void A_category_is_known_by_its_code_and_by_both_its_labels(string printed) =>
        Good(Of2023, Nothing with { Category = printed }).Category.Should().Be("B");

    [TestCase("Baik", null)]
    [TestCase("Kualitas Tinggi", null)]
    [TestCase("Kualitas Tinggi Tanpa Maladministrasi", "withoutMaladministration")]
    [TestCase("Kualitas Tinggi – Tanpa Maladministrasi", "withoutMaladministration")]
    [TestCase("en Baik Without Maladministration", "withoutMaladministration")]
    [TestCase("high withoutMaladministration", "withoutMaladministration")]
    public void An_opinion_may_carry_its_addition(string printed, string? qualifier)
    {
        var content = Good(Of2025, Nothing with { Score = 80m, Category = printed });

        content.Category.Should().Be("high");
        content.Qualifier.Should().Be(qualifier);
        content.PrintedCategory.Should().BeNull();
    }

    [Test]
    public void An_addition_alone_is_no_opinion() =>
        FaultsOf(Of2025, Nothing with { Category = "Tanpa Maladministrasi" }).Should().Equal(("/category", "unknownCategory"));

    [Test]
    public void A_contradicting_zone_is_a_warning_and_the_score_stays()
    {
        var read = Read(Of2023, Nothing with { Score = 77.99m, Zone = "hijau" });

        read.Warnings.Single().Should().Be(ResultErrors.ZoneDiffers(ZoneOf2023("green"), ZoneOf2023("yellow")).At("/zone"));
        read.Content!.Score.Should().Be(Score.Of(77.99m));
        read.Content.Zone.Should().Be("yellow");
        read.Content.PrintedZone.Should().Be("green");
    }

    [Test]
    public void A_contradicting_category_is_a_warning_and_the_score_stays()
    {
        var read = Read(Of2023, Nothing with { Score = 77.99m, Category = "Kualitas Tinggi" });

        read.Warnings.Select(fault => (fault.Pointer, fault.Error.Code)).Should().Equal(("/category", "categoryDiffers"));
        read.Content!.Category.Should().Be("C");
        read.Content.PrintedCategory.Should().Be("B");
    }

    [Test]
    public void Without_a_score_what_was_printed_is_all_there_is()
    {
        Good(Of2023, Nothing with { Zone = "green" }).Should().BeEquivalentTo(new { Score = (Score?)null, Category = (string?)null, Zone = "green", PrintedZone = (string?)null });
        Good(Of2023, Nothing with { Category = "C" }).Should().BeEquivalentTo(new { Score = (Score?)null, Category = "C", Zone = "yellow" });
    }

    [Test]
    public void Without_a_score_a_zone_that_contradicts_its_category_is_kept_as_printed()
    {
        var content = Good(Of2023, Nothing with { Zone = "green", Category = "C" });

        content.Zone.Should().Be("green");
        content.Category.Should().Be("C");
    }

    [Test]
    public void Where_it_was_printed_stays_beside_it() => Good(Of2023, Nothing with { Score = 1m, Source = "a newspaper" }).Source.Should().Be("a newspaper");

    [Test]
    public void Something_must_have_been_published() => FaultsOf(Of2023, Nothing).Should().Equal(("/score", "nothingPublished"));

    [TestCase("-0.01", "scoreOutOfRange")]
    [TestCase("100.01", "scoreOutOfRange")]
    [TestCase("82.075", "tooManyDecimals")]
    public void A_score_is_a_score(decimal score, string code) => FaultsOf(Of2023, Nothing with { Score = score }).Should().Equal(("/score", code));

    [Test]
    public void Every_cell_at_fault_is_named()
    {
        var printed = new PrintedResult(120m, new Dictionary<string, decimal> { ["input"] = 21.86m, ["process"] = -1m }, "blue", "F", "maybe", null, null);

        FaultsOf(Of2023, printed).Should().BeEquivalentTo(
        [
            ("/score", "scoreOutOfRange"),
            ("/input", "pointsOutOfRange"),
            ("/process", "scoreOutOfRange"),
            ("/zone", "unknownZone"),
            ("/category", "unknownCategory"),
            ("/status", "unknownStatus"),
        ]);
    }

    [Test]
    public void An_instrument_without_zones_knows_none() =>
        FaultsOf(Of2025, Nothing with { Score = 80m, Zone = "green" }).Should().Equal(("/zone", "unknownZone"));

    [TestCase("notAssessed", "security", NotAssessedReason.Security)]
    [TestCase("not assessed", "No Access", NotAssessedReason.NoAccess)]
    [TestCase("NOT_ASSESSED", "REFUSED", NotAssessedReason.Refused)]
    public void What_was_not_assessed_says_why(string status, string reason, NotAssessedReason expected)
    {
        var content = Good(Of2023, Nothing with { Status = status, Reason = reason });

        content.Should().BeEquivalentTo(new { Status = ResultStatus.NotAssessed, Reason = expected, Score = (Score?)null, Zone = (string?)null, Category = (string?)null });
    }

    [TestCase(null)]
    [TestCase("rain")]
    public void What_was_not_assessed_needs_a_known_reason(string? reason) =>
        FaultsOf(Of2023, Nothing with { Status = "notAssessed", Reason = reason }).Should().Equal(("/reason", "unknownReason"));

    private static readonly PrintedResult[] Scored =
    [
        Nothing with { Score = 0m },
        Nothing with { Zone = "red" },
        Nothing with { Category = "E" },
        Nothing with { Dimensions = new Dictionary<string, decimal> { ["input"] = 0m } },
    ];

    [TestCaseSource(nameof(Scored))]
    public void What_was_not_assessed_has_no_figures(PrintedResult printed) =>
        FaultsOf(Of2023, printed with { Status = "notAssessed", Reason = "security" }).Should().Equal(("/status", "notAssessedWithScore"));

    [Test]
    public void A_reason_is_for_what_was_not_assessed() =>
        FaultsOf(Of2023, Nothing with { Score = 80m, Reason = "security" }).Should().Equal(("/reason", "reasonWithoutNotAssessed"));

    [Test]
    public void Dimensions_are_kept_as_printed() =>
        Good(Of2023, Nothing with { Score = 49.85m, Dimensions = Points(8.72m, 10.76m, 20.76m, 9.61m) }).Dimensions
            .Should().Equal(new("input", Score.Of(8.72m)), new("process", Score.Of(10.76m)), new("output", Score.Of(20.76m)), new("complaints", Score.Of(9.61m)));

    // Four parts and the total were each rounded by half a hundredth at most: 0.025 in all.
    [TestCase("52.85", false)]
    [TestCase("52.86", false, Description = "Dinas Pendidikan Maluku Tenggara 2023, as published")]
    [TestCase("52.87", false)]
    [TestCase("52.83", false)]
    [TestCase("52.88", true)]
    [TestCase("52.82", true)]
    public void Dimensions_add_up_within_their_rounding(decimal total, bool warns)
    {
        var read = Read(Of2023, Nothing with { Score = total, Dimensions = Points(5.83m, 16.42m, 22.14m, 8.46m) });

        read.Warnings.Select(fault => (fault.Pointer, fault.Error.Code)).Should().Equal(warns ? [("/score", "sumDiffers")] : []);
        read.Content!.Score.Should().Be(Score.Of(total));
    }

    [Test]
    public void Dimensions_that_are_not_all_known_are_not_added_up() =>
        Read(Of2023, Nothing with { Score = 90m, Dimensions = new Dictionary<string, decimal> { ["input"] = 1m } }).Warnings.Should().BeEmpty();

    [Test]
    public void Nothing_is_added_up_where_weights_are_unpublished() =>
        Read(Of2021, Nothing with { Score = 90m, Dimensions = Points(1m, 1m, 1m, 1m) }).Warnings.Should().BeEmpty();

    [Test]
    public void An_institution_without_a_total_gets_the_mean_of_its_units()
    {
        Score[] units = [.. new[] { 49.85m, 52.86m, 55.09m, 59.85m, 62.06m, 71.08m, 74.82m }.Select(Score.Of)];

        var content = PrintedResultRules.FromUnits(Of2023, units);

        content.Should().BeEquivalentTo(new { Status = ResultStatus.Assessed, Category = "C", Zone = "yellow", Basis = ResultBasis.Units });
        content.Score.Should().Be(Score.Of(60.80m));
    }

    private static void ShouldBe(Instrument instrument, decimal score, string category, string? zone)
    {
        var content = Good(instrument, Nothing with { Score = score });

        content.Score.Should().Be(Score.Of(score));
        content.Category.Should().Be(category);
        content.Zone.Should().Be(zone);
        content.Basis.Should().Be(ResultBasis.Published);
    }

    private static ResultContent Good(Instrument instrument, PrintedResult printed)
    {
        var read = Read(instrument, printed);
        read.Faults.Should().BeEmpty();

        return read.Content!;
    }

    private static IEnumerable<(string Pointer, string Code)> FaultsOf(Instrument instrument, PrintedResult printed)
    {
        var read = Read(instrument, printed);
        read.Content.Should().BeNull();

        return read.Faults.Select(fault => (fault.Pointer, fault.Error.Code));
    }

    private static ParsedResult Read(Instrument instrument, PrintedResult printed) => PrintedResultRules.Read(instrument, InstitutionKind.Vertical, printed);

    private static Dictionary<string, decimal> Points(decimal input, decimal process, decimal output, decimal complaints) =>
        new() { ["input"] = input, ["process"] = process, ["output"] = output, ["complaints"] = complaints };

    private static Zone ZoneOf2023(string code) => Of2023.Definition.Zones.Single(zone => zone.Code == code);

    private static Band Opinion(decimal from, decimal to, string category, string label, string ofVertical) =>
        An.Band(from, to, category) with
        {
            Label = new(label, $"en {label}"),
            LabelsByKind = new Dictionary<InstitutionKind, LocalizedText> { [InstitutionKind.Vertical] = new(ofVertical, $"en {ofVertical}") },
        };

    private static Instrument Labelled(Instrument instrument, params string[] labels)
    {
        var names = new Dictionary<string, string> { ["green"] = "Hijau", ["yellow"] = "Kuning", ["red"] = "Merah" };
        Zone Named(Zone zone) => zone with { Label = new(names[zone.Code], zone.Code) };

        return Instrument.Of(instrument.Definition with
        {
            Zones = [.. instrument.Definition.Zones.Select(Named)],
            Bands = [.. instrument.Bands.Zip(labels, (band, label) => band with { Label = new(label, $"en {label}"), Zone = Named(band.Zone!) })],
        });
    }
}
