using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Scoring;

/// <summary>Sheets whose every indicator averages the same half hundredth, so the total is that tie however weights divide.</summary>
public sealed record Tied(Sheet Sheet, decimal Total)
{
    public override string ToString() => $"{Total}\n{Sheet}";
}

public static class AnyTie
{
    public static Arbitrary<Tied> Ties() => Arb.From(
        from instrument in Generate.Instruments
        from hundredths in Gen.Choose(0, 99_99)
        let total = (hundredths / 100m) + 0.005m
        from spread in Gen.Choose(0, (int)(Math.Min(total, 100m - total) * 1000))
        from missing in Gen.Choose(0, 3)
        select new Tied(SheetOf(instrument, total, spread / 1000m, missing), total));

    /// <summary>Every pair of subjects lies as far above the tie as below; an odd one hits it. Techniques that are combined agree.</summary>
    private static Sheet SheetOf(Instrument instrument, decimal total, decimal spread, int missing)
    {
        var numbers = Instrument.Of(instrument.Definition with { Dimensions = [.. instrument.Dimensions.Select(Measured)] });
        var answers =
            from place in Enumerable.Range(0, numbers.Indicators.Count)
            let indicator = numbers.Indicators[place]
            where missing == 0 || place % (missing + 1) == 0
            from number in Enumerable.Range(1, indicator.Expected)
            let offset = number == indicator.Expected && number % 2 == 1 ? 0m : number % 2 == 1 ? spread : -spread
            from technique in indicator.ObservedBy
            select Answers.Number(indicator.Code, total + offset, new Subject(indicator.Subject, number).ToString()) with { Technique = technique };

        return new(numbers, [.. answers]);
    }

    private static Dimension Measured(Dimension dimension) => dimension with
    {
        Variables = [.. dimension.Variables.Select(variable => variable with
        {
            Indicators = [.. variable.Indicators.Select(indicator => indicator with { Kind = new LinearNumber(0m, 100m) })],
        })],
    };
}

public sealed class TieProperties
{
    [RandomCases(2000, Arbitrary = [typeof(AnyTie)])]
    public void A_tie_is_rounded_up_however_the_weights_divide(Tied tied)
    {
        if (tied.Sheet.Figures.Outcome is { } outcome)
        {
            outcome.Score.Value.Should().Be(tied.Total + 0.005m);
        }
    }

    [RandomCases(2000, Arbitrary = [typeof(AnyTie)])]
    public void The_least_step_below_a_tie_is_rounded_down(Tied tied)
    {
        var counting = tied.Sheet.Card.Dimensions
            .SelectMany(dimension => dimension.Variables)
            .SelectMany(variable => variable.Indicators)
            .FirstOrDefault(indicator => indicator.Node.EffectiveWeight > 0 && indicator.RawScores[0] > 0);

        if (counting is not null)
        {
            Lowered(tied.Sheet, counting.Indicator.Code).Figures.Outcome!.Value.Score.Value.Should().Be(tied.Total - 0.005m);
        }
    }

    private static Sheet Lowered(Sheet sheet, string indicator)
    {
        var first = sheet.Answers.First(answer => answer.Indicator == indicator);

        return sheet with
        {
            Answers = [.. sheet.Answers.Select(answer =>
                (answer.Indicator, answer.Subject) == (first.Indicator, first.Subject) ? answer with { Number = answer.Number - 0.0001m } : answer)],
        };
    }
}
