using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

/// <summary>What day it is at the offices. For two hours of the day the east is a day ahead.</summary>
/// <param name="Earliest">The day in the west.</param>
/// <param name="Latest">The day in the east.</param>
/// <param name="Ahead">The offices where the later of the two has begun.</param>
public sealed record ObligationDays(DateOnly Earliest, DateOnly Latest, IReadOnlyList<string> Ahead)
{
    /// <summary>Whether it is the same day at all offices.</summary>
    public bool IsOneDay => Earliest == Latest;

    public static ObligationDays At(DateTimeOffset now)
    {
        var (earliest, latest) = (IndonesianTime.DayOf(now), IndonesianTime.DayOf(now, IndonesianZone.Wit));

        return new(earliest, latest, earliest == latest ? [] :
        [
            .. new[] { IndonesianZone.Wita, IndonesianZone.Wit }.Where(zone => IndonesianTime.DayOf(now, zone) == latest).SelectMany(IndonesianTime.OfficesIn),
        ]);
    }

    /// <summary>Where one calendar counts for all.</summary>
    public static ObligationDays Of(DateOnly today) => new(today, today, []);

    /// <summary>The days so many days before these.</summary>
    public ObligationDays Before(int days) => new(Earliest.AddDays(-days), Latest.AddDays(-days), Ahead);
}
