using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>Combines units to the content of a decision. Pure: the same figures under the same instrument give the same text, byte for byte.</summary>
public static class DecisionCalculator
{
    /// <summary>Combines the units of an institution; its ranks are set once all institutions are combined (<see cref="Ranked"/>).</summary>
    public static DecidedContent Combine(Instrument instrument, string code, InstitutionKind kind, string? region, IEnumerable<DecidedUnit> units)
    {
        List<DecidedUnit> ordered = [.. units.OrderBy(unit => unit.Name, StringComparer.Ordinal).ThenBy(unit => unit.Unit.Value)];
        List<Score> scores = [.. ordered.Select(unit => unit.Score).OfType<Score>()];
        Outcome? outcome = scores.Count == 0 ? null : Outcome.Of(instrument, InstitutionScore.Of(scores));

        return new(code, kind, region, outcome?.Score, outcome?.Band.Category, outcome?.Band.Zone?.Code, null, null, ordered);
    }

    /// <summary>Sets the ranks of each institution among its kind, nationally and within its province. Those without a score have none.</summary>
    /// <returns>Ordered by code.</returns>
    public static IReadOnlyList<DecidedContent> Ranked(IReadOnlyCollection<DecidedContent> all)
    {
        var places = Ranking.RanksOf(
            [.. all.Where(each => each.Score is not null)], each => each.Code, each => each.Kind, each => each.Region, each => each.Score!.Value);

        return
        [
            .. all.OrderBy(each => each.Code, StringComparer.Ordinal).Select(each => places.TryGetValue(each.Code, out var place)
                ? each with { National = place.National, Province = place.Province }
                : each with { National = null, Province = null }),
        ];
    }
}
