using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>
/// The observations of one unit in the slots of its instrument: one for each indicator and subject, and for each
/// technique if they are combined; each is missing, not applicable, or answered with a raw score (see <see cref="AnswerKind"/>).
/// </summary>
public sealed class ScoreSheet
{
    private readonly ObservationState[] states;
    private readonly decimal[] rawScores;

    private ScoreSheet(Instrument instrument, PlannedSubjects planned)
    {
        Instrument = instrument;
        Planned = planned;
        states = new ObservationState[instrument.Slots];
        rawScores = new decimal[instrument.Slots];
    }

    public Instrument Instrument { get; }

    /// <summary>The planned subjects of the unit; slots beyond them stay empty.</summary>
    public PlannedSubjects Planned { get; }

    /// <summary>Creates the sheet of a unit that is observed on all subjects that the instrument declares.</summary>
    public static ScoreSheet Of(Instrument instrument, IReadOnlyList<Answer> answers) => Of(instrument, PlannedSubjects.Of(instrument), answers);

    /// <summary>
    /// Creates a sheet from answers in any order, or refuses all of them with all of their faults
    /// (<see cref="ScoringErrors.AnswersRefused"/>). Pointers are relative to the list: <c>/3/level</c>. A plan that the instrument
    /// does not allow is refused with <see cref="PlannedSubjectsErrors.Refused"/>.
    /// </summary>
    public static ScoreSheet Of(Instrument instrument, PlannedSubjects planned, IReadOnlyList<Answer> answers)
    {
        Rule.Require(!instrument.IsResultsOnly, InstrumentErrors.ResultsOnly);
        Rule.RequireNone(planned.Check(instrument), PlannedSubjectsErrors.Refused);
        var sheet = new ScoreSheet(instrument, planned);
        List<Fault>? faults = null;

        for (var index = 0; index < answers.Count; index++)
        {
            if (sheet.Add(answers[index]) is { } fault)
            {
                (faults ??= []).Add(fault.Under($"/{index}"));
            }
        }

        Rule.RequireNone(faults ?? [], ScoringErrors.AnswersRefused);

        return sheet;
    }

    /// <summary>Counts the observations of the indicator at a position.</summary>
    internal Tally TallyOf(int position)
    {
        var indicator = Instrument.Leaves[position].Indicator;

        if (indicator.Combination is { } combination)
        {
            return TechniqueCombiner.TallyOf(this, position, combination, MissingAssumption.LeftOut);
        }

        var first = Instrument.FirstSlot(position);
        var expected = Planned.ExpectedOf(indicator);
        var (worth, answered, notApplicable) = (0m, 0, 0);

        for (var slot = first; slot < first + expected; slot++)
        {
            if (states[slot] == ObservationState.Answered)
            {
                worth += rawScores[slot];
                answered++;
            }
            else if (states[slot] == ObservationState.NotApplicable)
            {
                notApplicable++;
            }
        }

        return new(worth, answered, answered, notApplicable, expected - answered - notApplicable);
    }

    /// <summary>The raw score of each answered observation of an indicator, in the order of its subjects.</summary>
    internal IEnumerable<decimal> RawScoresOf(int position)
    {
        var first = Instrument.FirstSlot(position);

        return Enumerable.Range(first, Planned.ExpectedOf(Instrument.Indicators[position]))
            .Where(slot => states[slot] == ObservationState.Answered)
            .Select(slot => rawScores[slot]);
    }

    internal ObservationState StateAt(int slot) => states[slot];

    /// <summary>The raw score of the answer in a slot; null if there is none.</summary>
    internal decimal? RawScoreAt(int slot) => states[slot] == ObservationState.Answered ? rawScores[slot] : null;

    private Fault? Add(Answer answer)
    {
        var (fault, position, slot) = AnswerRules.Locate(Instrument, Planned, answer);

        if (fault is not null)
        {
            return fault;
        }

        if (states[slot] != ObservationState.Missing)
        {
            return AnswerErrors.DuplicateAnswer.At("");
        }

        states[slot] = answer.NotApplicable ? ObservationState.NotApplicable : ObservationState.Answered;
        rawScores[slot] = answer.NotApplicable ? 0m : Instrument.Indicators[position].Kind.RawScore(answer);

        return null;
    }
}

internal enum ObservationState : byte
{
    Missing,
    NotApplicable,
    Answered,
}

/// <summary>The observations of one indicator: the sum of their raw scores, and the number in each state.</summary>
/// <param name="Subjects">The number of subjects over which the raw score is averaged: those answered, unless techniques are combined.</param>
internal readonly record struct Tally(decimal RawScore, int Subjects, int Answered, int NotApplicable, int Missing)
{
    public int Required => Answered + NotApplicable + Missing;
}
