namespace Compliance.Domain.Obligations;

/// <summary>The stored progress of an obligation. Its <see cref="ObligationStatus"/> also depends on the day.</summary>
public enum ObligationProgress
{
    /// <summary>Not reported done yet.</summary>
    Open,

    /// <summary>Reported done; somebody else has to confirm it.</summary>
    Reported,

    /// <summary>Nothing more has to be done: accepted, resolved, extended or terminated.</summary>
    Closed,
}
