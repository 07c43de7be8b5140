using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.PublicReports;

/// <summary>What holds for any months.</summary>
public sealed class CaseloadProperties
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Month Latest = new(2030, 1);

    [RandomCases(500, Arbitrary = [typeof(AnyMonths)])]
    public void The_balance_at_the_end_is_all_received_without_all_settled(Recorded recorded) =>
        Record(recorded.Months).Months.Select(month => month.Open).LastOrDefault().Should().Be(recorded.Months.Sum(each => each.Received - each.Settled));

    [RandomCases(500, Arbitrary = [typeof(AnyMonths)])]
    public void The_order_of_recording_changes_nothing(Recorded recorded)
    {
        var backwards = new Caseload(InstitutionId.From(Guid.Empty), []);

        foreach (var (month, figures) in Dated(recorded.Months).Reverse())
        {
            backwards.Put(month, figures, null, Now);
        }

        backwards.Months.Should().Equal(Record(recorded.Months).Months);
    }

    [RandomCases(500, Arbitrary = [typeof(AnyMonths)])]
    public void Months_without_fault_never_owe_a_report_nor_have_more_late_than_there_are(Recorded recorded)
    {
        var faults = new Caseload(InstitutionId.From(Guid.Empty), []).FaultsWith(Dated(recorded.Months).ToDictionary(), Latest);
        var months = Record(recorded.Months).Months;

        (faults.Count == 0).Should().Be(months.All(month => month.Open >= 0 && month.Figures.Over14Days <= month.Figures.Settled + month.Open));
    }

    [RandomCases(500, Arbitrary = [typeof(AnyMonths)])]
    public void A_share_lies_between_0_and_100_and_one_late_report_more_never_lifts_it(Recorded recorded)
    {
        var share = CaseloadSeries.SettledWithin14Days.ValueOver(recorded.Months);
        var later = CaseloadSeries.SettledWithin14Days.ValueOver([.. recorded.Months.Select(month => month with { Over14Days = month.Over14Days + 1 })]);

        (share is null).Should().Be(recorded.Months.All(month => month.Settled == 0));

        if (share is { } value)
        {
            value.Should().BeInRange(0m, 100m);
            later.Should().BeLessThanOrEqualTo(value);
        }
    }

    [RandomCases(500, Arbitrary = [typeof(AnyMonths)])]
    public void A_median_over_months_lies_among_theirs(Recorded recorded)
    {
        if (CaseloadSeries.MedianDays.ValueOver(recorded.Months) is { } median)
        {
            var medians = recorded.Months.Select(month => month.MedianDays).OfType<decimal>().ToList();
            median.Should().BeInRange(medians.Min(), medians.Max());
        }
    }

    private static IEnumerable<KeyValuePair<Month, CaseloadFigures>> Dated(IReadOnlyList<CaseloadFigures> months) =>
        months.Select((figures, index) => KeyValuePair.Create(Month.Of(new DateOnly(2020, 1, 1).AddMonths(index)), figures));

    private static Caseload Record(IReadOnlyList<CaseloadFigures> months)
    {
        var caseload = new Caseload(InstitutionId.From(Guid.Empty), []);

        foreach (var (month, figures) in Dated(months))
        {
            caseload.Put(month, figures, null, Now);
        }

        return caseload;
    }

    public sealed record Recorded(IReadOnlyList<CaseloadFigures> Months)
    {
        public override string ToString() => string.Join(", ", Months);
    }

    private static class AnyMonths
    {
        public static Arbitrary<Recorded> Months() => Arb.From(
            from count in Gen.Choose(0, 8)
            from months in Gen.ArrayOf(Figures(), count)
            select new Recorded(months));

        private static Gen<CaseloadFigures> Figures() =>
            from received in Gen.Choose(0, 12)
            from settled in Gen.Choose(0, 9)
            from tenths in Gen.Choose(0, 600)
            from late in Gen.Choose(0, 8)
            select new CaseloadFigures(received, settled, settled == 0 ? null : tenths / 10m, late);
    }
}
