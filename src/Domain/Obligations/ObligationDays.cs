using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

/// <summary>The current day at each office. For two hours a day, eastern Indonesia is a day ahead.</summary>
/// <param name="Earliest">The day in the west.</param>
/// <param name="Latest">The day in the east.</param>
/// <param name="Ahead">The offices at which the later day has begun.</param>
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

    /// <summary>For one calendar that applies to all offices.</summary>
    public static ObligationDays Of(DateOnly today) => new(today, today, []);

    /// <summary>The days a number of days earlier.</summary>
    public ObligationDays Before(int days) => new(Earliest.AddDays(-days), Latest.AddDays(-days), Ahead);
}
