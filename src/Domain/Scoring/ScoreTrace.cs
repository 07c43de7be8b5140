using Compliance.Domain.Common;

namespace Compliance.Domain.Scoring;

/// <summary>One step of the arithmetic, as a person would write it down.</summary>
public sealed record TraceLine(string Node, string Working);

/// <summary>Traces each number of a card, from the observations to the rounded score.</summary>
public static class ScoreTrace
{
    public const string TotalNode = "total";

    public static IEnumerable<TraceLine> Of(ScoreCard card)
    {
        foreach (var dimension in card.Dimensions)
        {
            foreach (var variable in dimension.Variables)
            {
                foreach (var indicator in variable.Indicators.Where(indicator => indicator.RawScores.Count > 0))
                {
                    yield return new(indicator.Indicator.Code, Working(indicator));
                }

                yield return new($"{dimension.Dimension.Code}.{variable.Variable.Code}", Sum(variable.Indicators.Select(child => child.Node), variable.Node));
            }

            if (dimension.Variables.Count > 0)
            {
                yield return new(dimension.Dimension.Code, Sum(dimension.Variables.Select(child => child.Node), dimension.Node));
            }
        }

        if (card.Figures is { Unrounded: { } unrounded, Outcome: { } outcome })
        {
            var parts = string.Join(" + ", card.Dimensions.Where(each => each.Node.Points is not null).Select(each => Short(each.Node.Points!.Value)));

            yield return new(TotalNode, $"{parts} = {Short(unrounded)} -> {outcome.Score} -> {outcome.Band.Category}");
        }
    }

    private static string Working(IndicatorScore indicator)
    {
        var full = Short(indicator.Indicator.Kind.Full);
        var worths = string.Join(" + ", indicator.RawScores.Select(Short));

        return $"{Combined(indicator)}({worths}) / ({indicator.RawScores.Count} x {full}) = {Short(indicator.Achievement!.Value)}; "
            + $"{Short(indicator.Node.EffectiveWeight)} x {Short(indicator.Achievement.Value)} = {Short(indicator.Node.Points ?? 0m)}";
    }

    /// <summary>The combination of the techniques, subject by subject; empty if they are not combined.</summary>
    private static string Combined(IndicatorScore indicator) => string.Concat(indicator.Subjects.Select(subject =>
        $"{subject.Subject}: {indicator.Indicator.Combination!.Rule.ToCamelCase()}("
        + $"{string.Join(", ", subject.Techniques.Select(each => $"{each.Technique.ToCamelCase()} {Short(each.RawScore)}"))}) = {Short(subject.RawScore)}; "));

    private static string Sum(IEnumerable<NodeScore> children, NodeScore node) => node.Points is { } points
        ? $"{string.Join(" + ", children.Where(child => child.Points is not null).Select(child => Short(child.Points!.Value)))} = {Short(points)}"
        : "-";

    private static string Short(decimal value) => Figures.English(Rounding.HalfAwayFromZero(value, 6));
}
