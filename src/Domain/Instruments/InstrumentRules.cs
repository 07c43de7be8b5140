using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>The rules that make an instrument valid. Every fault has a JSON pointer.</summary>
public static class InstrumentRules
{
    private const int MostExpected = 1000;

    /// <summary>A score multiplies up to five figures; within this bound no product overflows a decimal.</summary>
    private const decimal LargestFigure = 1_000_000m;

    private const int MostDecimals = 4;

    public static IReadOnlyList<Fault> Check(InstrumentDefinition definition)
    {
        var faults = new List<Fault>();

        CheckCode(faults, [], definition.Code, "/code");
        CheckCodes(faults, "/zones", definition.Zones, zone => zone.Code);
        CheckCodes(faults, "/qualifiers", definition.Qualifiers, qualifier => qualifier.Code);
        CheckBands(faults, definition.Bands);
        CheckDimensions(faults, definition.Dimensions);
        CheckIndicatorCodes(faults, definition.Dimensions);

        return faults;
    }

    /// <summary>Bands cover 0.00 to 100.00 in hundredths, each value in exactly one band.</summary>
    private static void CheckBands(List<Fault> faults, IReadOnlyList<Band> bands)
    {
        if (bands.Count == 0)
        {
            faults.Add(InstrumentErrors.NoBands.At("/bands"));

            return;
        }

        CheckCodes(faults, "/bands", bands, band => band.Category, "category");
        var next = 0m;

        foreach (var (band, index) in bands.Select((band, index) => (band, index)).OrderBy(pair => pair.band.From))
        {
            var pointer = $"/bands/{index}";

            if (!Score.IsExact(band.From) || !Score.IsExact(band.To))
            {
                faults.Add(InstrumentErrors.TooFine.At(pointer));
            }

            if (band.To < band.From)
            {
                faults.Add(InstrumentErrors.BandCrosses.At(pointer + "/to"));

                continue;
            }

            if (band.From > next)
            {
                faults.Add(InstrumentErrors.BandGap(next, band.From - Score.Step).At(pointer + "/from"));
            }
            else if (band.From < next)
            {
                faults.Add(InstrumentErrors.BandOverlap(band.From).At(pointer + "/from"));
            }

            next = Math.Max(next, band.To + Score.Step);
        }

        if (next <= Score.Highest)
        {
            faults.Add(InstrumentErrors.BandGap(next, Score.Highest).At("/bands"));
        }
        else if (next > Score.Highest + Score.Step)
        {
            faults.Add(InstrumentErrors.BandOverlap(Score.Highest + Score.Step).At("/bands"));
        }
    }

    private static void CheckDimensions(List<Fault> faults, IReadOnlyList<Dimension> dimensions)
    {
        if (dimensions.Count == 0)
        {
            return;
        }

        CheckCodes(faults, "/dimensions", dimensions, dimension => dimension.Code);
        CheckSum(faults, "/dimensions", dimensions.Select(dimension => dimension.Weight), Score.Highest);

        for (var index = 0; index < dimensions.Count; index++)
        {
            CheckVariables(faults, $"/dimensions/{index}/variables", dimensions[index]);
        }
    }

    private static void CheckVariables(List<Fault> faults, string pointer, Dimension dimension)
    {
        if (dimension.Variables.Count == 0)
        {
            faults.Add(InstrumentErrors.NoChildren.At(pointer));

            return;
        }

        CheckCodes(faults, pointer, dimension.Variables, variable => variable.Code);
        CheckSum(faults, pointer, dimension.Variables.Select(variable => variable.Weight), dimension.Weight);

        for (var index = 0; index < dimension.Variables.Count; index++)
        {
            CheckIndicators(faults, $"{pointer}/{index}/indicators", dimension.Variables[index]);
        }
    }

    private static void CheckIndicators(List<Fault> faults, string pointer, Variable variable)
    {
        if (variable.Indicators.Count == 0)
        {
            faults.Add(InstrumentErrors.NoChildren.At(pointer));

            return;
        }

        if (variable.Weight > 0 && variable.Indicators.All(indicator => indicator.Share == 0))
        {
            faults.Add(InstrumentErrors.NoShares.At(pointer));
        }

        for (var index = 0; index < variable.Indicators.Count; index++)
        {
            CheckIndicator(faults, $"{pointer}/{index}", variable.Indicators[index]);
        }
    }

    private static void CheckIndicator(List<Fault> faults, string pointer, Indicator indicator)
    {
        if (indicator.Share < 0)
        {
            faults.Add(InstrumentErrors.NegativeWeight.At(pointer + "/share"));
        }

        if (!IsWithinLimits(indicator.Share))
        {
            faults.Add(InstrumentErrors.FigureOutOfRange.At(pointer + "/share"));
        }

        if (indicator.Expected is < 1 or > MostExpected || (indicator.Subject == SubjectKind.Unit && indicator.Expected != 1))
        {
            faults.Add(InstrumentErrors.ExpectedTooFew.At(pointer + "/expected"));
        }

        if (KindFault(indicator.Kind) is { } fault)
        {
            faults.Add(fault.Under(pointer));
        }

        faults.AddRange(CombinationRules.Check(indicator).Concat(FindingRequirements.Check(indicator)).Select(fault => fault.Under(pointer)));
    }

