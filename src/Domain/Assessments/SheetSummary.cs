using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>How an observation stands on a sheet, whatever was answered.</summary>
public enum EntryState : byte
{
    Missing,
    NotApplicable,
    Answered,
}

/// <summary>Which observations of a sheet are answered: all that progress needs to know of it, and small enough to keep for a whole country.</summary>
public sealed class SheetSummary
{
    private readonly EntryState[] entries;

    private SheetSummary(EntryState[] entries) => this.entries = entries;

    /// <param name="answers">Those that stand on a sheet of this instrument.</param>
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
