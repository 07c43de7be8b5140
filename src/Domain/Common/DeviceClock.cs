namespace Compliance.Domain.Common;

/// <summary>Clocks of devices in the field are often wrong. What they say is kept as they say it, and flagged where it cannot be.</summary>
public static class DeviceClock
{
    private static readonly TimeSpan ahead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan behind = TimeSpan.FromDays(366);

    /// <summary>Whether a device's time is later than its message came, or more than a year before it.</summary>
    public static bool IsDoubtful(DateTimeOffset? said, DateTimeOffset receivedAt) => said > receivedAt + ahead || said < receivedAt - behind;
}
