using System.Diagnostics;
using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>How what several techniques found on one subject becomes one worth.</summary>
public enum CombinationRule
{
    Lowest,
    Highest,
    Mean,

    /// <summary>The first, in the order of the indicator's techniques, that has an answer.</summary>
    Preferred,
}

/// <summary>
/// Says of an indicator that each of its techniques is an observation of its own. A technique that does not apply
/// is left out; a subject does not apply where none of its techniques does.
/// </summary>
/// <param name="Divergence">
/// The least difference between the achievements of two techniques that is flagged: above 0, at most 1; null flags none.
/// </param>
public sealed record Combination(CombinationRule Rule, decimal? Divergence = null)
{
    /// <summary>Divides by each number of techniques that there can be, 1 to 5.</summary>
    private const decimal Sixtieths = 60m;

    /// <summary>Into how many parts a step of worth is cut, so that a mean over techniques stays exact.</summary>
    internal decimal Scale => Rule == CombinationRule.Mean ? Sixtieths : 1m;

    /// <summary>One worth, in parts, of one or more that are in the order of the techniques.</summary>
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
