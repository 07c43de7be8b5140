using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>The assumption about observations that are still missing.</summary>
internal enum MissingAssumption
{
    LeftOut,
    AtWorst,
    AtBest,
}

/// <summary>
/// One pass over an instrument: distributes the weight of what does not count to its siblings, first
/// among indicators, then variables, then dimensions, and computes the points of each indicator.
/// </summary>
internal sealed class Weighting
{
    private readonly Instrument instrument;
    private readonly Tally[] tallies;
    private readonly decimal[] shares;
    private readonly decimal[] weights;
    private readonly decimal whole;

    private Weighting(ScoreSheet sheet, Tally[] observed, MissingAssumption missing)
    {
        instrument = sheet.Instrument;
        tallies = new Tally[observed.Length];
        shares = new decimal[instrument.Rows];
        weights = new decimal[instrument.Dimensions.Count];
        var leaves = instrument.Leaves;

        for (var position = 0; position < leaves.Length; position++)
        {
            var leaf = leaves[position];
            tallies[position] = Assume(sheet, position, observed[position], missing);
            shares[leaf.Row] += tallies[position].Subjects > 0 ? leaf.Indicator.Share : 0m;

            if (position + 1 == leaves.Length || leaves[position + 1].Row != leaf.Row)
            {
                weights[leaf.Column] += shares[leaf.Row] > 0 ? leaf.Variable.Weight : 0m;
            }
        }

        for (var column = 0; column < weights.Length; column++)
        {
            whole += weights[column] > 0 ? instrument.Dimensions[column].Weight : 0m;
        }
    }

    /// <summary>Whether anything with a weight counts; without it there is no score.</summary>
    public bool HasScore => whole > 0;

    public static Weighting Of(ScoreSheet sheet, Tally[] observed, MissingAssumption missing) => new(sheet, observed, missing);

    /// <summary>
    /// The points of the indicator at a position, unrounded: one product divided by another, so that only one
    /// quotient is truncated.
    /// </summary>
    public decimal Points(int position)
    {
        var tally = tallies[position];

        return Counts(position)
            ? Numerator(position) * tally.RawScore / (Denominator(position) * tally.Subjects * instrument.Indicators[position].MaxRawScore)
            : 0m;
    }

    /// <summary>The weight of an indicator in points after all redistribution; 0 if it does not count.</summary>
    public decimal EffectiveWeight(int position) => Counts(position) ? Numerator(position) / Denominator(position) : 0m;

    /// <summary>The mean of an indicator's observations, from 0 to 1; null if none counts.</summary>
    public decimal? Achievement(int position) => tallies[position] is { Subjects: > 0 } tally
        ? tally.RawScore / (tally.Subjects * instrument.Indicators[position].MaxRawScore)
        : null;

    /// <summary>
    /// Adds up in the same order as a card, variable by variable and dimension by dimension: the truncated last digit
    /// depends on the order, and the parts of a card must give its total exactly.
    /// </summary>
    public decimal Total()
    {
        var leaves = instrument.Leaves;
        var (total, dimension, variable) = (0m, 0m, 0m);

        for (var position = 0; position < leaves.Length; position++)
        {
            variable += Points(position);

            if (position + 1 == leaves.Length || leaves[position + 1].Row != leaves[position].Row)
            {
                dimension += variable;
                variable = 0m;
            }

            if (position + 1 == leaves.Length || leaves[position + 1].Column != leaves[position].Column)
            {
                total += dimension;
                dimension = 0m;
            }
        }

        return total;
    }

    /// <summary>The total rounded once, as the exact total would be, whatever digits its quotients lost.</summary>
    public Score Rounded(decimal total) => Score.Of(total, ExactTotal);

    private Fraction ExactTotal()
    {
        var total = Fraction.Zero;

        for (var position = 0; position < tallies.Length; position++)
        {
            if (Counts(position))
            {
                total += ExactPoints(position);
            }
        }

        return total;
    }

    private Fraction ExactPoints(int position)
    {
        var (leaf, tally) = (instrument.Leaves[position], tallies[position]);
        Fraction weight = (Fraction)Score.Highest * leaf.Dimension.Weight * leaf.Variable.Weight * leaf.Indicator.Share;
        Fraction of = (Fraction)whole * weights[leaf.Column] * shares[leaf.Row];
        Fraction most = (Fraction)leaf.Indicator.MaxRawScore * tally.Subjects;

        return weight * tally.RawScore / (of * most);
    }

    private bool Counts(int position)
    {
        ref readonly var leaf = ref instrument.Leaves[position];

        return tallies[position].Subjects > 0 && shares[leaf.Row] > 0 && weights[leaf.Column] > 0 && HasScore;
    }

    private decimal Numerator(int position)
    {
        ref readonly var leaf = ref instrument.Leaves[position];

        return Score.Highest * leaf.Dimension.Weight * leaf.Variable.Weight * leaf.Indicator.Share;
    }

    private decimal Denominator(int position)
    {
        ref readonly var leaf = ref instrument.Leaves[position];

        return whole * weights[leaf.Column] * shares[leaf.Row];
    }

    /// <summary>
    /// The assumed raw score of a missing observation. If it may turn out not to apply, its weight can go to siblings that are
    /// worse, or better, than any answer of its own, so that only the ends of the scale are valid bounds.
    /// </summary>
    internal static decimal? Assumed(AnswerKind kind, MissingAssumption missing, bool mayNotApply) => (missing, mayNotApply) switch
    {
        (MissingAssumption.AtWorst, true) => 0m,
        (MissingAssumption.AtWorst, false) => kind.Worst,
        (MissingAssumption.AtBest, true) => kind.Full,
        (MissingAssumption.AtBest, false) => kind.Best,
        _ => null,
    };

    private static Tally Assume(ScoreSheet sheet, int position, Tally tally, MissingAssumption missing)
    {
        var indicator = sheet.Instrument.Leaves[position].Indicator;

        return Assumed(indicator.Kind, missing, indicator.MayBeNotApplicable) is not { } worth ? tally
            : indicator.Combination is { } combination ? TechniqueCombiner.TallyOf(sheet, position, combination, missing)
            : tally with { RawScore = tally.RawScore + (tally.Missing * worth), Subjects = tally.Subjects + tally.Missing };
    }
}
