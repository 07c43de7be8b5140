using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Instruments;

/// <summary>
/// The parts of an instrument that several instruments can share. Unknown members are refused,
/// so these records are the schema of the files in <c>data/instruments</c>. Optional
/// members have a setter, because generated readers overwrite the defaults of init-only members.
/// </summary>
public record InstrumentParts
{
    public IReadOnlyList<LocalizedText> Notes { get; set; } = [];

    /// <summary>The members here and below that are defaults of this product, not of the Ombudsman.</summary>
    public IReadOnlyList<string> Assumed { get; set; } = [];

    /// <summary>The members here and below that were inferred from published figures.</summary>
    public IReadOnlyList<string> Inferred { get; set; } = [];

    /// <summary>The achievement below which an indicator is a finding, unless it has a threshold of its own.</summary>
    public decimal? Threshold { get; set; }

    public IReadOnlyList<ZonePart> Zones { get; set; } = [];

    public IReadOnlyList<BandPart> Bands { get; set; } = [];

    public IReadOnlyList<QualifierPart> Qualifiers { get; set; } = [];

    public IReadOnlyList<DimensionPart> Dimensions { get; set; } = [];
}

/// <summary>A complete instrument, as it is published and hashed.</summary>
public record InstrumentDocument : InstrumentParts
{
    [JsonPropertyOrder(-3)]
    public required string Code { get; init; }

    [JsonPropertyOrder(-2)]
    public required int Version { get; init; }

    [JsonPropertyOrder(-1)]
    public required LocalizedText Title { get; init; }

    /// <summary>Returns the text that is stored and hashed: one line of JSON, with members in a fixed order.</summary>
    public string Canonical() => JsonSerializer.Serialize(this, InstrumentJson.Default.InstrumentDocument);

    public static string HashOf(string canonical) => Digest.Of(canonical);

    /// <summary>Converts the document. Refuses one that violates the rules of instruments, with a pointer to every fault.</summary>
    public Instrument ToInstrument()
    {
        Rule.RequireNone([.. Faults()], InstrumentErrors.Broken);
        var zones = Zones.ToDictionary(zone => zone.Code, zone => new Zone(zone.Code, zone.Label, zone.Order, zone.Colour), StringComparer.Ordinal);

        return Instrument.Of(new(
            Code,
            Version,
            Title,
            Notes,
            [.. zones.Values],
            [.. Bands.Select(band => new Band(band.From, band.To, band.Category, band.Label, band.Labels, band.Zone is null ? null : zones[band.Zone]))],
            [.. Qualifiers.Select(qualifier => new Qualifier(qualifier.Code, qualifier.Label))],
            [.. Dimensions.Select(dimension => dimension.ToDimension(Threshold))]));
    }

    private IEnumerable<Fault> Faults()
    {
        for (var index = 0; index < Zones.Count; index++)
        {
            if (Zones.Take(index).Any(zone => zone.Code == Zones[index].Code))
            {
                yield return InstrumentErrors.CodeTwice.At($"/zones/{index}/code");
            }
        }

        for (var index = 0; index < Bands.Count; index++)
        {
            if (Bands[index].Zone is { } code && Zones.All(zone => zone.Code != code))
            {
                yield return InstrumentErrors.UnknownZone.At($"/bands/{index}/zone");
            }
        }
    }
}

/// <summary>An instrument file, which refers to shared parts instead of repeating them.</summary>
public sealed record InstrumentFile : InstrumentDocument
{
    /// <summary>The name of the shared parts that it includes.</summary>
    public string? Use { get; set; }

    /// <summary>Codes of shared variables (<c>dimension.variable</c>) or indicators that it leaves out.</summary>
    public IReadOnlyList<string> Omit { get; set; } = [];

    /// <summary>Weights in points, by dimension or <c>dimension.variable</c>, that differ from the shared ones.</summary>
    public IReadOnlyDictionary<string, decimal> Weights { get; set; } = new Dictionary<string, decimal>();
}

public sealed record ZonePart
{
    public required string Code { get; init; }

    public required LocalizedText Label { get; init; }

    public required int Order { get; init; }

    public required string Colour { get; init; }

    public IReadOnlyList<string> Assumed { get; set; } = [];

    public IReadOnlyList<string> Inferred { get; set; } = [];
}

public sealed record BandPart
{
    public required decimal From { get; init; }

    public required decimal To { get; init; }

    public required string Category { get; init; }

    public required LocalizedText Label { get; init; }

    public IReadOnlyDictionary<InstitutionKind, LocalizedText> Labels { get; set; } = new Dictionary<InstitutionKind, LocalizedText>();

    public string? Zone { get; set; }

