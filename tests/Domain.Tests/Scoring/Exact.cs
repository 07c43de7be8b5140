using System.Numerics;

namespace Compliance.Domain.Tests.Scoring;

/// <summary>A fraction that never rounds.</summary>
internal readonly record struct Fraction(BigInteger Over, BigInteger Under) : IComparable<Fraction>
{
    public static readonly Fraction Zero = new(0, 1);

    public static implicit operator Fraction(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = unchecked((((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32)) | (uint)bits[0]);

        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        Reduced((left.Over * right.Under) + (right.Over * left.Under), left.Under * right.Under);

    public static Fraction operator *(Fraction left, Fraction right) => Reduced(left.Over * right.Over, left.Under * right.Under);

    public static Fraction operator /(Fraction left, Fraction right) => Reduced(left.Over * right.Under, left.Under * right.Over);

    /// <summary>In hundredths, halves away from zero; only for what is not negative.</summary>
    public int Hundredths => (int)(((Over * 200) + Under) / (Under * 2));

    public int CompareTo(Fraction other) => (Over * other.Under).CompareTo(other.Over * Under);

    private static Fraction Reduced(BigInteger over, BigInteger under)
    {
        var common = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;

        return new(over / common, under / common);
    }
}

/// <summary>
/// The definition of a score, written as plainly as it can be said and without any rounding but the last:
/// what counts at each level is averaged by weight, from the observations up to the whole.
/// </summary>
internal static class Exact
{
    public static int? HundredthsOf(Instrument instrument, IReadOnlyList<Answer> answers) =>
        Mean(instrument.Dimensions.Select(dimension => (dimension.Weight, Achievement(dimension, answers)))) is { } whole
            ? (whole * 100m).Hundredths
            : null;

    private static Fraction? Achievement(Dimension dimension, IReadOnlyList<Answer> answers) =>
        Mean(dimension.Variables.Select(variable => (variable.Weight, Achievement(variable, answers))));

    private static Fraction? Achievement(Variable variable, IReadOnlyList<Answer> answers) =>
        Mean(variable.Indicators.Select(indicator => (indicator.Share, Achievement(indicator, answers))));

    private static Fraction? Achievement(Indicator indicator, IReadOnlyList<Answer> answers) =>
        Mean(answers
            .Where(answer => answer.Indicator == indicator.Code && !answer.NotApplicable)
            .GroupBy(answer => answer.Subject)
            .Select(subject => (1m, (Fraction?)Combined(indicator, [.. subject.OrderBy(answer => PlaceOf(indicator, answer))]))));

    private static int PlaceOf(Indicator indicator, Answer answer) => indicator.Combination is null ? 0 : indicator.Techniques.ToList().IndexOf(answer.Technique!.Value);

    private static Fraction Combined(Indicator indicator, IReadOnlyList<Answer> answers)
    {
        Fraction[] found = [.. answers.Select(answer => Achievement(indicator.Kind, answer))];

        return indicator.Combination?.Rule switch
        {
            null or CombinationRule.Preferred => found[0],
            CombinationRule.Lowest => found.Min(),
            CombinationRule.Highest => found.Max(),
            CombinationRule.Mean => found.Aggregate(Fraction.Zero, (sum, each) => sum + each) / found.Length,
            _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
        };
    }

    private static Fraction Achievement(AnswerKind kind, Answer answer) => kind switch
    {
        Levels levels => (Fraction)(answer.Level!.Value - levels.Lowest) / (levels.Highest - levels.Lowest),
        LinearNumber line => (Fraction)(answer.Number!.Value - line.AtWorst) / (line.AtBest - line.AtWorst),
        SteppedNumber stairs => stairs.Steps.Where(step => step.From <= answer.Number!.Value).MaxBy(step => step.From)!.Achievement,
        Checklist list => (Fraction)answer.Checked!.Count / list.Options.Count,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Fraction? Mean(IEnumerable<(decimal Weight, Fraction? Value)> parts)
    {
        var (sum, weights) = (Fraction.Zero, Fraction.Zero);

        foreach (var (weight, value) in parts)
        {
            if (weight > 0 && value is { } counting)
            {
                sum += weight * counting;
                weights += weight;
            }
        }

        return weights.Over.IsZero ? null : sum / weights;
    }
}
