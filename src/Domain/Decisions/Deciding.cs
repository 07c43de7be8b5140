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
    /// <param name="text">The input as <see cref="DecidedText"/> writes it.</param>
    public static DecidedUnit Decide(Instrument instrument, string name, UnitInput input, string text)
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
            Digest.Of(text),
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
        var places = Ranking.PlacesOf(
            [.. all.Where(each => each.Score is not null)], each => each.Code, each => each.Kind, each => each.Region, each => each.Score!.Value);

        return
        [
            .. all.OrderBy(each => each.Code, StringComparer.Ordinal).Select(each => places.TryGetValue(each.Code, out var place)
                ? each with { National = place.National, Province = place.Province }
                : each with { National = null, Province = null }),
        ];
    }

    private static DecidedIndicator FiguresOf(IndicatorScore indicator) => new(
        indicator.Indicator.Code,
        indicator.Node.EffectiveWeight,
        indicator.Node.Points,
        indicator.Achievement,
        indicator.AnsweredCount,
        indicator.NotApplicableCount);
}
