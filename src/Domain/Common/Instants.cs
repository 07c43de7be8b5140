using System.Globalization;

namespace Compliance.Domain.Common;

/// <summary>Instants as they are kept: UTC in whole microseconds, which is what both databases hold; as text of one width.</summary>
public static class Instants
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static DateTimeOffset TruncateToMicroseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();

        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>False for an instant that is finer than what is written of it.</summary>
    public static bool IsTruncatedToMicroseconds(DateTimeOffset instant) => instant.UtcTicks % TimeSpan.TicksPerMicrosecond == 0;

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not what <see cref="Write"/> writes.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
