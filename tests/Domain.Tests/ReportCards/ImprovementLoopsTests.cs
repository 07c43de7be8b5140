using Compliance.Domain.Institutions;
using Compliance.Domain.ReportCards;

namespace Compliance.Domain.Tests.ReportCards;

public sealed class ImprovementLoopsTests
{
    [Test]
    public void A_finding_is_set_beside_what_its_indicator_came_to_next()
    {
        var instrument = An.InstrumentOf(Themed("ramp"), Themed("toilet"), Themed("counter"));

        var loop = ImprovementLoops.Of(
            instrument,
            [Unit(("ramp", 0.2m, 10m), ("toilet", 0.9m, 10m), ("counter", 0.4m, 10m)), Unit(("ramp", 0.4m, 10m), ("toilet", 0.9m, 10m), ("counter", 0.9m, 10m))],
            [Unit(("ramp", 0.8m, 10m), ("toilet", 0.1m, 10m))]);

        loop.Select(each => (each.Indicator.Code, each.Achievement, each.Units, each.Next, each.Change)).Should().Equal(
            ("ramp", 0.3m, 2, 0.8m, 0.5m),
            ("counter", 0.65m, 1, null, null));
    }

    private static Indicator Themed(string code) =>
        An.Indicator(code) with { Theme = Theme.Facilities, Threshold = 0.5m, Advice = An.Text("advice") };

    private static UnitOutcomes Unit(params (string Code, decimal Achievement, decimal Weight)[] outcomes) => new(
        EntityId.New<ServiceUnitId>(DateTimeOffset.UnixEpoch),
        [.. outcomes.Select(each => new IndicatorOutcome(each.Code, each.Achievement, each.Achievement * each.Weight, each.Weight))]);
}
