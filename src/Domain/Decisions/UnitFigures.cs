using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>
/// What the inputs of one unit come to, down to every indicator. Computed once, when head office verifies the assessment or a correction puts other
/// inputs in their place; a decision only combines. Written once: other inputs are other figures.
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

    /// <summary>Null where nothing with a weight applied.</summary>
    public Score? Score { get; }

    public IReadOnlyList<DimensionPoints> Dimensions { get; }

    /// <summary>As <see cref="DecidedTextWriter"/> writes them: stored, hashed and published to the byte.</summary>
    public string Text { get; }

    /// <summary>In the order of the instrument. Read when they are first asked for.</summary>
    public IReadOnlyList<DecidedIndicator> Indicators => indicators ??= DecidedTextParser.IndicatorsOf(Text);

    public UnitFiguresSummary Head => new(AssessmentId, InputsSha256, Sha256, Score, Dimensions);

    /// <summary>Pure: the same inputs under the same instrument give the same text, to the byte.</summary>
    /// <param name="input">Of a unit that was assessed.</param>
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

/// <summary>All that a decision needs of them: what is announced, and the hash of the rest.</summary>
public sealed record UnitFiguresSummary(AssessmentId Assessment, string InputsSha256, string Sha256, Score? Score, IReadOnlyList<DimensionPoints> Dimensions);

/// <summary>The figures of one indicator, unrounded.</summary>
/// <param name="Weight">In points, after the weight of what is not applicable went to its siblings.</param>
/// <param name="Points">Null where nothing applied.</param>
/// <param name="Achievement">A part of 1.</param>
public sealed record DecidedIndicator(string Code, decimal Weight, decimal? Points, decimal? Achievement, int Answered, int NotApplicable);
