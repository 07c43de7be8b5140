namespace Compliance.Domain.Assessments;

/// <summary>The state of a piece of evidence.</summary>
public enum EvidenceState
{
    /// <summary>Handed in, not looked at yet.</summary>
    Offered,

    Accepted,

    Rejected,

    /// <summary>Kept back: not scanned yet, or found harmful. It proves nothing.</summary>
    Withheld,
}

/// <summary>One observation, an indicator on one subject, and one piece of evidence for it.</summary>
public sealed record EvidencedObservation(string Indicator, string Subject, EvidenceState State);
