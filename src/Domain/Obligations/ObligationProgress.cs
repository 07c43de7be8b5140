namespace Compliance.Domain.Obligations;

/// <summary>How far what is due has come, as it is stored. What the day makes of it is its <see cref="ObligationStatus"/>.</summary>
public enum ObligationProgress
{
    /// <summary>Waits for a report that it is done.</summary>
    Open,

    /// <summary>Reported done; waits for somebody else to say whether it is.</summary>
    Reported,

    /// <summary>Nothing is to be done any more: accepted, resolved, continued or ended.</summary>
    Closed,
}
