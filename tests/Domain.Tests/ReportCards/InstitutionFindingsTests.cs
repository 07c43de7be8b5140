using Compliance.Domain.Institutions;
using Compliance.Domain.ReportCards;

namespace Compliance.Domain.Tests.ReportCards;

public sealed class InstitutionFindingsTests
{
    private static readonly ServiceUnitId One = ServiceUnitId.From(new("0198c0de-0000-7000-8000-000000000001"));
    private static readonly ServiceUnitId Two = ServiceUnitId.From(new("0198c0de-0000-7000-8000-000000000002"));

    private static readonly Instrument Instrument = An.InstrumentOf(
        Themed("toilet", Theme.Facilities), Themed("duties", Theme.Staff), Themed("register", Theme.Complaints));

    [Test]
    public void What_several_units_lack_is_one_finding_that_names_them_worst_first()
    {
        var themes = InstitutionFindings.Of(Instrument, [new(One, [Outcome("toilet", 0.5m), Outcome("duties", 1m)]), new(Two, [Outcome("toilet", 0.25m), Outcome("duties", 0m)])]);

        themes.Select(theme => (theme.Theme, theme.PointsLost)).Should().Equal((Theme.Facilities, 1.25m), (Theme.Staff, 1m));
        themes[0].Findings.Single().Units.Should().Equal(new UnitFinding(Two, 0.25m), new UnitFinding(One, 0.5m));
        themes[1].Findings.Single().Units.Should().Equal(new UnitFinding(Two, 0m));
    }

    [Test]
    public void Of_one_unit_they_are_that_units_findings() =>
        InstitutionFindings.Of(Instrument, [new(One, [Outcome("register", 0m), Outcome("toilet", 0.5m)])])
            .Select(theme => (theme.Theme, theme.PointsLost)).Should().Equal((Theme.Complaints, 2m), (Theme.Facilities, 1m));

    [Test]
    public void Where_nothing_is_known_there_are_none() => InstitutionFindings.Of(Instrument, []).Should().BeEmpty();

    private static Indicator Themed(string code, Theme theme) =>
        An.Indicator(code) with { Theme = theme, Threshold = 0.75m, Advice = An.Text($"Perbaiki {code}.") };

    private static IndicatorOutcome Outcome(string code, decimal achievement) => new(code, achievement, achievement * 2m, 2m);
}
