namespace Compliance.Domain.Tests.Scoring;

public sealed class ImprovementsTests
{
    /// <summary>40, 30, 20 and 10 points.</summary>
    private static readonly Instrument Four = An.InstrumentOf(
        An.Indicator("forty", 4m), An.Indicator("thirty", 3m), An.Indicator("twenty", 2m), An.Indicator("ten"));

    // 20 + 0 + 10 + 10 = 40; green starts at 78: 30 from thirty, then 20 from forty.
    [Test]
    public void The_largest_gain_comes_first_and_the_last_step_reaches_the_target()
    {
        var plan = Find("green", 2, 0, 2, 4);

        plan.Reachable.Should().BeTrue();
        plan.Now!.Value.Score.Value.Should().Be(40m);
        plan.Target.Category.Should().Be("B");
        plan.Steps.Should().BeEquivalentTo(
            [
                new Improvement(Four.Indicators[1], 0m, 1m, 30m, Score.Of(70m)),
                new Improvement(Four.Indicators[0], 0.5m, 1m, 20m, Score.Of(90m)),
            ],
            options => options.WithStrictOrdering());
    }

    [TestCase("yellow", "C")]
    [TestCase("green", "B")]
    [TestCase("red", "E")]
    [TestCase("A", "A")]
    [TestCase("D", "D")]
    public void A_target_is_the_lowest_band_of_a_zone_or_a_category(string target, string category) =>
        Find(target, 0, 0, 0, 0).Target.Category.Should().Be(category);

    [Test]
    public void A_zone_goes_before_a_category_of_the_same_name()
    {
        var instrument = An.InstrumentLike2023([An.Bands2021[0], An.Bands2021[1] with { Category = "green" }, An.Bands2021[2]]);

        Improvements.Find(ScoreSheet.Of(instrument, []), "green").Target.Category.Should().Be("high");
    }

    [Test]
    public void What_is_reached_already_needs_no_step()
    {
        var plan = Find("yellow", 4, 4, 0, 0);

        (plan.Reachable, plan.Steps.Count).Should().Be((true, 0));
    }

    // 76 + 12 = 88: the total is the threshold itself.
    [Test]
    public void Landing_on_the_threshold_is_enough()
    {
        var instrument = An.InstrumentOf(An.Indicator("done", 7.6m), An.Indicator("one", 1.2m), An.Indicator("other", 1.2m));

        var plan = Improvements.Find(
            ScoreSheet.Of(instrument, [Answers.Level("done", 4), Answers.Level("one", 0), Answers.Level("other", 0)]), "A");

        plan.Steps.Should().ContainSingle().Which.ScoreAfter.Value.Should().Be(88m);
        plan.Reachable.Should().BeTrue();
    }

    [Test]
    public void The_threshold_is_met_by_the_rounded_score()
    {
        var instrument = An.InstrumentOf(An.Indicator("n", kind: new LinearNumber(0m, 100m)));

        Improvements.Find(ScoreSheet.Of(instrument, [Answers.Number("n", 77.995m)]), "green").Steps.Should().BeEmpty();
        Improvements.Find(ScoreSheet.Of(instrument, [Answers.Number("n", 77.9949m)]), "green").Steps.Should().HaveCount(1);
    }

    [Test]
    public void What_cannot_be_reached_lists_every_possible_gain()
    {
        var capped = new SteppedNumber(0m, 100m, [new(0m, 0.2m), new(50m, 0.7m)]);
        var instrument = An.InstrumentOf(An.Indicator("a", kind: capped), An.Indicator("b", kind: capped), An.Indicator("c", kind: capped));

        var plan = Improvements.Find(ScoreSheet.Of(instrument, [Answers.Number("a", 10m), Answers.Number("b", 60m), Answers.Number("c", 10m)]), "green");

        plan.Reachable.Should().BeFalse();
        plan.Steps.Select(step => step.Indicator.Code).Should().Equal("a", "c");
        plan.Steps[^1].ScoreAfter.Value.Should().Be(70m);
        plan.Steps.Should().OnlyContain(step => step.BestAchievement == 0.7m && step.Achievement == 0.2m);
    }

    [Test]
    public void Nothing_answered_gives_nothing_to_improve()
    {
        var plan = Improvements.Find(ScoreSheet.Of(Four, []), "green");

        (plan.Now, plan.Reachable, plan.Steps.Count).Should().Be((null, false, 0));
        plan.Target.Category.Should().Be("B");
    }

    [Test]
    public void What_is_not_answered_or_not_applicable_is_no_step()
    {
        var plan = Improvements.Find(ScoreSheet.Of(Four, [Answers.Level("forty", 0), Answers.NotApplicable("thirty")]), "green");

        plan.Steps.Select(step => step.Indicator.Code).Should().Equal("forty");
        plan.Steps[0].Gain.Should().Be(100m);
    }

    [Test]
    public void An_unknown_target_is_refused_with_the_known_ones()
    {
        var act = () => Find("blue", 0, 0, 0, 0);

        act.Should().Throw<DomainException>().Which.Error.Should().Match<DomainError>(error =>
            error.Code == "unknownTarget" && error.Message.En.Contains("green, yellow, red, A, B, C, D, E", StringComparison.Ordinal));
    }

    private static ImprovementPlan Find(string target, int forty, int thirty, int twenty, int ten)
    {
        Answer[] answers = [Answers.Level("forty", forty), Answers.Level("thirty", thirty), Answers.Level("twenty", twenty), Answers.Level("ten", ten)];

        return Improvements.Find(ScoreSheet.Of(Four, answers), target);
    }
}
