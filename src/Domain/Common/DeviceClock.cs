namespace Compliance.Domain.Common;

/// <summary>
/// Checks the time that a device reports. Phones in the field were found reset (1970) or far ahead (2038): the reported time is
/// stored, and flagged as doubtful.
/// </summary>
public static class DeviceClock
{
    /// <summary>Phones that synchronise their clock with the network deviate less.</summary>
    private static readonly TimeSpan ahead = TimeSpan.FromMinutes(10);

    /// <summary>An assessment takes a year; an older observation was not made for it.</summary>
    private static readonly TimeSpan behind = TimeSpan.FromDays(366);

    /// <summary>Whether the reported time of an observation is implausible, given the time when it was received.</summary>
    public static bool IsDoubtful(DateTimeOffset? said, DateTimeOffset received) => said - received > ahead || received - said > behind;

    /// <summary>Databases store microseconds, but clients send more digits.</summary>
    internal static bool AreOneInstant(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null == right is null && (left - right)?.Duration() is null or { Ticks: < TimeSpan.TicksPerMicrosecond };
}
