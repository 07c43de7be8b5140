using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Tests.PublicReports;

public sealed class SeriesTests
{
    [Test]
    public void The_share_settled_within_14_days_holds_every_late_report_against_those_settled()
    {
        Share(new CaseloadFigures(10, 8, 9m, 2)).Should().Be(75m);
        Share(new CaseloadFigures(10, 3, 9m, 1)).Should().Be(66.67m);
        Share(new CaseloadFigures(20, 3, 9m, 10)).Should().Be(0m, "a share is never negative");
    }

    [Test]
    public void Nothing_settled_has_no_value()
    {
        Share(new CaseloadFigures(10, 0, null, 4)).Should().BeNull();
        Share().Should().BeNull();
        CaseloadSeries.MedianDays.ValueOver([new(10, 0, null, 4)]).Should().BeNull();
    }

    [Test]
    public void Over_several_months_shares_are_pooled_and_medians_weigh_as_much_as_their_reports()
    {
        CaseloadFigures[] months = [new(10, 8, 9m, 2), new(4, 0, null, 3), new(2, 2, 20.5m, 2)];

        Share(months).Should().Be(60m);
        CaseloadSeries.MedianDays.ValueOver(months).Should().Be(11.3m);
    }

    [Test]
    public void Another_series_does_not_exist() =>
        FluentActions.Invoking(() => ((CaseloadSeries)2).ValueOver([new(1, 1, 1m, 0)])).Should().Throw<ArgumentOutOfRangeException>();

    private static decimal? Share(params CaseloadFigures[] months) => CaseloadSeries.SettledWithin14Days.ValueOver(months);
}
