using Compliance.Application.Instruments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Infrastructure.Instruments;

namespace Compliance.Infrastructure.Tests;

public sealed class InstrumentFilesTests
{
    private static readonly string Folder = Path.Combine(TestDatabase.ShippedPath, "instruments");

    private static readonly Dictionary<string, InstrumentDocument> Shipped =
        InstrumentFiles.ReadAll(Folder).ToDictionary(document => document.Code, StringComparer.Ordinal);

    private string folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("compliance-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "shared"));
        Write("shared/parts.yaml", """
            bands: [{ from: 0, to: 100, category: A, label: { id: a, en: a } }]
            dimensions:
              - code: d
                name: { id: d, en: d }
                weight: 100
                variables:
                  - { code: v, name: { id: v, en: v }, weight: 60, indicators: [
                      { code: d.v.one, name: { id: i, en: i }, levels: { lowest: 0, highest: 4 }, subject: unit, expected: 1 },
                      { code: d.v.two, name: { id: i, en: i }, levels: { lowest: 0, highest: 4 }, subject: unit, expected: 1 }] }
                  - { code: w, name: { id: w, en: w }, weight: 40, indicators: [
                      { code: d.w.one, name: { id: i, en: i }, levels: { lowest: 0, highest: 4 }, subject: unit, expected: 1 }] }
            """);
    }

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    // A published instrument never changes: whoever changes a shipped one gives it a new code. A hash may be
    // renewed here only while no release has shipped it.
    [TestCase("2017", "1f3dd21ed62ba80ae97d066dba56444d48eca3a3df9ee89ed1d389a2e899117b")]
    [TestCase("2018", "dbbc1f8bfabea265e340d34d49cc02cabaa9be990ee358b272986efd783b1eff")]
    [TestCase("2019", "ddf1a3987511bd80ecb1cd7191f0180524fdf3b08deb52e98808198f7b8d73df")]
    [TestCase("2021", "f7a6478f6a45653783b67f8da346f7819dea9831528c75e45345b5e6b594c18a")]
    [TestCase("2022", "3635e7f43d32c5b94fa2f5f91d969b693cfa3b9cb9c655058920f86398b20928")]
    [TestCase("2023", "1542b01d2aa984d3c4594627249db69f13eecaeff3b7f1194852480576b978b2")]
    [TestCase("2024", "784033d7aa59a345928cd2236ea91294e2a08d52e1c219d9a9dda022409bb6f2")]
    [TestCase("2025", "1849c500d7e9901ccf65137e4c0e2daaa5ad62fa444536582dbae3709ae3f5e2")]
    public void A_shipped_instrument_is_valid_and_keeps_its_content(string code, string sha256)
    {
        Shipped[code].ToInstrument().Code.Should().Be(code);
        InstrumentDocument.HashOf(Shipped[code].Canonical()).Should().Be(sha256);
    }

    [Test]
    public void Nothing_else_ships() => Shipped.Keys.Should().Equal("2017", "2018", "2019", "2021", "2022", "2023", "2024", "2025");

    [TestCase("2022", 37, 217)]
    [TestCase("2023", 38, 218)]
    [TestCase("2024", 38, 218)]
    public void The_indicators_and_what_they_are_observed_on(string code, int indicators, int observations)
    {
        var instrument = Shipped[code].ToInstrument();

        instrument.Indicators.Should().HaveCount(indicators);
        instrument.Slots.Should().Be(observations);
        instrument.PositionOf("output.ikm").HasValue.Should().Be(code != "2022", "the satisfaction index counts from 2023");
    }

    [TestCase("2022")]
    [TestCase("2023")]
    [TestCase("2024")]
    public void The_weights_of_the_dimensions(string code) =>
        Shipped[code].Dimensions.Select(dimension => (dimension.Code, dimension.Weight))
            .Should().Equal(("input", 21.85m), ("process", 32.37m), ("output", 24.24m), ("complaints", 21.54m));

