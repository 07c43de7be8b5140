using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Decisions;

/// <summary>Replaces answers of a decided unit by corrected ones. Pure.</summary>
public static class InputCorrection
{
    /// <param name="corrected">At most one answer for each slot of the sheet.</param>
    /// <returns>The new inputs, and the faults of the answers with pointers such as <c>/answers/3/level</c>.</returns>
    public static (UnitInput Input, IReadOnlyList<Fault> Faults) Of(Instrument instrument, UnitInput current, IReadOnlyList<Answer> corrected)
    {
        var slots = current.Answers.ToDictionary(answer => AnswerRules.Locate(instrument, current.Planned, answer).Slot);
        var faults = new List<Fault>();
        var seen = new HashSet<int>();
        var changes = 0;

        foreach (var (index, answer) in corrected.Index())
        {
            var (fault, _, slot) = AnswerRules.Locate(instrument, current.Planned, answer);
            fault ??= seen.Add(slot) ? null : AnswerErrors.DuplicateAnswer.At("");

            if (fault is not null)
            {
                faults.Add(fault.Under(FormattableString.Invariant($"/answers/{index}")));
                continue;
            }

            changes += SaysTheSame(slots.GetValueOrDefault(slot), answer) ? 0 : 1;
            slots[slot] = answer;
        }

        if (faults.Count == 0 && changes == 0)
        {
            faults.Add(DecisionErrors.CorrectsNothing.At("/answers"));
        }

        return (current with { Answers = [.. slots.OrderBy(pair => pair.Key).Select(pair => pair.Value)] }, faults);
    }

    /// <summary>Remarks are not decided, so they are not compared.</summary>
    private static bool SaysTheSame(Answer? current, Answer answer) =>
        current is not null && (current with { Reason = null }).SaysTheSameAs(answer with { Reason = null });
}
