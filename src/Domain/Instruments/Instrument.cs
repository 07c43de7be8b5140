using System.Collections.Frozen;
using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>
/// The method of a cycle: what is observed, with which weights, and what a score means. It is frozen when it is
/// published, and a result always refers to the instrument it was decided under. An instrument without
/// dimensions is results-only: its bands classify published scores, but it cannot be used for an assessment.
/// </summary>
public sealed class Instrument
{
    private readonly FrozenDictionary<string, int> positions;
    private readonly int[] firstSlots;
    private readonly IndicatorPath[] leaves;

    private Instrument(InstrumentDefinition definition)
    {
        Definition = definition;
        Bands = [.. definition.Bands.OrderByDescending(band => band.From)];
        Zones = [.. Bands.Where(band => band.Zone is not null).GroupBy(band => band.Zone!.Code).Select(bands => new ZoneRange(bands.First().Zone!, bands.Last()))];
        leaves = [.. Flatten(definition.Dimensions)];
        Indicators = [.. leaves.Select(leaf => leaf.Indicator)];
        Subjects = PlannedSubjects.MostOf(Indicators);
        positions = Indicators.Select((indicator, position) => (indicator, position))
            .ToFrozenDictionary(pair => pair.indicator.Code, pair => pair.position, StringComparer.Ordinal);
        firstSlots = new int[Indicators.Count + 1];

        for (var position = 0; position < Indicators.Count; position++)
        {
            firstSlots[position + 1] = firstSlots[position] + (Indicators[position].Expected * Indicators[position].ObservationsPerSubject);
        }
    }

    public InstrumentDefinition Definition { get; }

    public string Code => Definition.Code;

    public IReadOnlyList<Dimension> Dimensions => Definition.Dimensions;

    /// <summary>Best first.</summary>
    public IReadOnlyList<Band> Bands { get; }

    /// <summary>The zones of its bands, best first, each with the score at which it begins; empty if the bands have none (2025).</summary>
    public IReadOnlyList<ZoneRange> Zones { get; }

    /// <summary>All indicators in the order of the instrument; an indicator is identified by its position in this list.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>
    /// The number of observations of a complete sheet: one slot for each indicator and subject, or for each technique
    /// if they are combined.
    /// </summary>
    public int Slots => firstSlots[^1];

    public bool IsResultsOnly => Dimensions.Count == 0;

    /// <summary>Creates an instrument, or refuses the definition with all of its faults.</summary>
    public static Instrument Of(InstrumentDefinition definition)
    {
        Rule.RequireNone(InstrumentRules.Check(definition), InstrumentErrors.Broken);

        return new(definition);
    }

    /// <summary>Every indicator with its variable (row) and dimension (column).</summary>
    internal ReadOnlySpan<IndicatorPath> Leaves => leaves;

    /// <summary>For each kind of subject, the highest number that any indicator expects.</summary>
    internal PlannedSubjects Subjects { get; }

    internal int Rows => leaves.Length == 0 ? 0 : leaves[^1].Row + 1;

    public int? PositionOf(string indicator) => positions.TryGetValue(indicator, out var position) ? position : null;

    /// <summary>The first slot of the indicator at a position; those of its subjects follow in order.</summary>
    public int FirstSlot(int position) => firstSlots[position];

    /// <summary>The slot of a subject, from 1; <paramref name="technique"/> is the index of the technique if they are combined.</summary>
    public int SlotOf(int position, int subject, int technique = 0) =>
        firstSlots[position] + ((subject - 1) * Indicators[position].ObservationsPerSubject) + technique;

    public Band BandOf(Score score)
    {
        foreach (var band in Bands)
        {
            if (band.From <= score.Value)
            {
                return band;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(score), score, "The bands of a checked instrument cover the whole scale.");
    }

    private static IEnumerable<IndicatorPath> Flatten(IReadOnlyList<Dimension> dimensions)
    {
        var row = 0;

        for (var column = 0; column < dimensions.Count; column++)
        {
            foreach (var variable in dimensions[column].Variables)
            {
                foreach (var indicator in variable.Indicators)
                {
                    yield return new(row, column, dimensions[column], variable, indicator);
                }

                row++;
            }
        }
    }
}

/// <summary>One indicator with its variable and dimension.</summary>
internal readonly record struct IndicatorPath(int Row, int Column, Dimension Dimension, Variable Variable, Indicator Indicator);

/// <summary>The declaration of an instrument, before it is checked.</summary>
/// <param name="Version">Counts the publications under one code; 1 for all shipped instruments.</param>
/// <param name="Notes">Notes for readers: which values are official, which are this product's defaults.</param>
public sealed record InstrumentDefinition(
    string Code,
    int Version,
    LocalizedText Title,
    IReadOnlyList<LocalizedText> Notes,
    IReadOnlyList<Zone> Zones,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<Qualifier> Qualifiers,
    IReadOnlyList<Dimension> Dimensions);
