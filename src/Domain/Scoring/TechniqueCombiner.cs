using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>Combines the techniques of an indicator, subject by subject.</summary>
internal static class TechniqueCombiner
{
    /// <summary>
    /// Counts the observations and sums the raw scores of the subjects under an assumption about missing ones. All rules are monotone,
    /// so a missing technique at its worst gives the worst combination. A subject with any answer applies;
    /// only one without any answer may turn out not to apply as a whole.
    /// </summary>
    public static Tally TallyOf(ScoreSheet sheet, int position, Combination combination, MissingAssumption missing)
    {
        var indicator = sheet.Instrument.Indicators[position];
        var found = new List<decimal>(indicator.Techniques.Count);
        var tally = default(Tally);

        foreach (var (_, slots) in SlotsOf(sheet, position))
        {
            var (answered, notApplicable) = (Count(sheet, slots, ObservationState.Answered), Count(sheet, slots, ObservationState.NotApplicable));
            var assumed = Weighting.Assumed(indicator.Kind, missing, answered == 0 && indicator.MayBeNotApplicable);
            found.Clear();
            found.AddRange(slots.Select(slot => sheet.StateAt(slot) == ObservationState.Missing ? assumed : sheet.RawScoreAt(slot)).OfType<decimal>());
            tally = new(
                tally.RawScore + (found.Count > 0 ? combination.Combine(found) : 0m),
                tally.Subjects + (found.Count > 0 ? 1 : 0),
                tally.Answered + answered,
                tally.NotApplicable + notApplicable,
                tally.Missing + slots.Length - answered - notApplicable);
        }

        return tally;
    }

    /// <summary>Returns the scores of the techniques for each subject on which any of them has an answer.</summary>
    public static IEnumerable<SubjectScore> SubjectsOf(ScoreSheet sheet, int position, Combination combination)
    {
        var indicator = sheet.Instrument.Indicators[position];

        foreach (var (subject, slots) in SlotsOf(sheet, position))
        {
            var found = slots.Zip(indicator.Techniques)
                .Where(each => sheet.StateAt(each.First) == ObservationState.Answered)
                .Select(each => ScoreOf(indicator, each.Second, sheet.RawScoreAt(each.First)!.Value))
                .ToList();

            if (found.Count > 0)
            {
                yield return new(subject, found, combination.Combine([.. found.Select(each => each.RawScore)]) / combination.Scale);
            }
        }
    }

    private static TechniqueScore ScoreOf(Indicator indicator, Technique technique, decimal worth) => new(technique, worth, worth / indicator.Kind.Full);

    private static int Count(ScoreSheet sheet, int[] slots, ObservationState state) => slots.Count(slot => sheet.StateAt(slot) == state);

    /// <summary>Each planned subject with the slots of its techniques, in their order.</summary>
    private static IEnumerable<(Subject Subject, int[] Slots)> SlotsOf(ScoreSheet sheet, int position)
    {
        var indicator = sheet.Instrument.Indicators[position];

        return
            from number in Enumerable.Range(1, sheet.Planned.ExpectedOf(indicator))
            let first = sheet.Instrument.SlotOf(position, number)
            select (new Subject(indicator.Subject, number), Enumerable.Range(first, indicator.ObservationsPerSubject).ToArray());
    }
}
