namespace Compliance.Domain.Tests.Scoring;

public sealed class CombiningProperties
{
    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void Every_observation_has_a_slot_of_its_own_in_the_order_of_the_instrument(Sheet sheet)
    {
        var (instrument, planned) = (sheet.Instrument, PlannedSubjects.Of(sheet.Instrument));

        Answers.Everywhere(instrument, Answers.Best).Select(answer => AnswerRules.Locate(instrument, planned, answer).Slot)
            .Should().Equal(Enumerable.Range(0, instrument.Slots));
        sheet.Figures.Completeness.Should().Be(new Completeness(sheet.Answers.Count, instrument.Slots));
    }

    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void One_technique_alone_scores_as_without_a_combination(Sheet sheet)
    {
        var optional = sheet.WithEverythingOptional();
        var alone = optional with
        {
            Answers = [.. optional.Answers.Select(answer =>
                PlaceOf(optional.Instrument, answer) > 0 ? Answers.NotApplicable(answer.Indicator, answer.Subject) with { Technique = answer.Technique } : answer)],
        };
        var plain = optional.With(indicator => indicator with { Combination = null });
        var apart = plain with { Answers = [.. alone.Answers.Where(answer => PlaceOf(alone.Instrument, answer) <= 0)] };

        (alone.Figures.Outcome?.Score.Hundredths).Should().Be(apart.Figures.Outcome?.Score.Hundredths);
    }

    [RandomCases(1000, Arbitrary = [typeof(AnySheet)])]
    public void Exactly_the_subjects_are_flagged_whose_techniques_lie_as_far_apart_as_the_threshold(Sheet sheet)
    {
        foreach (var indicator in sheet.Card.Dimensions.SelectMany(dimension => dimension.Variables).SelectMany(variable => variable.Indicators))
        {
            var far =
                from subject in indicator.Subjects
                where subject.Techniques.Any(one => subject.Techniques.Any(other =>
                    one.RawScore - other.RawScore >= indicator.Indicator.Combination!.Divergence * indicator.Indicator.Kind.Full))
                select subject.Subject;

            indicator.Divergences.Select(divergence => divergence.Subject).Should().Equal(far);
        }
    }

    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void A_combination_lies_between_its_techniques(Sheet sheet)
    {
        foreach (var subject in sheet.Card.Dimensions
            .SelectMany(dimension => dimension.Variables).SelectMany(variable => variable.Indicators).SelectMany(indicator => indicator.Subjects))
        {
            subject.RawScore.Should().BeInRange(subject.Techniques.Min(each => each.RawScore), subject.Techniques.Max(each => each.RawScore));
        }
    }

    private static int PlaceOf(Instrument instrument, Answer answer) => instrument.Indicators[instrument.PositionOf(answer.Indicator)!.Value] switch
    {
        { Combination: null } => -1,
        { } indicator => indicator.Techniques.ToList().IndexOf(answer.Technique!.Value),
    };
}