    [Test]
    public void What_three_years_have_in_common_stands_once()
    {
        File.ReadAllText(Path.Combine(Folder, "2023.yaml")).Should().NotContain("dimensions:").And.NotContain("bands:");
        Shipped["2023"].Dimensions.Should().BeEquivalentTo(Shipped["2024"].Dimensions);
        Shipped["2022"].Dimensions.Where(dimension => dimension.Code != "output")
            .Should().BeEquivalentTo(Shipped["2023"].Dimensions.Where(dimension => dimension.Code != "output"));
        Shipped["2022"].Bands.Should().BeEquivalentTo(Shipped["2023"].Bands);
    }

    [TestCase("2022")]
    [TestCase("2023")]
    [TestCase("2024")]
    public void The_bands_of_2022_to_2024(string code) => BandsOf(code).Should().Equal(
        "88-100 A green Kualitas Tertinggi",
        "78-87.99 B green Kualitas Tinggi",
        "54-77.99 C yellow Kualitas Sedang",
        "32-53.99 D red Kualitas Rendah",
        "0-31.99 E red Kualitas Terendah");

    [TestCase("2017")]
    [TestCase("2018")]
    [TestCase("2019")]
    [TestCase("2021")]
    public void The_bands_of_2021_and_before(string code) => BandsOf(code).Should().Equal(
        "81-100 high green Kepatuhan Tinggi", "51-80.99 medium yellow Kepatuhan Sedang", "0-50.99 low red Kepatuhan Rendah");

    [Test]
    public void The_opinions_of_2025_have_no_zones_and_differ_for_vertical_bodies()
    {
        BandsOf("2025").Take(3).Should().Equal("88-100 highest  Kualitas Tertinggi", "78-87.99 high  Kualitas Tinggi", "54-77.99 medium  Kualitas Sedang");
        Shipped["2025"].Bands.Take(3).Select(band => band.Labels[InstitutionKind.Vertical].Id).Should().Equal("Sangat Baik", "Baik", "Cukup");
        Shipped["2025"].Qualifiers.Single().Label.Id.Should().Be("Tanpa Maladministrasi");
    }

    [TestCase("2017")]
    [TestCase("2018")]
    [TestCase("2019")]
    [TestCase("2021")]
    [TestCase("2025")]
    public void Where_weights_are_unpublished_only_results_are_read(string code)
    {
        Shipped[code].Dimensions.Should().BeEmpty();
        Shipped[code].ToInstrument().IsResultsOnly.Should().BeTrue();
    }

    [TestCase("2022")]
    [TestCase("2023")]
    [TestCase("2024")]
    public void What_the_Ombudsman_never_published_is_marked_assumed(string code)
    {
        var variables = Shipped[code].Dimensions.SelectMany(dimension => dimension.Variables).ToList();

        variables.Should().OnlyContain(variable => variable.Assumed.Contains("levels") || variable.Indicators.All(indicator => indicator.Levels == null));
        variables.Should().OnlyContain(variable => variable.Assumed.Contains("share"));
        variables.SelectMany(variable => variable.Indicators).Where(indicator => indicator.Assumed.Contains("name")).Select(indicator => indicator.Code)
            .Should().Contain("input.facilities.accessibility").And.NotContain("input.competence.ombudsman");
    }

    [TestCase("2022")]
    [TestCase("2023")]
    [TestCase("2024")]
    public void Every_indicator_can_become_a_finding_with_advice_in_both_languages(string code)
    {
        var indicators = Shipped[code].ToInstrument().Indicators;

        indicators.Should().OnlyContain(indicator => indicator.Threshold == 0.75m && indicator.Advice!.Id != indicator.Advice.En);
        indicators.Select(indicator => indicator.Theme).Distinct().Should().BeEquivalentTo(Enum.GetValues<Theme>().Cast<Theme?>());
        Shipped[code].Assumed.Should().Contain(["threshold", "theme", "advice"], "none of it was ever published");
    }

