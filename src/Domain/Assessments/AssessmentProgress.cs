using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>How far an assessment has come; each stage includes the earlier ones.</summary>
public enum AssessmentStage
{
    /// <summary>Nothing is entered yet.</summary>
    Planned,

    Entering,

    /// <summary>Everything is entered, but evidence is missing.</summary>
    Entered,

    /// <summary>Everything is entered and has its evidence.</summary>
    Evidenced,

    /// <summary>All required evidence is accepted, or the assessment is verified.</summary>
    Reviewed,

    Final,
    NotAssessed,
}

/// <summary>A count out of a total.</summary>
public readonly record struct ProgressCount(int Done, int Of)
{
    public static ProgressCount operator +(ProgressCount left, ProgressCount right) => new(left.Done + right.Done, left.Of + right.Of);
}

/// <summary>The one definition of completeness: which of the planned observations are entered, evidenced and reviewed. Pure.</summary>
/// <param name="Entered">Of the planned observations, those answered or not applicable.</param>
/// <param name="Evidenced">Of the answered observations that require evidence, those with a piece that is offered or accepted.</param>
/// <param name="Reviewed">Of the same observations, those with an accepted piece.</param>
public sealed record AssessmentProgress(ProgressCount Entered, ProgressCount Evidenced, ProgressCount Reviewed, AssessmentStage Stage)
{
    public bool IsFinal => Stage == AssessmentStage.Final;

    public static AssessmentProgress Of(
        AssessmentStatus status, Instrument instrument, PlannedSubjects planned, SheetSummary summary, IReadOnlyList<EvidencedObservation> evidence)
    {
        var shown = PiecesIn(evidence, EvidenceState.Offered, EvidenceState.Accepted);
        var accepted = PiecesIn(evidence, EvidenceState.Accepted);
        var (required, entered, needing, evidenced, reviewed) = (0, 0, 0, 0, 0);

        foreach (var (indicator, subject, entries) in Planned(instrument, planned, summary))
        {
            required += entries.Length;
            entered += entries.Count(entry => entry != EntryState.Missing);

            if (NeedsEvidence(indicator, entries))
            {
                var observation = Observation.Of(indicator, subject);
                needing++;
                evidenced += shown.Contains(observation) ? 1 : 0;
                reviewed += accepted.Contains(observation) ? 1 : 0;
            }
        }

        return new(new(entered, required), new(evidenced, needing), new(reviewed, needing), StageOf(status, entered, required, needing, evidenced, reviewed));
    }

    internal static bool NeedsEvidence(Indicator indicator, EntryState[] entries) =>
        indicator.Evidence == EvidenceNeed.Required && entries.Contains(EntryState.Answered);

    internal static HashSet<Observation> PiecesIn(IReadOnlyList<EvidencedObservation> evidence, params ReadOnlySpan<EvidenceState> states)
    {
        var found = new HashSet<Observation>();

        foreach (var piece in evidence)
        {
            if (states.Contains(piece.State))
            {
                found.Add(new(piece.Indicator, piece.Subject));
            }
        }

        return found;
    }

    /// <summary>Returns each planned subject with its entries: one for each combined technique, or a single one.</summary>
    internal static IEnumerable<(Indicator Indicator, Subject Subject, EntryState[] Entries)> Planned(
        Instrument instrument, PlannedSubjects planned, SheetSummary summary)
    {
        for (var position = 0; position < instrument.Indicators.Count; position++)
        {
            var indicator = instrument.Indicators[position];

            for (var number = 1; number <= planned.ExpectedOf(indicator); number++)
            {
                var first = instrument.SlotOf(position, number);

                yield return (
                    indicator,
                    new(indicator.Subject, number),
                    [.. Enumerable.Range(first, indicator.ObservationsPerSubject).Select(summary.At)]);
            }
        }
    }

    /// <summary>If no evidence is required, only verification makes an assessment reviewed.</summary>
    private static AssessmentStage StageOf(AssessmentStatus status, int entered, int required, int needing, int evidenced, int reviewed) => status switch
    {
        AssessmentStatus.NotAssessed => AssessmentStage.NotAssessed,
        AssessmentStatus.Final => AssessmentStage.Final,
        AssessmentStatus.Verified => AssessmentStage.Reviewed,
        _ when entered == 0 => AssessmentStage.Planned,
        _ when entered < required => AssessmentStage.Entering,
        _ when evidenced < needing => AssessmentStage.Entered,
        _ when needing > 0 && reviewed == needing => AssessmentStage.Reviewed,
        _ => AssessmentStage.Evidenced,
    };
}
