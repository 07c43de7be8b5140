namespace Compliance.Domain.Tests.Instruments;

public sealed class AnswerKindTests
{
    private const string Place = "/dimensions/0/variables/0/indicators/0";

    private static readonly ChecklistOption Ramp = new("ramp", An.Text("ramp"));

    [TestCase(4, 4)]
    [TestCase(4, 0)]
    public void The_highest_level_lies_above_the_lowest(int lowest, int highest) =>
        FaultsOf(new Levels(lowest, highest)).Should().Equal((Place + "/levels", "levelsCross"));

    [Test]
    public void Two_levels_are_enough() => FaultsOf(new Levels(0, 1)).Should().BeEmpty();

    [Test]
    public void A_number_maps_from_a_worst_to_another_best() =>
        FaultsOf(new LinearNumber(25m, 25m)).Should().Equal((Place + "/number", "mappingFlat"));

    [Test]
    public void A_smaller_number_may_be_the_better_one() => FaultsOf(new LinearNumber(100m, 25m)).Should().BeEmpty();

    private static readonly TestCaseData[] Broken =
    [
        new((object)Array.Empty<Step>()) { TestName = "{m}(no step at all)" },
        new((object)new[] { new Step(1m, 0m) }) { TestName = "{m}(the first above the lowest number)" },
        new((object)new[] { new Step(-1m, 0m), new(0m, 1m) }) { TestName = "{m}(the first below the lowest number)" },
        new((object)new[] { new Step(0m, 0m), new(100.01m, 1m) }) { TestName = "{m}(a step beyond the highest number)" },
        new((object)new[] { new Step(0m, 0m), new(50m, 0.5m), new(50m, 1m) }) { TestName = "{m}(two steps at one number)" },
        new((object)new[] { new Step(0m, 0m), new(60m, 0.5m), new(50m, 1m) }) { TestName = "{m}(steps that descend)" },
        new((object)new[] { new Step(0m, -0.01m) }) { TestName = "{m}(an achievement below 0)" },
        new((object)new[] { new Step(0m, 1.01m) }) { TestName = "{m}(an achievement above 1)" },
    ];

    [TestCaseSource(nameof(Broken))]
    public void Steps_are_a_staircase_within_the_range(Step[] steps) =>
        FaultsOf(new SteppedNumber(0m, 100m, steps)).Should().Equal((Place + "/number/steps", "stepsBroken"));

    [Test]
    public void A_staircase_may_begin_and_end_at_the_ends_of_the_range() =>
        FaultsOf(new SteppedNumber(0m, 100m, [new(0m, 0m), new(50m, 0.5m), new(100m, 1m)])).Should().BeEmpty();

    [Test]
    public void A_checklist_has_options() => FaultsOf(new Checklist([])).Should().Equal((Place + "/options", "empty"));

    [Test]
    public void An_option_is_listed_once() => FaultsOf(new Checklist([Ramp, Ramp])).Should().Equal((Place + "/options", "codeTwice"));

    [Test]
    public void A_step_holds_from_its_own_number_up_to_the_next()
    {
        var stairs = new SteppedNumber(0m, 100m, [new(0m, 0.1m), new(50m, 0.5m), new(80m, 0.9m)]);

        new[] { 0m, 49.9999m, 50m, 79.9999m, 80m, 100m }.Select(number => Achieved(stairs, Answers.Number("i", number)))
            .Should().Equal(0.1m, 0.1m, 0.5m, 0.5m, 0.9m, 0.9m);
    }

    [Test]
    public void A_falling_number_achieves_more_the_smaller_it_is()
    {
        var days = new LinearNumber(30m, 10m);

        (days.Lowest, days.Highest).Should().Be((10m, 30m));
        new[] { 30m, 25m, 10m }.Select(number => Achieved(days, Answers.Number("i", number))).Should().Equal(0m, 0.25m, 1m);
    }

    [Test]
    public void Levels_count_from_the_lowest() =>
        new[] { 1, 2, 5 }.Select(level => Achieved(new Levels(1, 5), Answers.Level("i", level))).Should().Equal(0m, 0.25m, 1m);

    [Test]
    public void Each_option_found_counts_the_same()
    {
        Achieved(An.Options(4), Answers.Checked("i")).Should().Be(0m);
        Achieved(An.Options(4), Answers.Checked("i", "o4")).Should().Be(0.25m);
        Achieved(An.Options(4), Answers.Checked("i", "o2", "o1", "o4")).Should().Be(0.75m);
    }

    private static decimal? Achieved(AnswerKind kind, Answer answer) =>
        Answers.Card(An.InstrumentOf(An.Indicator("i", kind: kind)), answer).Dimensions[0].Variables[0].Indicators[0].Achievement;

    private static IEnumerable<(string Pointer, string Code)> FaultsOf(AnswerKind kind) =>
        InstrumentRules.Check(An.Definition(An.Dimension("d", 100m, An.Variable("v", 100m, An.Indicator("i", kind: kind)))))
            .Select(fault => (fault.Pointer, fault.Error.Code));
}
