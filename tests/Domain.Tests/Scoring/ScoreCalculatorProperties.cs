namespace Compliance.Domain.Tests.Scoring;

public sealed class ScoreCalculatorProperties
{
    [RandomCases(4000, Arbitrary = [typeof(AnySheet)])]
    public void The_score_is_the_exact_one(Sheet sheet) =>
        (sheet.Figures.Outcome?.Score.Hundredths).Should().Be(Exact.HundredthsOf(sheet.Instrument, sheet.Answers));

    [RandomCases(300, Arbitrary = [typeof(AnySheet)])]
    public void The_order_of_answers_does_not_matter(Sheet sheet, int seed)
    {
        var shuffled = sheet.Answers.ToArray();
        new Random(seed).Shuffle(shuffled);

        (sheet with { Answers = shuffled }).Figures.Should().BeEquivalentTo(sheet.Figures);
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void A_better_answer_never_lowers_the_score(Sheet sheet, int seed)
    {
        if (sheet.Answers.Count == 0)
        {
            return;
        }

        var index = new Random(seed).Next(sheet.Answers.Count);
        var better = sheet with { Answers = [.. sheet.Answers.Select((answer, at) => at == index ? Better(sheet.Instrument, answer) : answer)] };

        (better.Figures.Unrounded ?? 0m).Should().BeGreaterThanOrEqualTo((sheet.Figures.Unrounded ?? 0m) - 1e-20m);
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void Parts_add_up_to_the_whole_exactly(Sheet sheet)
    {
        var card = sheet.Card;

        Sum(card.Dimensions.Select(dimension => dimension.Node)).Should().Be(card.Figures.Unrounded ?? 0m);

        foreach (var dimension in card.Dimensions)
        {
            Sum(dimension.Variables.Select(variable => variable.Node)).Should().Be(dimension.Node.Points ?? 0m);

            foreach (var variable in dimension.Variables)
            {
                Sum(variable.Indicators.Select(indicator => indicator.Node)).Should().Be(variable.Node.Points ?? 0m);
            }
        }
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void What_counts_weighs_100_in_all(Sheet sheet)
    {
        var card = sheet.Card;
        var effective = card.Dimensions.Sum(dimension => dimension.Node.EffectiveWeight);

        effective.Should().BeApproximately(card.Figures.Outcome is null ? 0m : 100m, 1e-20m);

        foreach (var variable in card.Dimensions.SelectMany(dimension => dimension.Variables))
        {
            variable.Node.EffectiveWeight.Should().Be(variable.Indicators.Sum(indicator => indicator.Node.EffectiveWeight));
        }
    }

    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void The_card_shows_the_figures_of_the_plain_score(Sheet sheet) => sheet.Card.Figures.Should().BeEquivalentTo(sheet.Figures);

    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void What_has_no_share_or_no_weight_above_it_never_changes_the_score(Sheet sheet)
    {
        var weightless = sheet.Instrument.Dimensions
            .SelectMany(dimension => dimension.Variables)
            .SelectMany(variable => variable.Indicators.Where(indicator => indicator.Share == 0 || variable.Weight == 0))
            .Select(indicator => indicator.Code)
            .ToHashSet();
        var without = sheet with { Answers = [.. sheet.Answers.Where(answer => !weightless.Contains(answer.Indicator))] };

        sheet.Figures.Unrounded.Should().Be(without.Figures.Unrounded);
    }

    [RandomCases(300, Arbitrary = [typeof(FullSheet)])]
    public void Not_applicable_from_end_to_end_gives_no_score_and_no_range(Sheet sheet)
    {
        var instrument = sheet.WithEverythingOptional().Instrument;
        var nothing = Answers.Everywhere(instrument, (indicator, subject) => Answers.NotApplicable(indicator.Code, subject));

        var figures = new Sheet(instrument, nothing).Figures;

        (figures.Unrounded, figures.Outcome, figures.Range).Should().Be((null, null, null));
        figures.Completeness.IsComplete.Should().BeTrue();
    }

    private static decimal Sum(IEnumerable<NodeScore> nodes) => nodes.Sum(node => node.Points ?? 0m);

    private static Answer Better(Instrument instrument, Answer answer)
    {
        var indicator = instrument.Indicators[instrument.PositionOf(answer.Indicator)!.Value];

        return (indicator.Kind, answer) switch
        {
            (_, { NotApplicable: true }) => answer,
            (Levels levels, { Level: { } level }) => answer with { Level = Math.Min(level + 1, levels.Highest) },
            (LinearNumber line, { Number: { } number }) => answer with { Number = decimal.Round((number + line.AtBest) / 2, 4) },
            _ => Answers.Best(indicator, answer.Subject) with { Technique = answer.Technique },
        };
    }
}
