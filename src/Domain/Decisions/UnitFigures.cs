using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>
/// The figures computed from the inputs of one unit, down to every indicator. Computed once, when head office verifies the assessment or when a
/// correction replaces its inputs; a decision only combines them. Append-only: other inputs have other figures.
/// </summary>
public sealed class UnitFigures
{
    private IReadOnlyList<DecidedIndicator>? indicators;

    private UnitFigures(AssessmentId assessmentId, string inputsSha256, string sha256, Score? score, IReadOnlyList<DimensionPoints> dimensions, string text) =>
        (AssessmentId, InputsSha256, Sha256, Score, Dimensions, Text) = (assessmentId, inputsSha256, sha256, score, dimensions, text);

    public AssessmentId AssessmentId { get; }

    /// <inheritdoc cref="DecisionHashes.OfInput(UnitInput)" path="/summary"/>
    public string InputsSha256 { get; }

    /// <inheritdoc cref="DecisionHashes.OfFigures" path="/summary"/>
    public string Sha256 { get; }

    /// <summary>Null if nothing with a weight applied.</summary>
    public Score? Score { get; }

    public IReadOnlyList<DimensionPoints> Dimensions { get; }

    /// <summary>As <see cref="DecidedTextWriter"/> writes them: stored, hashed and published byte for byte.</summary>
    public string Text { get; }

    /// <summary>In the order of the instrument. Parsed on first use.</summary>
    public IReadOnlyList<DecidedIndicator> Indicators => indicators ??= DecidedTextParser.IndicatorsOf(Text);

    public UnitFiguresSummary Head => new(AssessmentId, InputsSha256, Sha256, Score, Dimensions);

    /// <summary>Pure: the same inputs under the same instrument give the same text, byte for byte.</summary>
    /// <param name="input">The inputs of an assessed unit.</param>
    public static UnitFigures Of(Instrument instrument, UnitInput input)
    {
        var card = ScoreCalculator.Explain(ScoreSheet.Of(instrument, input.Planned, input.Answers));
        var inputs = DecisionHashes.OfInput(input);
        var text = DecidedTextWriter.FiguresOf(
            input.Assessment,
            inputs,
            card.Figures.Unrounded,
            card.Dimensions.SelectMany(dimension => dimension.Variables).SelectMany(variable => variable.Indicators).Select(FiguresOf));

        return new(
            input.Assessment,
            inputs,
            DecisionHashes.OfFigures(text),
            card.Figures.Outcome?.Score,
            [.. card.Dimensions.Where(each => each.Node.Points is not null).Select(each => new DimensionPoints(each.Dimension.Code, Compliance.Domain.Common.Score.Of(each.Node.Points!.Value)))],
            text);
    }

    private static DecidedIndicator FiguresOf(IndicatorScore indicator) => new(
        indicator.Indicator.Code,
        indicator.Node.EffectiveWeight,
        indicator.Node.Points,
        indicator.Achievement,
        indicator.AnsweredCount,
        indicator.NotApplicableCount);
}

/// <summary>The part of the figures that a decision needs: what is announced, and the hash of the rest.</summary>
public sealed record UnitFiguresSummary(AssessmentId Assessment, string InputsSha256, string Sha256, Score? Score, IReadOnlyList<DimensionPoints> Dimensions);

/// <summary>The figures of one indicator, unrounded.</summary>
/// <param name="Weight">In points, after the weight of what is not applicable was distributed to its siblings.</param>
/// <param name="Points">Null if nothing applied.</param>
/// <param name="Achievement">From 0 to 1.</param>
public sealed record DecidedIndicator(string Code, decimal Weight, decimal? Points, decimal? Achievement, int Answered, int NotApplicable);
