using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Tests.PublicReports;

public sealed class CaseloadTests
{
    private static readonly DateTimeOffset Now = new(2024, 4, 10, 3, 0, 0, TimeSpan.Zero);
    private static readonly Month January = new(2024, 1);
    private static readonly Month February = new(2024, 2);
    private static readonly Month April = new(2024, 4);

    [Test]
    public void What_is_open_runs_through_the_months_and_a_gap_changes_nothing()
    {
        var caseload = Empty();
        caseload.Put(April, new(0, 3, 8.5m, 1), null, Now);
        caseload.Put(January, new(10, 4, 12m, 2), null, Now);
        caseload.Put(February, new(5, 6, 20.5m, 7), null, Now);

        caseload.Months.Select(month => (month.Month, month.Open)).Should().Equal((January, 6), (February, 5), (April, 2));
    }

    [Test]
    public void No_month_settles_more_than_was_open()
    {
        var caseload = Empty();
        caseload.Put(January, new(10, 4, 12m, 2), null, Now);

        Faults(caseload, February, new(1, 7, 20m, 0)).Should().BeEmpty("six were open and one came");
        Faults(caseload, February, new(1, 8, 20m, 0)).Should().Equal("2024-02 /settled moreSettledThanOpen");
    }

    [Test]
    public void A_correction_is_judged_with_the_months_behind_it()
    {
        var caseload = Empty();
        caseload.Put(January, new(10, 4, 12m, 2), null, Now);
        caseload.Put(February, new(1, 7, 20m, 0), null, Now);

        Faults(caseload, January, new(9, 4, 12m, 2)).Should().Equal("2024-02 /settled moreSettledThanOpen");
    }

    [TestCase(10, false)]
    [TestCase(11, true)]
    public void No_more_are_late_than_were_settled_or_are_open(int late, bool isRefused) =>
        Faults(Empty(), January, new(10, 4, 12m, late)).Should().Equal(isRefused ? ["2024-01 /over14Days moreLateThanThere"] : []);

    [Test]
    public void A_month_that_is_still_to_come_is_refused()
    {
        Faults(Empty(), April, new(1, 0, null, 0)).Should().BeEmpty("it has begun");
        Faults(Empty(), new(2024, 5), new(1, 0, null, 0)).Should().Equal("2024-05 /month monthInFuture");
    }

    [Test]
    public void Figures_that_cannot_be_are_named_all_at_once()
    {
        Faults(Empty(), January, new(-1, 1_000_001, 1.25m, -1))
            .Should().Equal("2024-01 /received countOutOfRange", "2024-01 /settled countOutOfRange", "2024-01 /over14Days countOutOfRange", "2024-01 /medianDays medianOutOfRange");
        Faults(Empty(), January, new(1, 1, null, 0)).Should().Equal("2024-01 /medianDays medianMissing");
        Faults(Empty(), January, new(1, 0, 3m, 0)).Should().Equal("2024-01 /medianDays medianOfNothing");
        Faults(Empty(), January, new(1, 1, -0.1m, 0)).Should().Equal("2024-01 /medianDays medianOutOfRange");
    }

    [Test]
    public void The_same_figures_again_change_nothing_and_others_are_another_version()
    {
        var caseload = Empty();

        caseload.Put(January, new(10, 4, 12m, 2), null, Now)!.Version.Should().Be(1);
        caseload.Put(January, new(10, 4, 12.0m, 2), null, Now).Should().BeNull();
        caseload.Put(January, new(10, 5, 12m, 2), null, Now)!.Version.Should().Be(2);
    }

    [TestCase("2024-03", true)]
    [TestCase("2024-3", false)]
    [TestCase("2024-13", false)]
    [TestCase("0000-01", false)]
    [TestCase("March 2024", false)]
    public void A_month_is_written_with_year_and_two_digits(string text, bool isMonth)
    {
        Month.TryRead(text, out var month).Should().Be(isMonth);
        month.ToString().Should().Be(isMonth ? text : "0001-01");
    }

    private static Caseload Empty() => new(InstitutionId.From(Guid.CreateVersion7()), []);

    private static IEnumerable<string> Faults(Caseload caseload, Month month, CaseloadFigures figures) =>
        caseload.FaultsWith(new Dictionary<Month, CaseloadFigures> { [month] = figures }, Month.Of(new DateOnly(2024, 4, 10)))
            .Select(each => $"{each.Month} {each.Fault.Pointer} {each.Fault.Error.Code}");
}
