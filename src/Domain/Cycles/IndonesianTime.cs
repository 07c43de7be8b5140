namespace Compliance.Domain.Cycles;

/// <summary>The calendar of the head office: Western Indonesian Time (WIB), seven hours ahead of UTC all year.</summary>
public static class IndonesianTime
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Wib).DateTime);
}
