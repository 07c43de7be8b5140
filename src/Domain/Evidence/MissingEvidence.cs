using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Evidence;

/// <summary>What is answered and not proven, where the instrument asks for proof.</summary>
public static class MissingEvidence
{
    /// <summary>
    /// The observations whose indicator requires evidence, that are answered and applicable, and have no piece that is
    /// offered or accepted; in the order of the answers.
    /// </summary>
    /// <param name="answers">All of them fit the instrument.</param>
    /// <param name="evidenced">Of the pieces that are current.</param>
    public static IReadOnlyList<Observation> Of(Instrument instrument, IEnumerable<Answer> answers, IEnumerable<EvidencedObservation> evidenced)
    {
        var proven = evidenced
            .Where(piece => piece.State is EvidenceState.Offered or EvidenceState.Accepted)
            .Select(piece => new Observation(piece.Indicator, piece.Subject))
            .ToHashSet();

        return
        [
            .. answers
                .Where(answer => !answer.NotApplicable && NeedOf(instrument, answer) == EvidenceNeed.Required)
                .Select(answer => new Observation(answer.Indicator, answer.Subject))
                .Where(observation => !proven.Contains(observation)),
        ];
    }

    private static EvidenceNeed NeedOf(Instrument instrument, Answer answer) =>
        instrument.PositionOf(answer.Indicator) is { } position ? instrument.Indicators[position].Evidence : EvidenceNeed.None;
}