    public IReadOnlyList<string> Assumed { get; set; } = [];

    public IReadOnlyList<string> Inferred { get; set; } = [];
}

public sealed record QualifierPart
{
    public required string Code { get; init; }

    public required LocalizedText Label { get; init; }

    public IReadOnlyList<string> Assumed { get; set; } = [];

    public IReadOnlyList<string> Inferred { get; set; } = [];
}

public sealed record DimensionPart
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; init; }

    public required decimal Weight { get; init; }

    public IReadOnlyList<string> Assumed { get; set; } = [];

    public IReadOnlyList<string> Inferred { get; set; } = [];

    public required IReadOnlyList<VariablePart> Variables { get; init; }

    /// <param name="threshold">The threshold of findings for indicators that have none.</param>
    public Dimension ToDimension(decimal? threshold) => new(Code, Name, Weight, [.. Variables.Select(variable => variable.ToVariable(threshold))]);
}

public sealed record VariablePart
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; init; }

    public required decimal Weight { get; init; }

    public IReadOnlyList<string> Assumed { get; set; } = [];

    public IReadOnlyList<string> Inferred { get; set; } = [];

    public required IReadOnlyList<IndicatorPart> Indicators { get; init; }

    public Variable ToVariable(decimal? threshold) => new(Code, Name, Weight, [.. Indicators.Select(indicator => indicator.ToIndicator(threshold))]);
}

public sealed record IndicatorPart
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The theme of its findings; an indicator without a theme is never a finding.</summary>
    public Theme? Theme { get; set; }

    /// <summary>The achievement below which it is a finding; by default that of the instrument.</summary>
    public decimal? Threshold { get; set; }

    public LocalizedText? Advice { get; set; }

    public decimal Share { get; set; } = 1m;

    public LevelsPart? Levels { get; set; }

    public NumberPart? Number { get; set; }

    public IReadOnlyList<OptionPart>? Options { get; set; }

    public required SubjectKind Subject { get; init; }

    public required int Expected { get; init; }

    public IReadOnlyList<Technique> Techniques { get; set; } = [];

    /// <summary>Makes each technique an observation of its own; without it, one by any technique is sufficient.</summary>
    public CombinationPart? Combination { get; set; }

    public EvidenceNeed Evidence { get; set; }

    public bool NotApplicable { get; set; }

    public IReadOnlyList<string> Assumed { get; set; } = [];

    public IReadOnlyList<string> Inferred { get; set; } = [];

    public Indicator ToIndicator(decimal? threshold) => new(Code, Name, Share, ToKind(), Subject, Expected, Techniques, Evidence, NotApplicable)
    {
        Combination = Combination?.ToCombination(),
        Theme = Theme,
        Threshold = Threshold ?? (Theme is null ? null : threshold),
        Advice = Advice,
    };

    private AnswerKind ToKind() => (Levels, Number, Options) switch
    {
        ({ } levels, null, null) => new Levels(levels.Lowest, levels.Highest),
        (null, { } number, null) => number.ToKind(),
        (null, null, { } options) => new Checklist([.. options.Select(option => new ChecklistOption(option.Code, option.Label))]),
        _ => throw new DomainException(InstrumentErrors.OneAnswerKind(Code)),
    };
}

/// <summary>How the results of several techniques become one raw score, and from which difference on they are flagged.</summary>
public sealed record CombinationPart
{
    public required CombinationRule Rule { get; init; }

    public decimal? Divergence { get; set; }

    public Combination ToCombination() => new(Rule, Divergence);
}

public sealed record LevelsPart(int Lowest, int Highest);

/// <summary>Linear between <c>worst</c> and <c>best</c>, or in steps from <c>lowest</c> to <c>highest</c>.</summary>
public sealed record NumberPart
{
    public decimal? Worst { get; set; }

    public decimal? Best { get; set; }

    public decimal? Lowest { get; set; }

    public decimal? Highest { get; set; }

    public IReadOnlyList<Step>? Steps { get; set; }

    public AnswerKind ToKind() => (Worst, Best, Lowest, Highest, Steps) switch
    {
        ({ } worst, { } best, null, null, null) => new LinearNumber(worst, best),
        (null, null, { } lowest, { } highest, { } steps) => new SteppedNumber(lowest, highest, steps),
        _ => throw new DomainException(InstrumentErrors.NumberMapping),
    };
}

public sealed record OptionPart(string Code, LocalizedText Label);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames), typeof(PlainDecimals)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InstrumentFile))]
[JsonSerializable(typeof(InstrumentDocument))]
[JsonSerializable(typeof(InstrumentParts))]
public sealed partial class InstrumentJson : JsonSerializerContext;
