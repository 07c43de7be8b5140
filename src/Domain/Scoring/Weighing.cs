using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>What is assumed of observations that are still missing.</summary>
internal enum Missing
{
    LeftOut,
    AtWorst,
    AtBest,
}

/// <summary>
/// One pass over an instrument: how the weight of what does not count moves to its siblings, first
/// among indicators, then variables, then dimensions, and how many points each indicator earns.
/// </summary>
internal sealed class Weighing
{
    private readonly Instrument instrument;
    private readonly Tally[] tallies;
    private readonly decimal[] shares;
    private readonly decimal[] weights;
    private readonly decimal whole;

    private Weighing(Instrument instrument, Tally[] observed, Missing missing)
    {
        this.instrument = instrument;
        tallies = new Tally[observed.Length];
        shares = new decimal[instrument.Rows];
        weights = new decimal[instrument.Dimensions.Count];
        var leaves = instrument.Leaves;

        for (var position = 0; position < leaves.Length; position++)
        {
            var leaf = leaves[position];
            tallies[position] = Assume(leaf.Indicator, observed[position], missing);
            shares[leaf.Row] += tallies[position].Answered > 0 ? leaf.Indicator.Share : 0m;

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

    /// <summary>Whether anything that has a weight counts; without it there is no score.</summary>
    public bool HasScore => whole > 0;

    public static Weighing Of(Instrument instrument, Tally[] observed, Missing missing) => new(instrument, observed, missing);

    /// <summary>
    /// The points of the indicator at a position, unrounded: one product over one product, so that only one
    /// quotient is cut off.
    /// </summary>
    public decimal Points(int position)
    {
        var tally = tallies[position];

        return Counts(position)
            ? Numerator(position) * tally.Worth / (Denominator(position) * tally.Answered * instrument.Indicators[position].Kind.Full)
            : 0m;
    }

    /// <summary>The weight in points that an indicator carries after all redistribution; 0 where it does not count.</summary>
    public decimal EffectiveWeight(int position) => Counts(position) ? Numerator(position) / Denominator(position) : 0m;

    /// <summary>The mean of an indicator's observations as a part of 1, or nothing where none counts.</summary>
    public decimal? Achievement(int position) => tallies[position] is { Answered: > 0 } tally
        ? tally.Worth / (tally.Answered * instrument.Indicators[position].Kind.Full)
        : null;

    /// <summary>
    /// Adds up as a card does, variable by variable and dimension by dimension: where the last digit of a
    /// decimal is cut off depends on the order, and the parts of a card give its total exactly.
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

    /// <summary>The total rounded once, exactly, whatever digits the quotients behind it lost.</summary>
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
        Fraction most = (Fraction)leaf.Indicator.Kind.Full * tally.Answered;

        return weight * tally.Worth / (of * most);
    }

    private bool Counts(int position)
    {
        ref readonly var leaf = ref instrument.Leaves[position];

        return tallies[position].Answered > 0 && shares[leaf.Row] > 0 && weights[leaf.Column] > 0 && HasScore;
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
    /// What may still turn out not to apply leaves its weight to siblings that can be worse, or better, than
    /// any answer of its own; the ends of the scale are the only bounds that hold for it.
    /// </summary>
    private static Tally Assume(Indicator indicator, Tally tally, Missing missing) => (missing, indicator.MayBeNotApplicable) switch
    {
        (Missing.AtWorst, true) => Filled(tally, 0m),
        (Missing.AtWorst, false) => Filled(tally, indicator.Kind.Worst),
        (Missing.AtBest, true) => Filled(tally, indicator.Kind.Full),
        (Missing.AtBest, false) => Filled(tally, indicator.Kind.Best),
        _ => tally,
    };

    private static Tally Filled(Tally tally, decimal worth) =>
        tally with { Worth = tally.Worth + (tally.Missing * worth), Answered = tally.Answered + tally.Missing };
}
