using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Scoring;

/// <summary>Random instruments that keep the rules, and answers that fit them.</summary>
internal static class Generate
{
    public static Gen<Instrument> Instruments =>
        from count in Gen.Choose(1, 4)
        from weights in Parts(100_00, count)
        from dimensions in Gen.CollectToArray(weights.Select((weight, index) => DimensionOf($"d{index}", weight)))
        select An.Instrument(dimensions);

    /// <summary>Of ten observations about so many are missing or not applicable; twenty and more outweigh the answered.</summary>
    public static Gen<Sheet> SheetsOf(Instrument instrument, int missing, int notApplicable) =>
        from answers in Gen.CollectToArray(Answers.SlotsOf(instrument).Select(slot => Gen.Frequency(
            (10, AnswerOf(slot.Indicator, slot.Subject).Select(answer => (Answer?)(answer! with { Technique = slot.Technique }))),
            (missing, Gen.Constant<Answer?>(null)),
            (slot.Indicator.MayBeNotApplicable ? notApplicable : 0,
                Gen.Constant<Answer?>(Answers.NotApplicable(slot.Indicator.Code, slot.Subject) with { Technique = slot.Technique })))))
        select new Sheet(instrument, [.. answers.OfType<Answer>()]);

    /// <summary>Hundredths cut into parts, some of which may be nothing.</summary>
    private static Gen<decimal[]> Parts(int hundredths, int count) =>
        from cuts in Gen.ArrayOf(Gen.Choose(0, hundredths), count - 1)
        let edges = cuts.Order().Prepend(0).Append(hundredths).ToArray()
        select edges.Zip(edges.Skip(1), (left, right) => (right - left) / 100m).ToArray();

    private static Gen<Dimension> DimensionOf(string code, decimal weight) =>
        from count in Gen.Choose(1, 3)
        from weights in Parts((int)(weight * 100), count)
        from variables in Gen.CollectToArray(weights.Select((part, index) => VariableOf($"{code}.v{index}", part)))
        select An.Dimension(code, weight, variables);

    private static Gen<Variable> VariableOf(string code, decimal weight) =>
        from count in Gen.Choose(1, 4)
        from indicators in Gen.CollectToArray(Enumerable.Range(0, count).Select(index => IndicatorOf($"{code}.i{index}")))
        let weighed = indicators.Any(indicator => indicator.Share > 0)
        select An.Variable(code, weight, weighed ? indicators : [indicators[0] with { Share = 1m }, .. indicators[1..]]);

    private static Gen<Indicator> IndicatorOf(string code) =>
        from share in Gen.Choose(0, 5)
        from kind in Kinds
        from subject in Gen.Elements(SubjectKind.Unit, SubjectKind.Product, SubjectKind.Respondent, SubjectKind.Official)
        from expected in Gen.Choose(1, 6)
        from optional in Gen.Elements(true, false)
        from techniques in Gen.Shuffle(Enum.GetValues<Technique>())
        from combined in Gen.Choose(2, techniques.Length)
        from combination in Combinations
        select An.Indicator(code, share, kind, subject, subject == SubjectKind.Unit ? 1 : expected, optional, combination, techniques[..combined]);

    private static Gen<Combination?> Combinations => Gen.Frequency(
        (4, Gen.Constant<Combination?>(null)),
        (1, from rule in Gen.Elements(Enum.GetValues<CombinationRule>())
            from divergence in Gen.Choose(0, 20)
            select (Combination?)new Combination(rule, divergence == 0 ? null : divergence / 20m)));

    private static Gen<AnswerKind> Kinds => Gen.OneOf<AnswerKind>(
        from lowest in Gen.Choose(-1, 1)
        from count in Gen.Choose(1, 6)
        select (AnswerKind)new Levels(lowest, lowest + count),
        from first in Gen.Choose(-50, 1000)
        from length in Gen.Choose(1, 1000)
        from rising in Gen.Elements(true, false)
        let ends = (Low: first / 10m, High: (first + length) / 10m)
        select (AnswerKind)(rising ? new LinearNumber(ends.Low, ends.High) : new LinearNumber(ends.High, ends.Low)),
        from achievements in Gen.Choose(1, 4).SelectMany(count => Gen.ArrayOf(Gen.Choose(0, 20), count))
        select (AnswerKind)new SteppedNumber(0m, 100m, [.. achievements.Select((achievement, index) => new Step(index * 25m, achievement / 20m))]),
        from count in Gen.Choose(1, 7)
        select (AnswerKind)An.Options(count));

    private static Gen<Answer?> AnswerOf(Indicator indicator, string subject) => indicator.Kind switch
    {
        Levels levels => Gen.Choose(levels.Lowest, levels.Highest).Select(level => (Answer?)Answers.Level(indicator.Code, level, subject)),
        LinearNumber line => Between(line.Lowest, line.Highest).Select(number => (Answer?)Answers.Number(indicator.Code, number, subject)),
        SteppedNumber stairs => Between(stairs.Lowest, stairs.Highest).Select(number => (Answer?)Answers.Number(indicator.Code, number, subject)),
        Checklist list => Gen.SubListOf<ChecklistOption>(list.Options)
            .Select(options => (Answer?)new Answer(indicator.Code, subject) { Checked = [.. options.Select(option => option.Code)] }),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
    };

    /// <summary>With one decimal or with four, as surveys print them; both ends now and then.</summary>
    private static Gen<decimal> Between(decimal lowest, decimal highest) => Gen.OneOf(
        Gen.Elements(lowest, highest),
        Gen.Choose((int)(lowest * 10), (int)(highest * 10)).Select(tenths => tenths / 10m),
        Gen.Choose((int)(lowest * 10_000), (int)(highest * 10_000)).Select(tenThousandths => tenThousandths / 10_000m));
}
