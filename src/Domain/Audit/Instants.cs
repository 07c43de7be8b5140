using System.Globalization;

namespace Compliance.Domain.Audit;

/// <summary>Instants of the trail: UTC in whole microseconds, which is what both databases keep.</summary>
internal static class Instants
{
    public static DateTimeOffset Cut(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();

        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static string Write(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>False for an instant that is finer than what is written of it.</summary>
    public static bool IsCut(DateTimeOffset instant) => instant.UtcTicks % TimeSpan.TicksPerMicrosecond == 0;
}
