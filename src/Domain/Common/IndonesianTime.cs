namespace Compliance.Domain.Common;

/// <summary>The time zones of Indonesia, none of which has a summer time: WIB is UTC+7, WITA UTC+8, WIT UTC+9.</summary>
public enum IndonesianZone
{
    Wib = 7,
    Wita = 8,
    Wit = 9,
}

/// <summary>
/// The calendar days of Indonesia. Cycles run by the calendar of the head office (WIB); what an office and the
/// governments of its province agree on runs by the calendar of that office.
/// </summary>
public static class IndonesianTime
{
    /// <summary>By province, as Keputusan Presiden 41/1987 divides the country; provinces made since lie in the zone they came from.</summary>
    private static readonly HashSet<string> central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];

    private static readonly HashSet<string> eastern = ["81", "82", "91", "92", "93", "94", "95", "96"];

    /// <summary>The day of the head office.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DayOf(instant, IndonesianZone.Wib);

    public static DateOnly DayOf(DateTimeOffset instant, IndonesianZone zone) =>
        DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours((int)zone)).DateTime);

    /// <summary>The offices of a zone other than that of the head office; none for that one.</summary>
    public static IEnumerable<string> OfficesIn(IndonesianZone zone) =>
        zone == IndonesianZone.Wita ? central : zone == IndonesianZone.Wit ? eastern : [];

    /// <param name="office">The code of an office: of its province, or of the head office.</param>
    public static IndonesianZone ZoneOf(string office) =>
        central.Contains(office) ? IndonesianZone.Wita : eastern.Contains(office) ? IndonesianZone.Wit : IndonesianZone.Wib;
}
