namespace Compliance.Domain.Assessments;

/// <summary>The state of a piece of evidence.</summary>
public enum EvidenceState
{
    /// <summary>Submitted, but not reviewed yet.</summary>
    Offered,

    Accepted,

    Rejected,

    /// <summary>Not scanned yet, or found harmful. It does not count as evidence.</summary>
    Withheld,
}

/// <summary>One observation, an indicator on one subject, and one piece of evidence for it.</summary>
public sealed record EvidencedObservation(string Indicator, string Subject, EvidenceState State);
