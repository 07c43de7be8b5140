namespace Compliance.Application.Obligations;

/// <summary>What day it is at the offices. For two hours of the day the east is a day ahead.</summary>
/// <param name="Earliest">The day in the west.</param>
/// <param name="Latest">The day in the east.</param>
/// <param name="Ahead">The offices where the later of the two has begun.</param>
internal sealed record FollowUpDays(DateOnly Earliest, DateOnly Latest, IReadOnlyList<string> Ahead)
{
    public static FollowUpDays At(DateTimeOffset now)
    {
        var (earliest, latest) = (IndonesianTime.DayOf(now), IndonesianTime.DayOf(now, IndonesianZone.Wit));

        return new(earliest, latest, earliest == latest ? [] :
        [
            .. new[] { IndonesianZone.Wita, IndonesianZone.Wit }.Where(zone => IndonesianTime.DayOf(now, zone) == latest).SelectMany(IndonesianTime.OfficesIn),
        ]);
    }
}