    private static Fault? KindFault(AnswerKind kind) => kind switch
    {
        Levels levels when levels.Highest <= levels.Lowest => InstrumentErrors.LevelsCross.At("/levels"),
        Levels levels when !IsWithinLimits(levels.Lowest) || !IsWithinLimits(levels.Highest) => InstrumentErrors.FigureOutOfRange.At("/levels"),
        LinearNumber number when !IsWithinLimits(number.AtWorst) || !IsWithinLimits(number.AtBest) => InstrumentErrors.FigureOutOfRange.At("/number"),
        LinearNumber number when number.AtBest == number.AtWorst => InstrumentErrors.MappingFlat.At("/number"),
        SteppedNumber number when !IsWithinLimits(number.Lowest) || !IsWithinLimits(number.Highest) => InstrumentErrors.FigureOutOfRange.At("/number"),
        SteppedNumber number when number.Steps.Any(step => !IsWithinLimits(step.From) || !IsWithinLimits(step.Achievement)) =>
            InstrumentErrors.FigureOutOfRange.At("/number/steps"),
        SteppedNumber number when !AreStepsOrdered(number) => InstrumentErrors.StepsBroken.At("/number/steps"),
        Checklist { Options.Count: 0 } => InstrumentErrors.NoChildren.At("/options"),
        Checklist list when list.Options.DistinctBy(option => option.Code).Count() < list.Options.Count =>
            InstrumentErrors.CodeTwice.At("/options"),
        _ => null,
    };

    private static bool IsWithinLimits(decimal figure) =>
        Math.Abs(figure) <= LargestFigure && Rounding.HasAtMost(MostDecimals, figure);

    private static bool AreStepsOrdered(SteppedNumber number) =>
        number.Steps.Count > 0
        && number.Steps[0].From == number.Lowest
        && number.Steps.All(step => step.From <= number.Highest && step.Achievement is >= 0 and <= 1)
        && number.Steps.Zip(number.Steps.Skip(1)).All(pair => pair.First.From < pair.Second.From);

    private static void CheckIndicatorCodes(List<Fault> faults, IReadOnlyList<Dimension> dimensions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var d = 0; d < dimensions.Count; d++)
        {
            for (var v = 0; v < dimensions[d].Variables.Count; v++)
            {
                var indicators = dimensions[d].Variables[v].Indicators;

                for (var i = 0; i < indicators.Count; i++)
                {
                    CheckCode(faults, seen, indicators[i].Code, $"/dimensions/{d}/variables/{v}/indicators/{i}/code");
                }
            }
        }
    }

    private static void CheckCodes<T>(List<Fault> faults, string pointer, IReadOnlyList<T> items, Func<T, string> code, string member = "code")
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var index = 0; index < items.Count; index++)
        {
            CheckCode(faults, seen, code(items[index]), $"{pointer}/{index}/{member}");
        }
    }

    private static void CheckCode(List<Fault> faults, HashSet<string> seen, string code, string pointer)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            faults.Add(InstrumentErrors.CodeMissing.At(pointer));
        }
        else if (PlainText.Check(code, PlainText.CodeLength) is { } error)
        {
            faults.Add(error.At(pointer));
        }
        else if (PlainText.Normalise(code) != code)
        {
            faults.Add(InstrumentErrors.CodeNotComposed.At(pointer));
        }
        else if (!seen.Add(code))
        {
            faults.Add(InstrumentErrors.CodeTwice.At(pointer));
        }
    }

    private static void CheckSum(List<Fault> faults, string pointer, IEnumerable<decimal> weights, decimal expected)
    {
        var all = weights.ToList();
        faults.AddRange(all.Select((weight, index) => (weight, index))
            .Where(pair => pair.weight < 0)
            .Select(pair => InstrumentErrors.NegativeWeight.At($"{pointer}/{pair.index}/weight")));
        faults.AddRange(all.Select((weight, index) => (weight, index))
            .Where(pair => !IsWithinLimits(pair.weight))
            .Select(pair => InstrumentErrors.FigureOutOfRange.At($"{pointer}/{pair.index}/weight")));

        // The sum of much larger weights would overflow a decimal.
        if (all.TrueForAll(weight => Math.Abs(weight) <= LargestFigure) && all.Sum() != expected)
        {
            faults.Add(InstrumentErrors.WeightsDoNotAddUp(all.Sum(), expected).At(pointer));
        }
    }
}
