using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Tests.Commitments;

public sealed class CaseloadMeasureTests
{
    private static readonly DateOnly TermBegins = new(2024, 1, 2);
    private static readonly Target Share = new("%", 50m, 80m, null, CaseloadSeries.SettledWithin14Days);

    [Test]
    public void The_months_count_from_the_promise_to_the_last_one_that_ends_by_the_due_day()
    {
        var commitment = Promised.Made(Promised.Content with { Target = Share });

        var measured = Caseload(("2024-02", 10, 10), ("2024-03", 10, 2), ("2024-06", 10, 0), ("2024-07", 10, 10)).Of(commitment)!;

        (measured.From.ToString(), measured.To.ToString(), measured.DueOn, measured.Value, measured.Missing)
            .Should().Be(("2024-03", "2024-06", new DateOnly(2024, 6, 30), 90m, null));
        measured.Months.Select(month => month.ToString()).Should().Equal("2024-03", "2024-06");
        Caseload(("2024-05", 10, 1), ("2024-06", 10, 10)).Of(Promised.Made(Promised.Content with { Target = Share, DueOn = new(2024, 6, 29) }))!
            .Value.Should().Be(90m, "June ends after the 29th");
    }

    [Test]
    public void Each_month_counts_for_one_deadline()
    {
        var commitment = Promised.Made(Promised.Quarterly with { Target = Share });
        var caseload = Caseload(("2024-03", 4, 1), ("2024-04", 4, 2), ("2024-06", 4, 0), ("2024-07", 4, 4));

        commitment.DeadlinesByDay.Select(due => caseload.Of(commitment, due)!).Select(each => $"{each.From}..{each.To} {each.Value}")
            .Should().Equal("2024-03..2024-03 75", "2024-04..2024-06 75", "2024-07..2024-09 0", "2024-10..2024-12 ");
    }

    [Test]
    public void What_is_put_on_record_after_its_day_is_measured_from_the_first_day_of_the_term()
    {
        var late = Promised.Made(Promised.Content with { Target = Share, DueOn = new(2024, 2, 29) });

        (Caseload().Of(late)!.From.ToString(), Caseload().Of(late)!.To.ToString()).Should().Be(("2024-01", "2024-02"));
    }

    [Test]
    public void Where_there_is_no_value_it_says_why()
    {
        var commitment = Promised.Made(Promised.Content with { Target = Share });
        var soon = Promised.Made(Promised.Content with { Target = Share, DueOn = new(2024, 3, 30) });

        Caseload(("2024-02", 10, 0)).Of(commitment)!.Missing.Should().Be(NoMeasurementReason.NoMonthOnRecord);
        Caseload(("2024-03", 0, 0)).Of(commitment)!.Missing.Should().Be(NoMeasurementReason.NothingSettled);
        Caseload(("2024-03", 10, 0)).Of(soon)!.Missing.Should().Be(NoMeasurementReason.NoMonthEnds);
        Caseload(("2024-03", 10, 0)).Of(Promised.Made()).Should().BeNull("it names no series");
    }

    [Test]
    public void The_deadline_that_counts_now_is_the_first_that_is_not_closed()
    {
        var commitment = Promised.Made(Promised.Quarterly with { Target = Share });
        commitment.Say(Promised.Done());
        commitment.Decide(Promised.Accept());
        Caseload().Of(commitment)!.DueOn.Should().Be(new(2024, 6, 30));

        foreach (var _ in commitment.DeadlinesByDay.Skip(1).ToList())
        {
            commitment.Say(Promised.Done());
            commitment.Decide(Promised.Accept());
        }

        Caseload().Of(commitment)!.DueOn.Should().Be(new(2024, 12, 31));
    }

    [TestCase(95, 10, true)]
    [TestCase(95, 0, true, Description = "nothing is on record, so what is reported counts")]
    [TestCase(95, 4, false, Description = "the series says 60")]
    [TestCase(60, 10, false)]
    public void A_value_says_that_it_is_done_unless_the_series_says_otherwise(int reported, int inTime, bool done)
    {
        var commitment = Promised.Made(Promised.Content with { Target = Share });
        var measure = inTime == 0 ? Caseload() : Caseload(("2024-03", 10, inTime == 10 ? 0 : inTime));

        var report = commitment.Report(Promised.New<ProgressReportId>(), Promised.Value(reported), Promised.Liaison, Promised.Now, measure);

        (report.Done, report.Value).Should().Be((done, reported));
    }

    [Test]
    public void A_reported_value_differs_where_the_series_says_another_in_its_own_decimals()
    {
        var commitment = Promised.Made(Promised.Content with { Target = Share });
        var measured = Caseload(("2024-03", 3, 1)).Of(commitment)!;

        (measured.Value, measured.DiffersFrom(66.6667m), measured.DiffersFrom(66.6m), measured.DiffersFrom(null)).Should().Be((66.67m, false, true, null));
        Caseload().Of(commitment)!.DiffersFrom(70m).Should().BeNull("there is nothing to compare");
    }

    [Test]
    public void Only_an_institution_as_a_whole_is_measured_by_a_series()
    {
        foreach (var obligated in new ObligatedParty[] { new("14", null, null), new(null, Promised.Inhil, Promised.New<ServiceUnitId>()) })
        {
            FluentActions.Invoking(() => Promised.Made(Promised.Content with { Target = Share, Obligated = obligated }))
                .Should().BreakAt(CommitmentErrors.Refused, ("/target/series", "seriesNeedsInstitution"));
        }
    }

    private static CaseloadMeasure Caseload(params (string Month, int Settled, int Late)[] months) => new(
        TermBegins,
        months.ToDictionary(
            each => Month.TryRead(each.Month, out var month) ? month : throw new FormatException(each.Month),
            each => new CaseloadFigures(10, each.Settled, each.Settled == 0 ? null : 7m, each.Late)));
}
