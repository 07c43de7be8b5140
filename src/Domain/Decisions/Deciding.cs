using Compliance.Domain.Audit;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>Computes what a decision fixes. Pure: the same inputs under the same instrument give the same text, to the byte.</summary>
public static class Deciding
{
    /// <param name="name">Of the unit, as it is called when it is decided.</param>
    public static DecidedUnit Decide(Instrument instrument, string name, UnitInput input)
    {
        if (input.NotAssessed is { } reason)
        {
            return new(input.Unit, name, input.Assessment, ResultStatus.NotAssessed, reason, null, null, null, null, null, [], []);
        }

        var card = ScoreCalculator.Explain(ScoreSheet.Of(instrument, input.Planned, input.Answers));
        var outcome = card.Figures.Outcome;

        return new(
            input.Unit,
            name,
            input.Assessment,
            ResultStatus.Assessed,
            null,
            outcome?.Score,
            outcome?.Band.Category,
            outcome?.Band.Zone?.Code,
            card.Figures.Unrounded,
            Digest.Of(DecidedText.InputOf(input)),
            [.. card.Dimensions.Where(each => each.Node.Points is not null).Select(each => new DimensionPoints(each.Dimension.Code, Score.Of(each.Node.Points!.Value)))],
            [.. card.Dimensions.SelectMany(dimension => dimension.Variables).SelectMany(variable => variable.Indicators).Select(FiguresOf)]);
    }

    /// <summary>An institution from all of its units; its places follow once every other one is known (<see cref="Ranked"/>).</summary>
    public static DecidedContent Combine(Instrument instrument, string code, InstitutionKind kind, string? region, IEnumerable<DecidedUnit> units)
    {
        List<DecidedUnit> ordered = [.. units.OrderBy(unit => unit.Name, StringComparer.Ordinal).ThenBy(unit => unit.Unit.Value)];
        List<Score> scores = [.. ordered.Select(unit => unit.Score).OfType<Score>()];
        Outcome? outcome = scores.Count == 0 ? null : Outcome.Of(instrument, InstitutionScore.Of(scores));

        return new(code, kind, region, outcome?.Score, outcome?.Band.Category, outcome?.Band.Zone?.Code, null, null, ordered);
    }

    /// <summary>Gives each its places among its kind, nationally and within its province. Those without a score have none.</summary>
    /// <returns>In the order of the codes.</returns>
    public static IReadOnlyList<DecidedContent> Ranked(IReadOnlyCollection<DecidedContent> all)
    {
        var scored = all.Where(each => each.Score is not null).ToList();
        var national = PlacesIn(scored.GroupBy(each => each.Kind));
        var provincial = PlacesIn(scored.Where(each => each.Region is not null).GroupBy(each => (each.Kind, each.Region)));

        return
        [
            .. all.OrderBy(each => each.Code, StringComparer.Ordinal).Select(each => each with
            {
                National = national.TryGetValue(each.Code, out var place) ? place : null,
                Province = provincial.TryGetValue(each.Code, out var within) ? within : null,
            }),
        ];
    }

    private static DecidedIndicator FiguresOf(IndicatorScore indicator) => new(
        indicator.Indicator.Code,
        indicator.Node.EffectiveWeight,
        indicator.Node.Points,
        indicator.Achievement,
        indicator.AnsweredCount,
        indicator.NotApplicableCount);

    private static Dictionary<string, Rank> PlacesIn<TKey>(IEnumerable<IGrouping<TKey, DecidedContent>> groups) =>
        groups.SelectMany(group => Ranking.Of(group, each => each.Score!.Value)).ToDictionary(each => each.Item.Code, each => each.Rank);
}