    [TestCase("2022")]
    [TestCase("2024")]
    public void Weights_that_were_inferred_are_marked(string code) => Shipped[code].Inferred.Should().NotBeEmpty();

    [Test]
    public void Everything_a_person_reads_is_there_in_both_languages() =>
        Shipped.Values.SelectMany(TextsOf).Should().OnlyContain(text => text.Id.Trim().Length > 0 && text.En.Trim().Length > 0);

    [Test]
    public void A_file_takes_over_omits_and_reweighs()
    {
        var instrument = Read("use: parts\nomit: [d.w, d.v.two]\nweights: { d.v: 100 }\n");

        instrument.Dimensions.Single().Variables.Single().Should().BeEquivalentTo(new { Code = "v", Weight = 100m });
        instrument.ToInstrument().Indicators.Select(indicator => indicator.Code).Should().Equal("d.v.one");
    }

    [TestCase("colour: red", "x.yaml at $.colour: *")]
    [TestCase("bands: [{ from: 0, to: 100, categry: A, label: { id: a, en: a } }]", "x.yaml at $.bands[0]*")]
    [TestCase("bands: [{ from: low, to: 100, category: A, label: { id: a, en: a } }]", "x.yaml at $.bands[0].from: *")]
    [TestCase("use: parts\nomit: [d.x]", "x.yaml at /omit: 'd.x' *")]
    [TestCase("use: parts\nomit: [d]", "x.yaml at /omit: 'd' *")]
    [TestCase("use: parts\nweights: { e: 100 }", "x.yaml at /weights: 'e' *")]
    [TestCase("use: parts\nweights: { d.v.one: 100 }", "x.yaml at /weights: 'd.v.one' *")]
    [TestCase("notes: [", "x.yaml at line *, column *: *")]
    [TestCase("version: 1", "x.yaml at line *, column *: *")]
    [TestCase("[1]: 2", "x.yaml at line *, column *: *")]
    [TestCase("use: nothing", "x.yaml at /use: *nothing*")]
    [TestCase("&a notes: *b", "x.yaml at line *, column *: *")]
    public void A_broken_file_is_refused_with_its_name_and_place(string yaml, string message)
    {
        var act = () => Read(yaml);

        act.Should().Throw<InstrumentFileException>().WithMessage(message);
    }

    [TestCase("")]
    [TestCase("# nothing but a comment")]
    public void An_empty_file_is_refused(string yaml)
    {
        Write("x.yaml", yaml);
        var act = () => InstrumentFiles.ReadAll(folder);

        act.Should().Throw<InstrumentFileException>().WithMessage("x.yaml at *: The file is empty.");
    }

    [Test]
    public void Quoted_scalars_stay_text() => Read("use: parts\ntitle: { id: \"2023\", en: 'true' }\n", title: "").Title.Should().Be(new LocalizedText("2023", "true"));

    private static IEnumerable<string> BandsOf(string code) =>
        Shipped[code].Bands.OrderByDescending(band => band.From).Select(band => $"{Figures.English(band.From)}-{Figures.English(band.To)} {band.Category} {band.Zone} {band.Label.Id}");

    private static IEnumerable<LocalizedText> TextsOf(InstrumentDocument document) =>
    [
        document.Title,
        .. document.Notes,
        .. document.Zones.Select(zone => zone.Label),
        .. document.Bands.SelectMany(band => band.Labels.Values.Prepend(band.Label)),
        .. document.Dimensions.Select(dimension => dimension.Name),
        .. document.Dimensions.SelectMany(dimension => dimension.Variables).Select(variable => variable.Name),
        .. document.ToInstrument().Indicators.Select(indicator => indicator.Name),
    ];

    private InstrumentDocument Read(string yaml, string title = "title: { id: a, en: a }\n")
    {
        Write("x.yaml", $"code: x\nversion: 1\n{title}{yaml}");

        return InstrumentFiles.ReadAll(folder).Single();
    }

    private void Write(string name, string yaml) => File.WriteAllText(Path.Combine(folder, name), yaml);
}
