using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.JointServices;

/// <summary>The visits of a mobile service to a village.</summary>
/// <param name="Held">The number of events held there.</param>
/// <param name="LastHeldOn">The day of the latest one.</param>
/// <param name="NextOn">The day of the first one that is planned there.</param>
public sealed record VillageCoverage(string Code, string Name, int Held, DateOnly? LastHeldOn, DateOnly? NextOn);

/// <summary>The villages of a district that a mobile service has reached.</summary>
/// <param name="Villages">By code.</param>
public sealed record DistrictCoverage(IReadOnlyList<VillageCoverage> Villages)
{
    public int Reached => Villages.Count(village => village.Held > 0);

    /// <summary>The percentage of the villages, with two decimals; null if the district has none on record.</summary>
    public decimal? Share => Villages.Count == 0 ? null : Rounding.HalfAwayFromZero(100m * Reached / Villages.Count, 2);

    /// <param name="today">The current day in the time zone of the service's office.</param>
    public static DistrictCoverage Of(IEnumerable<Region> villages, JointService service, DateOnly today)
    {
        var held = service.Events.Where(each => each.State == EventState.Held).ToLookup(each => each.Place, each => each.On);
        var planned = service.RotationFrom(today).ToLookup(each => each.Place, each => each.On);

        return new(
        [
            .. villages.OrderBy(village => village.Code, StringComparer.Ordinal).Select(village => new VillageCoverage(
                village.Code,
                village.Name,
                held[village.Code].Count(),
                held[village.Code].Select(on => (DateOnly?)on).Max(),
                planned[village.Code].Select(on => (DateOnly?)on).Min())),
        ]);
    }
}
