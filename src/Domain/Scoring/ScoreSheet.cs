using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>
/// The observations of one unit laid out on its instrument: one slot for each indicator and subject, and for each
/// technique where they are combined; each missing, not applicable, or answered with a worth (see <see cref="AnswerKind"/>).
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

    /// <summary>How many subjects the unit is observed on; slots beyond them stay empty.</summary>
    public PlannedSubjects Planned { get; }

    /// <summary>A sheet of a unit that is observed on all subjects that the instrument declares.</summary>
    public static ScoreSheet Of(Instrument instrument, IReadOnlyList<Answer> answers) => Of(instrument, PlannedSubjects.Of(instrument), answers);

    /// <summary>
    /// Lays the answers out in whatever order they come, or refuses all of them with every fault named
    /// (<see cref="ScoringErrors.AnswersRefused"/>). Pointers start at the list: <c>/3/level</c>. A plan that the instrument
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

    /// <summary>How the observations of the indicator at a position stand.</summary>
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

    /// <summary>The worth of each answered observation of an indicator, in the order of its subjects.</summary>
    internal IEnumerable<decimal> RawScoresOf(int position)
    {
        var first = Instrument.FirstSlot(position);

        return Enumerable.Range(first, Planned.ExpectedOf(Instrument.Indicators[position]))
            .Where(slot => states[slot] == ObservationState.Answered)
            .Select(slot => rawScores[slot]);
    }

    internal ObservationState StateAt(int slot) => states[slot];

    /// <summary>What the answer in a slot is worth; nothing where there is none.</summary>
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

/// <summary>The observations of one indicator: what they are worth together, and how many are in each state.</summary>
/// <param name="Subjects">Over how many subjects the worth is averaged; as many as are answered, unless techniques are combined.</param>
internal readonly record struct Tally(decimal RawScore, int Subjects, int Answered, int NotApplicable, int Missing)
{
    public int Required => Answered + NotApplicable + Missing;
}
