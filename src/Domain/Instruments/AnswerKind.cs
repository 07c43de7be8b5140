using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>
/// How an indicator is answered, and the raw score of an answer. Raw scores are whole or decimal
/// steps up to <see cref="Full"/>, so that their sums are exact and the only division comes last.
/// </summary>
public abstract record AnswerKind
{
    /// <summary>The raw score that is an achievement of 1.</summary>
    public abstract decimal Full { get; }

    /// <summary>The lowest and the highest raw score that an answer can have.</summary>
    public abstract decimal Worst { get; }

    public abstract decimal Best { get; }

    /// <summary>Returns the fault of an answer's value, or null.</summary>
    internal abstract Fault? Check(Answer answer);

    /// <summary>The raw score of an answer that <see cref="Check"/> accepted.</summary>
    internal abstract decimal RawScore(Answer answer);
}

/// <summary>Ordinal levels from <paramref name="Lowest"/> to <paramref name="Highest"/>, evenly spaced.</summary>
public sealed record Levels(int Lowest, int Highest) : AnswerKind
{
    public override decimal Full => Highest - Lowest;

    public override decimal Worst => 0m;

    public override decimal Best => Full;

    internal override Fault? Check(Answer answer) => answer.Level switch
    {
        null => AnswerErrors.LevelExpected.At("/level"),
        { } level when level < Lowest || level > Highest => AnswerErrors.LevelOutOfRange(level, Lowest, Highest).At("/level"),
        _ => null,
    };

    internal override decimal RawScore(Answer answer) => answer.Level!.Value - Lowest;
}

/// <summary>A measured number whose achievement is linear from <paramref name="AtWorst"/> (0) to <paramref name="AtBest"/> (1).</summary>
public sealed record LinearNumber(decimal AtWorst, decimal AtBest) : AnswerKind
{
    public override decimal Full => Math.Abs(AtBest - AtWorst);

    public override decimal Worst => 0m;

    public override decimal Best => Full;

    public decimal Lowest => Math.Min(AtWorst, AtBest);

    public decimal Highest => Math.Max(AtWorst, AtBest);

    internal override Fault? Check(Answer answer) => NumberRules.Check(answer, Lowest, Highest);

    internal override decimal RawScore(Answer answer) => Math.Abs(answer.Number!.Value - AtWorst);
}

/// <summary>A measured number from <paramref name="Lowest"/> to <paramref name="Highest"/> whose achievement changes in steps.</summary>
/// <param name="Steps">Ascending; the first starts at <paramref name="Lowest"/>.</param>
public sealed record SteppedNumber(decimal Lowest, decimal Highest, IReadOnlyList<Step> Steps) : AnswerKind
{
    public override decimal Full => 1m;

    public override decimal Worst => Steps.Min(step => step.Achievement);

    public override decimal Best => Steps.Max(step => step.Achievement);

    internal override Fault? Check(Answer answer) => NumberRules.Check(answer, Lowest, Highest);

    internal override decimal RawScore(Answer answer) => Steps.Last(step => step.From <= answer.Number!.Value).Achievement;
}

/// <summary>The achievement (0 to 1) of numbers from this one (inclusive) upwards.</summary>
public sealed record Step(decimal From, decimal Achievement);

/// <summary>Items that are present or not; each one found counts the same.</summary>
public sealed record Checklist(IReadOnlyList<ChecklistOption> Options) : AnswerKind
{
    public override decimal Full => Options.Count;

    public override decimal Worst => 0m;

    public override decimal Best => Full;

    internal override Fault? Check(Answer answer)
    {
        if (answer.Checked is not { } found)
        {
            return AnswerErrors.ChecklistExpected.At("/checked");
        }

        for (var index = 0; index < found.Count; index++)
        {
            if (Options.All(option => option.Code != found[index]))
            {
                return AnswerErrors.UnknownOption(found[index], Options).At($"/checked/{index}");
            }

            if (found.Take(index).Contains(found[index]))
            {
                return AnswerErrors.OptionTwice.At($"/checked/{index}");
            }
        }

        return null;
    }

    internal override decimal RawScore(Answer answer) => answer.Checked!.Count;
}

public sealed record ChecklistOption(string Code, LocalizedText Label);

internal static class NumberRules
{
    /// <summary>More decimals than surveys publish; the limit keeps every sum of numbers exact.</summary>
    private const int MostDecimals = 4;

    public static Fault? Check(Answer answer, decimal lowest, decimal highest) => answer.Number switch
    {
        null => AnswerErrors.NumberExpected.At("/number"),
        { } number when number < lowest || number > highest => AnswerErrors.NumberOutOfRange(number, lowest, highest).At("/number"),
        { } number when !Rounding.HasAtMost(MostDecimals, number) => AnswerErrors.TooManyDecimals(MostDecimals).At("/number"),
        _ => null,
    };
}
