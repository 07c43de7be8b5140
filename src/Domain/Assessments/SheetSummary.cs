using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>The state of an observation on a sheet, without the content of its answer.</summary>
public enum EntryState : byte
{
    Missing,
    NotApplicable,
    Answered,
}

/// <summary>Which observations of a sheet are answered: all that progress needs, and small enough to cache for the whole country.</summary>
public sealed class SheetSummary
{
    private readonly EntryState[] entries;

    private SheetSummary(EntryState[] entries) => this.entries = entries;

    /// <param name="answers">The current answers of a sheet of this instrument.</param>
    public static SheetSummary Of(Instrument instrument, IEnumerable<Answer> answers)
    {
        var entries = new EntryState[instrument.Slots];

        foreach (var answer in answers)
        {
            var slot = AnswerRules.Locate(instrument, PlannedSubjects.Of(instrument), answer).Slot;
            entries[slot] = answer.NotApplicable ? EntryState.NotApplicable : EntryState.Answered;
        }

        return new(entries);
    }

    public EntryState At(int slot) => entries[slot];
}
