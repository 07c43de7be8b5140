using System.Diagnostics;
using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>The rule by which the results of several techniques on one subject become one raw score.</summary>
public enum CombinationRule
{
    Lowest,
    Highest,
    Mean,

    /// <summary>The first technique, in the order of the indicator, that has an answer.</summary>
    Preferred,
}

/// <summary>
/// Declares that each technique of an indicator is a separate observation. A technique that does not apply
/// is left out; a subject does not apply if none of its techniques does.
/// </summary>
/// <param name="Divergence">
/// The smallest difference between the achievements of two techniques that is flagged: above 0, at most 1; null flags none.
/// </param>
public sealed record Combination(CombinationRule Rule, decimal? Divergence = null)
{
    /// <summary>Divisible by every possible number of techniques, 1 to 5.</summary>
    private const decimal Sixtieths = 60m;

    /// <summary>The number of parts into which a step of the raw score is divided, so that a mean over techniques stays exact.</summary>
    internal decimal Scale => Rule == CombinationRule.Mean ? Sixtieths : 1m;

    /// <summary>Combines raw scores, which are in the order of the techniques, to one, counted in parts.</summary>
    internal decimal Combine(IReadOnlyList<decimal> worths) => Rule switch
    {
        CombinationRule.Lowest => worths.Min(),
        CombinationRule.Highest => worths.Max(),
        CombinationRule.Mean => worths.Sum() * (Scale / worths.Count),
        CombinationRule.Preferred => worths[0],
        _ => throw new UnreachableException(),
    };
}

internal static class CombinationRules
{
    private const int MostDecimals = 4;

    public static IEnumerable<Fault> Check(Indicator indicator)
    {
        if (indicator.Combination is not { } combination)
        {
            yield break;
        }

        if (indicator.Techniques.Count < 2)
        {
            yield return InstrumentErrors.CombinationAlone.At("/combination");
        }

        for (var index = 0; index < indicator.Techniques.Count; index++)
        {
            if (indicator.Techniques.Take(index).Contains(indicator.Techniques[index]))
            {
                yield return InstrumentErrors.TechniqueTwice.At($"/techniques/{index}");
            }
        }

        if (combination.Divergence is { } least && (least is <= 0m or > 1m || !Rounding.HasAtMost(MostDecimals, least)))
        {
            yield return InstrumentErrors.DivergenceOutOfRange.At("/combination/divergence");
        }
    }
}
