using System.Globalization;

namespace Compliance.Domain.Common;

/// <summary>Instants as they are stored: UTC in whole microseconds, the precision of both databases; as text of fixed width.</summary>
public static class Instants
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static DateTimeOffset TruncateToMicroseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();

        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Whether the instant can be written without loss.</summary>
    public static bool IsTruncatedToMicroseconds(DateTimeOffset instant) => instant.UtcTicks % TimeSpan.TicksPerMicrosecond == 0;

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static DateTimeOffset Read(string text) =>
#pragma warning disable RS0030 // What the program itself has written, in one fixed form.
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
#pragma warning restore RS0030
}
