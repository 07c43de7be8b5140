namespace Compliance.Domain.Tests;

/// <summary>Answers in few words, and the best and worst that each kind of question allows.</summary>
internal static class Answers
{
    public static Answer Level(string indicator, int level, string subject = "unit") => new(indicator, subject) { Level = level };

    public static Answer Number(string indicator, decimal number, string subject = "unit") => new(indicator, subject) { Number = number };

    public static Answer Checked(string indicator, params string[] options) => new(indicator, "unit") { Checked = options };

    public static Answer NotApplicable(string indicator, string subject = "unit") =>
        new(indicator, subject) { NotApplicable = true, Reason = "No such service." };

    public static UnitScore Figures(Instrument instrument, params Answer[] answers) => ScoreCalculator.Score(ScoreSheet.Of(instrument, answers));

    public static ScoreCard Card(Instrument instrument, params Answer[] answers) => ScoreCalculator.Explain(ScoreSheet.Of(instrument, answers));

    /// <summary>In the order of the instrument; the technique is named where several are combined.</summary>
    public static IEnumerable<(Indicator Indicator, string Subject, Technique? Technique)> SlotsOf(Instrument instrument) =>
        from indicator in instrument.Indicators
        from number in Enumerable.Range(1, indicator.Expected)
        from technique in indicator.ObservedBy
        select (indicator, new Subject(indicator.Subject, number).ToString(), technique);

    public static Answer[] Everywhere(Instrument instrument, Func<Indicator, string, Answer> answer) =>
        [.. SlotsOf(instrument).Select(slot => answer(slot.Indicator, slot.Subject) with { Technique = slot.Technique })];

    public static Answer Best(Indicator indicator, string subject) => indicator.Kind switch
    {
        Levels levels => Level(indicator.Code, levels.Highest, subject),
        LinearNumber number => Number(indicator.Code, number.AtBest, subject),
        SteppedNumber number => Number(indicator.Code, number.Steps.MaxBy(step => step.Achievement)!.From, subject),
        Checklist list => new(indicator.Code, subject) { Checked = [.. list.Options.Select(option => option.Code)] },
        _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
    };

    public static Answer Worst(Indicator indicator, string subject) => indicator.Kind switch
    {
        Levels levels => Level(indicator.Code, levels.Lowest, subject),
        LinearNumber number => Number(indicator.Code, number.AtWorst, subject),
        SteppedNumber number => Number(indicator.Code, number.Steps.MinBy(step => step.Achievement)!.From, subject),
        Checklist => new(indicator.Code, subject) { Checked = [] },
        _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
    };
}
