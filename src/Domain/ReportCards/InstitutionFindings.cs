using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.ReportCards;

/// <summary>The outcomes of the indicators of one unit in an announced result.</summary>
public sealed record UnitOutcomes(ServiceUnitId UnitId, IReadOnlyList<IndicatorOutcome> Outcomes);

/// <summary>One indicator that is a finding at some units of an institution.</summary>
/// <param name="PointsLost">The loss of the institution's score, which is the mean of its units.</param>
/// <param name="Units">The units at which it is a finding, the lowest achievement first.</param>
public sealed record SharedFinding(Indicator Indicator, decimal PointsLost, IReadOnlyList<UnitFinding> Units);

public sealed record UnitFinding(ServiceUnitId UnitId, decimal Achievement);

/// <summary>The findings of one theme, the largest loss first.</summary>
public sealed record InstitutionTheme(Theme Theme, decimal PointsLost, IReadOnlyList<SharedFinding> Findings);

public static class InstitutionFindings
{
    /// <summary>Returns the findings of all units, by theme and indicator, the largest loss for the institution first.</summary>
    public static IReadOnlyList<InstitutionTheme> Of(Instrument instrument, IReadOnlyCollection<UnitOutcomes> units) =>
    [
        .. units
            .SelectMany(unit => Findings.Of(instrument, unit.Outcomes).SelectMany(theme => theme.Findings).Select(finding => (unit.UnitId, Finding: finding)))
            .GroupBy(found => found.Finding.Indicator.Code)
            .OrderBy(group => instrument.PositionOf(group.Key))
            .Select(group => new SharedFinding(
                group.First().Finding.Indicator,
                group.Sum(found => found.Finding.PointsLost) / units.Count,
                [.. group.OrderBy(found => found.Finding.Achievement).Select(found => new UnitFinding(found.UnitId, found.Finding.Achievement))]))
            .GroupBy(shared => shared.Indicator.Theme!.Value)
            .Select(group => new InstitutionTheme(
                group.Key, group.Sum(shared => shared.PointsLost), [.. group.OrderByDescending(shared => shared.PointsLost)]))
            .OrderByDescending(theme => theme.PointsLost)
            .ThenBy(theme => theme.Theme),
    ];
}
