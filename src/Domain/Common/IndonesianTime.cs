namespace Compliance.Domain.Common;

/// <summary>The time zones of Indonesia, without daylight saving time: WIB is UTC+7, WITA UTC+8, WIT UTC+9.</summary>
public enum IndonesianZone
{
    Wib = 7,
    Wita = 8,
    Wit = 9,
}

/// <summary>
/// The calendar days of Indonesia. Cycles follow the calendar of the head office (WIB); agreements of an office with the
/// governments of its province follow the calendar of that office.
/// </summary>
public static class IndonesianTime
{
    /// <summary>The provinces of WITA, then those of WIT (Keputusan Presiden 41/1987); a newer province keeps the zone of the one it was split from.</summary>
    private static readonly HashSet<string> central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];

    private static readonly HashSet<string> eastern = ["81", "82", "91", "92", "93", "94", "95", "96"];

    /// <summary>Returns the day at the head office.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DayOf(instant, IndonesianZone.Wib);

    public static DateOnly DayOf(DateTimeOffset instant, IndonesianZone zone) =>
        DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours((int)zone)).DateTime);

    /// <summary>The offices of WITA or WIT; empty for WIB, which is the zone of all others.</summary>
    public static IEnumerable<string> OfficesIn(IndonesianZone zone) =>
        zone == IndonesianZone.Wita ? central : zone == IndonesianZone.Wit ? eastern : [];

    /// <param name="office">The code of an office: that of its province, or of the head office.</param>
    public static IndonesianZone ZoneOf(string office) =>
        central.Contains(office) ? IndonesianZone.Wita : eastern.Contains(office) ? IndonesianZone.Wit : IndonesianZone.Wib;
}
