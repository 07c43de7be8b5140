using System.Text.Json;
using Compliance.Application.Instruments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Tests.Instruments;

public sealed class InstrumentDocumentTests
{
    private static readonly LocalizedText Words = new("kata", "words");

    private static readonly InstrumentDocument Document = new()
    {
        Code = "trial",
        Version = 1,
        Title = Words,
        Zones = [new() { Code = "green", Label = Words, Order = 1, Colour = "#00aa00" }],
        Bands = [new() { From = 0m, To = 100m, Category = "A", Label = Words, Zone = "green" }],
        Dimensions =
        [
            new()
            {
                Code = "d",
                Name = Words,
                Weight = 100m,
                Variables =
                [
                    new()
                    {
                        Code = "v",
                        Name = Words,
                        Weight = 100m,
                        Indicators =
                        [
                            new() { Code = "levels", Name = Words, Levels = new(0, 4), Subject = SubjectKind.Official, Expected = 2 },
                            new() { Code = "line", Name = Words, Number = new() { Worst = 25m, Best = 100m }, Subject = SubjectKind.Unit, Expected = 1 },
                            new()
                            {
                                Code = "stairs",
                                Name = Words,
                                Number = new() { Lowest = 0m, Highest = 9m, Steps = [new(0m, 0m), new(5m, 1m)] },
                                Subject = SubjectKind.Unit,
                                Expected = 1,
                            },
                            new() { Code = "list", Name = Words, Options = [new("ramp", Words)], Subject = SubjectKind.Unit, Expected = 1 },
                        ],
                    },
                ],
            },
        ],
    };

    // Published hashes are compared for ever, so the very bytes are part of the contract.
    [Test]
    public void The_canonical_form_is_one_line_of_JSON_in_a_fixed_order() =>
        (Document with { Dimensions = [] }).Canonical().Should().Be(
            """
            {"code":"trial","version":1,"title":{"id":"kata","en":"words"},"notes":[],"assumed":[],"inferred":[],
            """
            + """
            "zones":[{"code":"green","label":{"id":"kata","en":"words"},"order":1,"colour":"#00aa00","assumed":[],"inferred":[]}],
            """
            + """
            "bands":[{"from":0,"to":100,"category":"A","label":{"id":"kata","en":"words"},"labels":{},"zone":"green","assumed":[],"inferred":[]}],
            """
            + """
            "qualifiers":[],"dimensions":[]}
            """);

    [Test]
    public void Zeros_behind_the_point_are_no_other_content()
    {
        var spelled = Document with { Bands = [Document.Bands[0] with { From = 0.00m, To = 100.000m }] };

        spelled.Canonical().Should().Be(Document.Canonical());
        InstrumentDocument.HashOf(spelled.Canonical()).Should().Be(InstrumentDocument.HashOf(Document.Canonical()));
    }

    [Test]
    public void Another_figure_is_another_content() =>
        (Document with { Bands = [Document.Bands[0] with { To = 99.99m }] }).Canonical().Should().NotBe(Document.Canonical());

    [Test]
    public void What_is_written_is_read_back_as_the_same_content()
    {
        var read = Read(Document.Canonical());

        read.Canonical().Should().Be(Document.Canonical());
        read.Should().BeEquivalentTo(Document);
    }

    [Test]
    public void A_combination_is_content_and_its_absence_is_none()
    {
        Document.Canonical().Should().NotContain("combination");

        var combined = With(indicator => indicator with
        {
            Techniques = [Technique.SecondaryData, Technique.Interview],
            Combination = new() { Rule = CombinationRule.Preferred, Divergence = 0.50m },
        });

        combined.Canonical().Should().Contain(
            "\"techniques\":[\"secondaryData\",\"interview\"],\"combination\":{\"rule\":\"preferred\",\"divergence\":0.5},\"evidence\"");
        Read(combined.Canonical()).Should().BeEquivalentTo(combined);
        Read(combined.Canonical()).ToInstrument().Indicators[0].Combination.Should().Be(new Combination(CombinationRule.Preferred, 0.5m));
        With(indicator => indicator with { Combination = new() { Rule = CombinationRule.Mean } }).Canonical()
            .Should().Contain("\"combination\":{\"rule\":\"mean\"},");
    }

