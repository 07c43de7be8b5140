namespace Compliance.Domain.Tests.Instruments;

/// <summary>Products of figures beyond these bounds would leave the digits of a decimal: no score, or a wrong one.</summary>
public sealed class FigureRulesTests
{
    private const string Place = "/dimensions/0/variables/0/indicators/0";

    [TestCase("0.00001")]
    [TestCase("1000000.0001")]
    public void A_share_has_four_decimals_and_an_end(decimal share) =>
        FaultsOf(An.Indicator("i", share)).Should().Equal((Place + "/share", "figureOutOfRange"));

    [Test]
    public void A_weight_has_four_decimals()
    {
        var definition = An.Definition(
            An.Dimension("d", 60.00001m, An.Variable("v", 60.00001m, An.Indicator("i"))),
            An.Dimension("e", 39.99999m, An.Variable("v", 39.99999m, An.Indicator("j"))));

        InstrumentRules.Check(definition).Select(fault => (fault.Pointer, fault.Error.Code)).Should().Equal(
            ("/dimensions/0/weight", "figureOutOfRange"),
            ("/dimensions/1/weight", "figureOutOfRange"),
            ("/dimensions/0/variables/0/weight", "figureOutOfRange"),
            ("/dimensions/1/variables/0/weight", "figureOutOfRange"));
    }

    [Test]
    public void Weights_beyond_what_can_be_added_are_refused_like_any_other()
    {
        var definition = An.Definition(
            An.Dimension("d", decimal.MaxValue, An.Variable("v", decimal.MaxValue, An.Indicator("i")), An.Variable("w", decimal.MaxValue, An.Indicator("j"))),
            An.Dimension("e", decimal.MaxValue, An.Variable("v", 100m, An.Indicator("k"))));

        InstrumentRules.Check(definition).Select(fault => fault.Error.Code).Should().Contain("figureOutOfRange");
    }

    private static readonly TestCaseData[] Beyond =
    [
        new(new LinearNumber(0m, 1_000_001m), "/number") { TestName = "{m}(a best too large)" },
        new(new LinearNumber(-1_000_001m, 0m), "/number") { TestName = "{m}(a worst too small)" },
        new(new LinearNumber(0m, 0.00001m), "/number") { TestName = "{m}(a best too fine)" },
        new(new LinearNumber(0.00001m, 1m), "/number") { TestName = "{m}(a worst too fine)" },
        new(new SteppedNumber(-1_000_001m, 0m, [new(-1_000_001m, 0m)]), "/number") { TestName = "{m}(steps from too small)" },
        new(new SteppedNumber(0m, 1_000_001m, [new(0m, 0m)]), "/number") { TestName = "{m}(steps up to too large)" },
        new(new Levels(-1_000_001, 0), "/levels") { TestName = "{m}(a lowest level too small)" },
        new(new Levels(0, 1_000_001), "/levels") { TestName = "{m}(a highest level too large)" },
        new(new Levels(int.MinValue, int.MaxValue), "/levels") { TestName = "{m}(levels further apart than an integer)" },
    ];

    [TestCaseSource(nameof(Beyond))]
    public void An_answer_is_asked_for_within_a_million_and_four_decimals(AnswerKind kind, string pointer) =>
        FaultsOf(An.Indicator("i", kind: kind)).Should().Equal((Place + pointer, "figureOutOfRange"));

    [Test]
    public void The_outermost_figures_that_are_allowed_still_score_exactly()
    {
        var wide = new LinearNumber(-1_000_000m, 1_000_000m);
        var instrument = An.Instrument(
            An.Dimension("d", 0.0001m, An.Variable("v", 0.0001m, An.Indicator("a", 0.0001m, wide), An.Indicator("b", 1_000_000m, wide))),
            An.Dimension(
                "e",
                99.9999m,
                An.Variable("v", 0.0001m, An.Indicator("c", 1_000_000m, new Levels(-1_000_000, 1_000_000))),
                An.Variable("w", 99.9998m, An.Indicator("f", 1_000_000m, wide, SubjectKind.Respondent, 1000), An.Indicator("g", 0.0001m))));
        Answer[] thousand = [.. Enumerable.Range(1, 1000).Select(number => Answers.Number("f", 999_999.9999m - (number * 555.5555m), $"respondent:{number}"))];
        Answer[] all = [Answers.Number("a", -999_999.9999m), Answers.Number("b", 333_333.3333m), Answers.Level("c", 999_998), .. thousand, Answers.Level("g", 3)];

        foreach (var answers in new[] { all, all[..1], all[..2], all[..3], all[2..], all[3..] })
        {
            Answers.Figures(instrument, answers).Outcome!.Value.Score.Hundredths
                .Should().Be(Scoring.Exact.HundredthsOf(instrument, answers));
        }
    }

    // A mean is counted in sixtieths, so its products are the largest there are.
    [Test]
    public void The_outermost_figures_still_score_exactly_as_means_over_techniques()
    {
        var wide = new LinearNumber(-1_000_000m, 1_000_000m);
        var techniques = Enum.GetValues<Technique>();
        var mean = An.Indicator("m", 1_000_000m, wide, SubjectKind.Respondent, 1000, true, new(CombinationRule.Mean), techniques);
        var instrument = An.InstrumentOf(mean, An.Indicator("a", 0.0001m), An.Indicator("b", 1_000_000m, wide));
        Answer[] all =
        [
            .. from number in Enumerable.Range(1, 1000)
               from technique in techniques
               where (number + (int)technique) % 3 > 0
               select Answers.Number("m", 999_999.9999m - (number * 555.5555m) - (int)technique, $"respondent:{number}") with { Technique = technique },
            Answers.Level("a", 3),
            Answers.Number("b", -333_333.3333m),
        ];

        foreach (var answers in new[] { all, all[..1], all[..^1], all[3..] })
        {
            Answers.Figures(instrument, answers).Outcome!.Value.Score.Hundredths.Should().Be(Scoring.Exact.HundredthsOf(instrument, answers));
        }
    }

    private static IEnumerable<(string Pointer, string Code)> FaultsOf(Indicator indicator) =>
        InstrumentRules.Check(An.Definition(An.Dimension("d", 100m, An.Variable("v", 100m, indicator))))
            .Select(fault => (fault.Pointer, fault.Error.Code));
}
