namespace Compliance.Domain.Common;

/// <summary>
/// What devices say of the time. Phones in the field have been reset (1970), or run ahead (2038): what they say is
/// kept, and whoever reads it is told.
/// </summary>
public static class DeviceClock
{
    /// <summary>Clocks of phones that ask the network differ by less.</summary>
    private static readonly TimeSpan ahead = TimeSpan.FromMinutes(10);

    /// <summary>An assessment takes a year; what is older was not observed for it.</summary>
    private static readonly TimeSpan behind = TimeSpan.FromDays(366);

    /// <summary>Whether something can hardly have been observed then, if it was received when it was.</summary>
    public static bool IsDoubtful(DateTimeOffset? said, DateTimeOffset received) => said - received > ahead || received - said > behind;

    /// <summary>Databases keep microseconds, clients send more.</summary>
    internal static bool AreOneInstant(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null == right is null && (left - right)?.Duration() is null or { Ticks: < TimeSpan.TicksPerMicrosecond };
}
