namespace Compliance.Domain.Tests.Scoring;

public sealed class ScoreRangeProperties
{
    [RandomCases(2000, Arbitrary = [typeof(FullSheet)])]
    public void The_final_score_lies_in_every_earlier_range(Sheet sheet, int seed)
    {
        var (final, earlier) = (sheet.Figures, Partly(sheet, seed).Figures);

        if (final.Outcome is { } outcome)
        {
            earlier.Range!.Lowest.Should().BeLessThanOrEqualTo(outcome.Score);
            earlier.Range.Highest.Should().BeGreaterThanOrEqualTo(outcome.Score);
            earlier.Range.Reach.Should().Contain(outcome.Band);
        }
    }

    // A mandatory stepped number that never gives 0 lifts the range above what was answered so far; everything else keeps it in.
    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void The_provisional_score_lies_in_its_range_where_anything_may_not_apply(Sheet sheet)
    {
        var figures = sheet.WithEverythingOptional().Figures;

        if (figures.Outcome is { } outcome)
        {
            figures.Range!.Lowest.Should().BeLessThanOrEqualTo(outcome.Score);
            figures.Range.Highest.Should().BeGreaterThanOrEqualTo(outcome.Score);
        }
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void Both_ends_are_reached_by_the_worst_and_the_best_answers(Sheet sheet)
    {
        var open = Open(sheet);

        if (open.All(slot => slot.Indicator is { MayBeNotApplicable: false } or { Kind: not SteppedNumber }) && sheet.Figures.Range is { } range)
        {
            Completed(sheet, open, Answers.Worst).Outcome!.Value.Score.Should().Be(range.Lowest);
            Completed(sheet, open, Answers.Best).Outcome!.Value.Score.Should().Be(range.Highest);
        }
    }

    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void The_reach_holds_every_band_between_the_ends_worst_first(Sheet sheet)
    {
        if (sheet.Figures.Range is { } range)
        {
            var from = sheet.Instrument.BandOf(range.Lowest);
            var to = sheet.Instrument.BandOf(range.Highest);

            range.Reach.Should().Equal(sheet.Instrument.Bands.Where(band => band.From >= from.From && band.From <= to.From).Reverse());
        }
    }

    [Test]
    public void A_band_that_is_only_just_touched_is_within_reach()
    {
        var instrument = An.InstrumentOf(An.Indicator("a", 46m), An.Indicator("b", 22.01m), An.Indicator("c", 31.99m));

        var range = Answers.Figures(instrument, Answers.Level("a", 0), Answers.Level("c", 4)).Range!;

        (range.Lowest.Value, range.Highest.Value).Should().Be((31.99m, 54m));
        range.Reach.Select(band => band.Category).Should().Equal("E", "D", "C");
        range.Zones.Should().Equal("red", "yellow");
    }

    // Answered at its worst, a is all there is once the missing b turns out not to apply: 0, not the 25 of b's lowest step.
    [Test]
    public void A_missing_answer_that_may_not_apply_can_pull_below_its_own_lowest_step() =>
        RangeWith(optional: true, Answers.Level("a", 0)).Lowest.Value.Should().Be(0m);

    [Test]
    public void A_missing_answer_that_may_not_apply_can_lift_above_its_own_highest_step() =>
        RangeWith(optional: true, Answers.Level("a", 4)).Highest.Value.Should().Be(100m);

    [Test]
    public void A_missing_answer_that_always_applies_stays_between_its_steps()
    {
        var range = RangeWith(optional: false, Answers.Level("a", 4));

        (range.Lowest.Value, range.Highest.Value).Should().Be((75m, 90m));
    }

    private static ScoreRange RangeWith(bool optional, params Answer[] answers)
    {
        var steps = new SteppedNumber(0m, 100m, [new(0m, 0.5m), new(50m, 0.8m)]);

        return Answers.Figures(An.InstrumentOf(An.Indicator("a"), An.Indicator("b", kind: steps, optional: optional)), answers).Range!;
    }

    private static Sheet Partly(Sheet sheet, int seed)
    {
        var random = new Random(seed);

        return sheet with { Answers = [.. sheet.Answers.Where(_ => random.Next(2) == 0)] };
    }

    private static List<(Indicator Indicator, string Subject, Technique? Technique)> Open(Sheet sheet)
    {
        var known = sheet.Answers.Select(answer => (answer.Indicator, answer.Subject, answer.Technique)).ToHashSet();

        return [.. Answers.SlotsOf(sheet.Instrument).Where(slot => !known.Contains((slot.Indicator.Code, slot.Subject, slot.Technique)))];
    }

    private static UnitScore Completed(
        Sheet sheet, List<(Indicator Indicator, string Subject, Technique? Technique)> open, Func<Indicator, string, Answer> answer) =>
        (sheet with { Answers = [.. sheet.Answers, .. open.Select(slot => answer(slot.Indicator, slot.Subject) with { Technique = slot.Technique })] }).Figures;
}
