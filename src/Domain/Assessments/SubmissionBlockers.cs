using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>Everything except missing answers that can prevent a submission.</summary>
/// <param name="Evidence">Every piece of evidence, regardless of its state.</param>
/// <param name="OpenConflicts">Observations with a conflict that is not settled.</param>
/// <param name="RefusedItems">The keys of refused items that are neither corrected nor dismissed.</param>
/// <param name="OpenReasons">The ids of reasons of returns that are not answered.</param>
/// <param name="VerificationHasBegun">Whether a second scoring by head office has begun.</param>
public sealed record SubmissionBlockers(
    IReadOnlyList<EvidencedObservation> Evidence,
    IReadOnlyList<Observation> OpenConflicts,
    IReadOnlyList<string> RefusedItems,
    IReadOnlyList<Guid> OpenReasons,
    bool VerificationHasBegun)
{
    public static readonly SubmissionBlockers None = new([], [], [], [], VerificationHasBegun: false);

    /// <summary>Returns everything that prevents a submission, in the order of the instrument.</summary>
    public IReadOnlyList<Fault> FaultsOf(Instrument instrument, PlannedSubjects planned, SheetSummary summary)
    {
        var shown = AssessmentProgress.PiecesIn(Evidence, EvidenceState.Offered, EvidenceState.Accepted);
        var faults = new List<Fault>();

        foreach (var (indicator, subject, entries) in AssessmentProgress.Planned(instrument, planned, summary))
        {
            faults.AddRange(entries.Index().Where(pair => pair.Item == EntryState.Missing)
                .Select(pair => AssessmentErrors.AnswerMissing.At(Observation.Of(indicator, subject).ToPointer(indicator.ObservedBy.ElementAt(pair.Index)))));

            if (AssessmentProgress.NeedsEvidence(indicator, entries) && !shown.Contains(Observation.Of(indicator, subject)))
            {
                faults.Add(AssessmentErrors.EvidenceMissing.At(Observation.Of(indicator, subject).ToPointer()));
            }
        }

        faults.AddRange(OpenConflicts.Select(conflict => AssessmentErrors.ConflictOpen.At(conflict.ToPointer())));
        faults.AddRange(RefusedItems.Select(key => AssessmentErrors.RefusedItemOpen.At($"/refused/{key}")));
        faults.AddRange(OpenReasons.Select(reason => AssessmentErrors.ReturnReasonOpen.At($"/returns/{reason}")));

        return faults;
    }
}
