using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>
/// The arithmetic of a result. Pure: no clock, no database, no settings. The achievement of an indicator is the mean
/// of its observations; its points are its weight times its achievement; a node's points are the sum of its
/// children's; the unit's score is the sum of all points, rounded once.
/// </summary>
/// <remarks>Source: the published 2023 dimension values, which are weighted points that add up to the score.</remarks>
public static class ScoreCalculator
{
    /// <summary>Computes the figures only, for callers that score many sheets.</summary>
    public static UnitScore Score(ScoreSheet sheet)
    {
        var tallies = TalliesOf(sheet);

        return FiguresOf(sheet, tallies, Weighting.Of(sheet, tallies, MissingAssumption.LeftOut));
    }

    /// <summary>Computes the figures with the full trace.</summary>
    public static ScoreCard Explain(ScoreSheet sheet)
    {
        var tallies = TalliesOf(sheet);
        var weighing = Weighting.Of(sheet, tallies, MissingAssumption.LeftOut);

        return new(sheet.Instrument, FiguresOf(sheet, tallies, weighing), DimensionsOf(sheet, tallies, weighing));
    }

    /// <summary>
    /// Returns a card for published dimension points whose answers are unknown. Refuses unknown
    /// dimensions and points beyond a dimension's weight (<see cref="ScoringErrors.PointsRefused"/>).
    /// </summary>
    public static ScoreCard FromPoints(Instrument instrument, IReadOnlyDictionary<string, decimal> points)
    {
        Rule.Require(!instrument.IsResultsOnly, InstrumentErrors.ResultsOnly);
        Rule.RequireNone([.. PointFaults(instrument, points)], ScoringErrors.PointsRefused);

        var known = instrument.Dimensions.Where(dimension => points.ContainsKey(dimension.Code)).ToList();
        var whole = known.Sum(dimension => dimension.Weight);
        var dimensions = instrument.Dimensions.Select(dimension => new DimensionScore(dimension, NodeOf(dimension, points, whole), [])).ToList();
        var lowest = points.Values.Sum();
        decimal? total = whole > 0 ? dimensions.Sum(dimension => dimension.Node.Points ?? 0m) : null;
        Fraction Exact() => points.Values.Aggregate(Fraction.Zero, (sum, earned) => sum + earned) * Compliance.Domain.Common.Score.Highest / whole;

        return new(
            instrument,
            new(
                total,
                total is { } sum ? Outcome.Of(instrument, Compliance.Domain.Common.Score.Of(sum, Exact)) : null,
                ScoreRange.Of(instrument, Compliance.Domain.Common.Score.Of(lowest), Compliance.Domain.Common.Score.Of(lowest + Compliance.Domain.Common.Score.Highest - whole)),
                new(known.Count, instrument.Dimensions.Count)),
            dimensions);
    }

    internal static Tally[] TalliesOf(ScoreSheet sheet)
    {
        var tallies = new Tally[sheet.Instrument.Indicators.Count];

        for (var position = 0; position < tallies.Length; position++)
        {
            tallies[position] = sheet.TallyOf(position);
        }

        return tallies;
    }

    private static UnitScore FiguresOf(ScoreSheet sheet, Tally[] tallies, Weighting weighing)
    {
        var instrument = sheet.Instrument;
        var (missing, required) = (0, 0);

        foreach (var tally in tallies)
        {
            missing += tally.Missing;
            required += tally.Required;
        }

        decimal? total = weighing.HasScore ? weighing.Total() : null;
        Outcome? outcome = total is { } sum ? Outcome.Of(instrument, weighing.Rounded(sum)) : null;
        var completeness = new Completeness(required - missing, required);

        return new(
            total,
            outcome,
            missing == 0 && outcome is { } final ? ScoreRange.Of(instrument, final.Score, final.Score) : RangeOf(sheet, tallies),
            completeness);
    }

    private static ScoreRange? RangeOf(ScoreSheet sheet, Tally[] tallies)
    {
        var worst = Weighting.Of(sheet, tallies, MissingAssumption.AtWorst);

        if (!worst.HasScore)
        {
            return null;
        }

        var best = Weighting.Of(sheet, tallies, MissingAssumption.AtBest);

        return ScoreRange.Of(sheet.Instrument, worst.Rounded(worst.Total()), best.Rounded(best.Total()));
    }

    private static List<DimensionScore> DimensionsOf(ScoreSheet sheet, Tally[] tallies, Weighting weighing)
    {
        var dimensions = new List<DimensionScore>();
        var position = 0;

        foreach (var dimension in sheet.Instrument.Dimensions)
        {
            var variables = new List<VariableScore>();

            foreach (var variable in dimension.Variables)
            {
                var allShares = variable.Indicators.Sum(indicator => indicator.Share);
                var indicators = variable.Indicators
                    .Select(indicator => IndicatorOf(sheet, tallies[position], weighing, position++, variable.Weight, allShares))
                    .ToList();
                variables.Add(new(variable, SumOf(variable.Weight, indicators.Select(indicator => indicator.Node)), indicators));
            }

            dimensions.Add(new(dimension, SumOf(dimension.Weight, variables.Select(variable => variable.Node)), variables));
        }

        return dimensions;
    }

    private static IndicatorScore IndicatorOf(
        ScoreSheet sheet, Tally tally, Weighting weighing, int position, decimal variableWeight, decimal allShares)
    {
        var indicator = sheet.Instrument.Indicators[position];
        var weight = allShares > 0 ? variableWeight * indicator.Share / allShares : 0m;
        decimal? points = tally.Subjects > 0 ? weighing.Points(position) : null;
        IReadOnlyList<SubjectScore> subjects = indicator.Combination is { } combination ? [.. TechniqueCombiner.SubjectsOf(sheet, position, combination)] : [];

        return new(
            indicator,
            new(weight, weighing.EffectiveWeight(position), points),
            weighing.Achievement(position),
            indicator.Combination is null ? [.. sheet.RawScoresOf(position)] : [.. subjects.Select(subject => subject.RawScore)],
            tally.NotApplicable,
            tally.Missing)
        {
            Subjects = subjects,
        };
    }

    private static NodeScore SumOf(decimal weight, IEnumerable<NodeScore> children)
    {
        var (effective, points, any) = (0m, 0m, false);

        foreach (var child in children)
        {
            effective += child.EffectiveWeight;
            points += child.Points ?? 0m;
            any |= child.Points is not null;
        }

        return new(weight, effective, any ? points : null);
    }

    private static NodeScore NodeOf(Dimension dimension, IReadOnlyDictionary<string, decimal> points, decimal whole) =>
        points.TryGetValue(dimension.Code, out var earned) && whole > 0
            ? new(dimension.Weight, dimension.Weight * Compliance.Domain.Common.Score.Highest / whole, earned * Compliance.Domain.Common.Score.Highest / whole)
            : new(dimension.Weight, 0m, null);

    private static IEnumerable<Fault> PointFaults(Instrument instrument, IReadOnlyDictionary<string, decimal> points)
    {
        foreach (var (code, earned) in points)
        {
            var dimension = instrument.Dimensions.FirstOrDefault(each => each.Code == code);

            if (dimension is null)
            {
                yield return ScoringErrors.UnknownDimension(instrument.Dimensions).At($"/{code}");
            }
            else if (earned < 0 || earned > dimension.Weight)
            {
                yield return ScoringErrors.PointsOutOfRange(dimension.Weight).At($"/{code}");
            }
        }
    }
}
