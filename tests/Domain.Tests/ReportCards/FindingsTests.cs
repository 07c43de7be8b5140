using Compliance.Domain.ReportCards;

namespace Compliance.Domain.Tests.ReportCards;

public sealed class FindingsTests
{
    private static readonly Instrument Instrument = An.InstrumentOf(
        Themed("toilet", Theme.Facilities), Themed("ramp", Theme.Facilities), Themed("duties", Theme.Staff), Themed("register", Theme.Complaints, 0.5m), An.Indicator("asked"));

    [TestCase("0.7499", 1)]
    [TestCase("0.75", 0)]
    [TestCase("0.7501", 0)]
    public void A_finding_lies_below_its_threshold(decimal achievement, int findings) =>
        Findings.Of(Instrument, [Outcome("toilet", achievement)]).Should().HaveCount(findings);

    [Test]
    public void An_indicator_may_have_a_threshold_of_its_own()
    {
        Findings.Of(Instrument, [Outcome("register", 0.5m)]).Should().BeEmpty();
        Findings.Of(Instrument, [Outcome("register", 0.4999m)]).Should().ContainSingle();
    }

    [Test]
    public void What_cost_most_comes_first_among_themes_and_within_them()
    {
        var findings = Findings.Of(Instrument, [Outcome("toilet", 0.5m, 4m), Outcome("ramp", 0.25m, 4m), Outcome("duties", 0m, 6m)]);

        findings.Select(theme => (theme.Theme, theme.PointsLost, string.Join(' ', theme.Findings.Select(finding => finding.Indicator.Code))))
            .Should().Equal((Theme.Staff, 6m, "duties"), (Theme.Facilities, 5m, "ramp toilet"));
        findings[0].Findings[0].Advice.Id.Should().Be("Perbaiki duties.");
    }

    [Test]
    public void What_cost_the_same_keeps_the_order_of_the_instrument() =>
        Findings.Of(Instrument, [Outcome("register", 0m), Outcome("duties", 0m), Outcome("ramp", 0.5m), Outcome("toilet", 0.5m)])
            .SelectMany(theme => theme.Findings).Select(finding => finding.Indicator.Code).Should().Equal("toilet", "ramp", "duties", "register");

    [Test]
    public void What_does_not_apply_is_missing_or_has_no_theme_is_none() =>
        Findings.Of(Instrument, [Outcome("toilet", null), Outcome("asked", 0m)]).Should().BeEmpty();

    [RandomCases(1000)]
    public void Every_indicator_below_its_threshold_is_found_once_and_nothing_else(byte[] achieved)
    {
        var outcomes = Instrument.Indicators.Zip(achieved, (indicator, hundredths) => Outcome(indicator.Code, hundredths % 101 / 100m)).ToList();
        var expected = outcomes.Where(outcome => outcome.Code != "asked" && outcome.Achievement < (outcome.Code == "register" ? 0.5m : 0.75m)).ToList();

        var themes = Findings.Of(Instrument, outcomes);

        themes.SelectMany(theme => theme.Findings).Select(finding => finding.Indicator.Code).Order(StringComparer.Ordinal)
            .Should().Equal(expected.Select(outcome => outcome.Code).Order(StringComparer.Ordinal));
        themes.Sum(theme => theme.PointsLost).Should().Be(expected.Sum(outcome => outcome.Weight - outcome.Points));
        themes.Select(theme => theme.PointsLost).Should().BeInDescendingOrder();
        themes.Where(theme => theme.Findings.Any(finding => finding.Indicator.Theme != theme.Theme)).Should().BeEmpty();

        foreach (var theme in themes)
        {
            theme.Findings.Select(finding => finding.PointsLost).Should().BeInDescendingOrder();
        }
    }

    [RandomCases(500)]
    public void The_order_of_the_outcomes_does_not_matter(byte[] achieved)
    {
        var outcomes = Instrument.Indicators.Zip(achieved, (indicator, hundredths) => Outcome(indicator.Code, hundredths % 101 / 100m)).ToList();

        Shown([.. Enumerable.Reverse(outcomes)]).Should().Equal(Shown(outcomes));
    }

    private static IEnumerable<string> Shown(IReadOnlyList<IndicatorOutcome> outcomes) =>
        Findings.Of(Instrument, outcomes).SelectMany(theme => theme.Findings).Select(finding => $"{finding.Indicator.Code} {finding.PointsLost}");

    private static Indicator Themed(string code, Theme theme, decimal threshold = 0.75m) =>
        An.Indicator(code) with { Theme = theme, Threshold = threshold, Advice = An.Text($"Perbaiki {code}.") };

    private static IndicatorOutcome Outcome(string code, decimal? achievement, decimal weight = 2m) =>
        new(code, achievement, (achievement ?? 0m) * weight, weight);
}
