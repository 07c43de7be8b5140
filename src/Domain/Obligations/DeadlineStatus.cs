namespace Compliance.Domain.Obligations;

public enum DeadlineStatus
{
    /// <summary>Waits for a report that it is done.</summary>
    Open,

    /// <summary>Reported done; waits for the other side.</summary>
    Reported,
    Closed,
}
