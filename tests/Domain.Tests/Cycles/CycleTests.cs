using Compliance.Domain.Cycles;

namespace Compliance.Domain.Tests.Cycles;

public sealed class CycleTests
{
    private static readonly CycleId Id = CycleId.From(new Guid(1, 0, 0, new byte[8]));
    private static readonly DateOnly Opens = new(2023, 5, 1);
    private static readonly DateOnly Closes = new(2023, 11, 30);

    [TestCase("2023-04-30T16:59:59.9999999Z", CycleState.Planned)]
    [TestCase("2023-04-30T17:00:00Z", CycleState.Collecting)]
    [TestCase("2023-05-01T00:00:00+07:00", CycleState.Collecting)]
    [TestCase("2023-05-01T00:30:00+08:00", CycleState.Planned)]
    [TestCase("2023-04-30T23:59:59+07:00", CycleState.Planned)]
    [TestCase("2023-11-30T16:59:59Z", CycleState.Collecting)]
    [TestCase("2023-11-30T17:00:00Z", CycleState.Verification)]
    public void A_cycle_opens_and_closes_at_midnight_of_Western_Indonesian_Time(string instant, CycleState state)
    {
        var today = IndonesianTime.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        Open().StateOn(today).Should().Be(state);
    }

    [TestCase("2022-12-31T16:59:59Z", "2022-12-31")]
    [TestCase("2022-12-31T17:00:00Z", "2023-01-01")]
    [TestCase("2023-01-01T08:59:59+09:00", "2023-01-01")]
    [TestCase("2024-02-28T17:00:00Z", "2024-02-29")]
    public void A_day_begins_seven_hours_before_that_of_UTC(string instant, string day) =>
        IndonesianTime.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))
            .Should().Be(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Test]
    public void A_cycle_keeps_the_code_of_its_instrument() => Open().Instrument.Should().Be("2023");

    [Test]
    public void A_cycle_may_last_one_day() => Open(closes: Opens).ClosesOn.Should().Be(Opens);

    [Test]
    public void A_cycle_never_closes_before_it_opens()
    {
        var act = () => Open(closes: Opens.AddDays(-1));

        act.Should().Break(CycleErrors.DatesCross);
    }

    [TestCase(2008)]
    [TestCase(2101)]
    [TestCase(-1)]
    public void Years_without_the_law_are_refused(int year)
    {
        var act = () => Open(year);

        act.Should().Break(AssessmentYear.OutOfRange);
    }

    [TestCase(2009)]
    [TestCase(2100)]
    public void The_first_and_the_last_year_are_years(int year) => Open(year).Year.Should().Be(year);

    [Test]
    public void Nothing_is_assessed_by_a_results_only_instrument()
    {
        var act = () => Cycle.Open(Id, 2021, Instrument.Of(An.Definition() with { Bands = An.Bands2021 }), Opens, Closes);

        act.Should().Break(InstrumentErrors.ResultsOnly);
    }

    [Test]
    public void Opening_again_asks_for_the_same_only_where_everything_is_the_same()
    {
        var cycle = Open();

        cycle.IsSameAs("2023", Opens, Closes).Should().BeTrue();
        cycle.IsSameAs("2022", Opens, Closes).Should().BeFalse();
        cycle.IsSameAs("2023", Opens.AddDays(1), Closes).Should().BeFalse();
        cycle.IsSameAs("2023", Opens, Closes.AddDays(1)).Should().BeFalse();
    }

    private static Cycle Open(int year = 2023, DateOnly? closes = null) => Cycle.Open(Id, year, An.InstrumentLike2023(), Opens, closes ?? Closes);
}