    [TestCase("{}")]
    [TestCase("""{"divergence":0.5}""")]
    [TestCase("""{"rule":"median"}""")]
    [TestCase("""{"rule":2}""")]
    [TestCase("""{"rule":"mean","weights":[1,2]}""")]
    public void A_combination_is_read_strictly(string combination)
    {
        var combined = With(indicator => indicator with { Combination = new() { Rule = CombinationRule.Mean } }).Canonical();
        var act = () => Read(combined.Replace("""{"rule":"mean"}""", combination, StringComparison.Ordinal));

        act.Should().Throw<JsonException>();
    }

    [Test]
    public void A_combination_of_nothing_is_refused_at_its_place() =>
        FaultsOf(With(indicator => indicator with { Combination = new() { Rule = CombinationRule.Mean } }))
            .Should().Equal("/dimensions/0/variables/0/indicators/0/combination combinationAlone");

    [Test]
    public void Members_in_another_order_are_the_same_content() =>
        Read("""{"title":{"en":"words","id":"kata"},"bands":[],"version":1,"code":"trial"}""").Canonical()
            .Should().Be(Read("""{"code":"trial","version":1,"title":{"id":"kata","en":"words"}}""").Canonical());

    [Test]
    public void A_hash_is_that_of_the_bytes_in_lower_case() =>
        InstrumentDocument.HashOf("").Should().Be("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [TestCase("""{"code":"x","version":1,"title":{"id":"a","en":"b"},"colour":"red"}""")]
    [TestCase("""{"code":"x","version":1}""")]
    [TestCase("""{"code":"x","version":1,"title":{"id":"a"}}""")]
    [TestCase("""{"code":null,"version":1,"title":{"id":"a","en":"b"}}""")]
    public void Members_are_read_strictly(string json)
    {
        var act = () => Read(json);

        act.Should().Throw<JsonException>();
    }

    [Test]
    public void A_document_becomes_the_instrument_it_describes()
    {
        var instrument = Document.ToInstrument();

        instrument.Slots.Should().Be(5);
        instrument.Indicators.Select(indicator => indicator.Kind.GetType().Name)
            .Should().Equal(nameof(Levels), nameof(LinearNumber), nameof(SteppedNumber), nameof(Checklist));
        instrument.Bands.Single().Zone!.Code.Should().Be("green");
    }

    [Test]
    public void A_band_in_an_unknown_zone_and_a_zone_twice_are_refused()
    {
        var document = Document with
        {
            Zones = [Document.Zones[0], Document.Zones[0]],
            Bands = [Document.Bands[0] with { Zone = "blue" }],
        };

        FaultsOf(document).Should().Equal("/zones/1/code codeTwice", "/bands/0/zone unknownZone");
    }

    [Test]
    public void An_indicator_is_answered_in_one_way()
    {
        var indicator = Document.Dimensions[0].Variables[0].Indicators[0];

        CodeOf(() => (indicator with { Options = [new("ramp", Words)] }).ToIndicator(null)).Should().Be("oneAnswerKind");
        CodeOf(() => (indicator with { Levels = null }).ToIndicator(null)).Should().Be("oneAnswerKind");
        CodeOf(() => new NumberPart { Worst = 1m, Highest = 2m }.ToKind()).Should().Be("numberMapping");
    }

    /// <summary>The document with its first indicator changed.</summary>
    private static InstrumentDocument With(Func<IndicatorPart, IndicatorPart> change)
    {
        var (dimension, variable) = (Document.Dimensions[0], Document.Dimensions[0].Variables[0]);

        return Document with
        {
            Dimensions =
            [
                dimension with { Variables = [variable with { Indicators = [change(variable.Indicators[0]), .. variable.Indicators.Skip(1)] }] },
            ],
        };
    }

    private static InstrumentDocument Read(string json) => JsonSerializer.Deserialize(json, InstrumentJson.Default.InstrumentDocument)!;

    private static IEnumerable<string> FaultsOf(InstrumentDocument document)
    {
        var act = () => document.ToInstrument();

        return act.Should().Throw<DomainException>().Which.Faults.Select(fault => $"{fault.Pointer} {fault.Error.Code}");
    }

    private static string CodeOf(Func<object> act) => act.Should().Throw<DomainException>().Which.Error.Code;
}
