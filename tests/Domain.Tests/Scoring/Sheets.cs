using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Scoring;

/// <summary>An instrument with answers for it, as a generator made them.</summary>
public sealed record Sheet(Instrument Instrument, IReadOnlyList<Answer> Answers)
{
    public UnitScore Figures => ScoreCalculator.Score(ScoreSheet.Of(Instrument, Answers));

    public ScoreCard Card => ScoreCalculator.Explain(ScoreSheet.Of(Instrument, Answers));

    /// <summary>The same answers on an instrument whose every indicator is changed.</summary>
    public Sheet With(Func<Indicator, Indicator> change) => this with
    {
        Instrument = Instrument.Of(Instrument.Definition with { Dimensions = [.. Instrument.Dimensions.Select(dimension => Changed(dimension, change))] }),
    };

    /// <summary>The same answers where every indicator might not have applied.</summary>
    public Sheet WithEverythingOptional() => With(indicator => indicator with { MayBeNotApplicable = true });

    /// <summary>What a person needs to follow a counterexample by hand.</summary>
    public override string ToString() => string.Join(
        '\n',
        [
            .. from dimension in Instrument.Dimensions
               from variable in dimension.Variables
               from indicator in variable.Indicators
               select string.Create(
                   CultureInfo.InvariantCulture,
                   $"{dimension.Weight} > {variable.Weight} > {indicator.Code} share {indicator.Share} x{indicator.Expected} {Described(indicator.Kind)} {Described(indicator)}"),
            .. Answers.Select(answer => $"{answer} [{string.Join(' ', answer.Checked ?? [])}]"),
        ]);

    private static string Described(Indicator indicator) =>
        indicator.Combination is { } combination ? $"{combination} {string.Join(' ', indicator.Techniques)}" : "";

    private static string Described(AnswerKind kind) =>
        kind is SteppedNumber stairs ? string.Join(' ', stairs.Steps) : kind.ToString();

    private static Dimension Changed(Dimension dimension, Func<Indicator, Indicator> change) => dimension with
    {
        Variables = [.. dimension.Variables.Select(variable => variable with
        {
            Indicators = [.. variable.Indicators.Select(change)],
        })],
    };
}

/// <summary>Sheets with answered, missing and not applicable observations in any mixture.</summary>
public static class AnySheet
{
    public static Arbitrary<Sheet> Sheets() => Arb.From(
        from instrument in Generate.Instruments
        from missing in Gen.Elements(0, 1, 5, 20)
        from notApplicable in Gen.Elements(0, 1, 5, 20)
        from sheet in Generate.SheetsOf(instrument, missing, notApplicable)
        select sheet,
        sheet => Shrink.Answers(sheet).Concat(Shrink.Indicators(sheet)));
}

/// <summary>Sheets where nothing is missing.</summary>
public static class FullSheet
{
    public static Arbitrary<Sheet> Sheets() => Arb.From(
        from instrument in Generate.Instruments
        from notApplicable in Gen.Elements(0, 1, 5, 20)
        from sheet in Generate.SheetsOf(instrument, missing: 0, notApplicable)
        select sheet,
        Shrink.Indicators);
}

/// <summary>Sheets small enough to try every set of indicators.</summary>
public static class SmallSheet
{
    public static Arbitrary<Sheet> Sheets() => Arb.From(
        AnySheet.Sheets().Generator.Where(sheet => sheet.Instrument.Indicators.Count <= 8),
        AnySheet.Sheets().Shrinker);
}

internal static class Shrink
{
    public static IEnumerable<Sheet> Answers(Sheet sheet) =>
        sheet.Answers.Select((_, index) => sheet with { Answers = [.. sheet.Answers.Take(index), .. sheet.Answers.Skip(index + 1)] });

    /// <summary>Without one indicator, where its variable can do without.</summary>
    public static IEnumerable<Sheet> Indicators(Sheet sheet) =>
        from gone in sheet.Instrument.Indicators
        let definition = sheet.Instrument.Definition with { Dimensions = [.. sheet.Instrument.Dimensions.Select(dimension => Without(dimension, gone))] }
        where InstrumentRules.Check(definition).Count == 0
        select new Sheet(Instrument.Of(definition), [.. sheet.Answers.Where(answer => answer.Indicator != gone.Code)]);

    private static Dimension Without(Dimension dimension, Indicator gone) =>
        dimension with
        {
            Variables = [.. dimension.Variables.Select(variable => variable with { Indicators = [.. variable.Indicators.Where(each => each != gone)] })],
        };
}
