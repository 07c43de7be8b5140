using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;

namespace Compliance.Domain.Tests.Commitments;

public sealed class AgreementHealthTests
{
    private static readonly DateOnly Today = new(2024, 7, 10);

    [Test]
    public void Shares_go_by_weight_over_all_deadlines_together()
    {
        var kept = Promised.Made(Promised.Content with { Weight = 3m });
        kept.Say(Promised.Done());
        kept.Decide(Promised.Accept());
        var late = Promised.Made();
        var later = Promised.Made(Promised.Content with { DueOn = new(2025, 6, 30), Weight = 4m });

        var health = AgreementHealth.Of(Weighed(kept, late, later), [new(2024, 1, 2), null], Today);

        (health.ClosedShare, health.OnTimeShare, health.OverdueDays, health.LongestOverdue, health.LastActivityOn)
            .Should().Be((0.375m, 0.75m, 10, 10, new DateOnly(2024, 3, 1)));
    }

    [Test]
    public void A_commitment_counts_once_however_many_deadlines_it_has()
    {
        var health = AgreementHealth.Of(Weighed(Promised.Made(Promised.Quarterly), Promised.Made(Promised.Content with { DueOn = new(2025, 1, 1) })), [], Today);

        (health.Deadlines.Open, health.Deadlines.Overdue, health.Commitments.Open, health.Commitments.Overdue).Should().Be((3, 2, 1, 1));
        (health.OverdueDays, health.LongestOverdue).Should().Be((101 + 10, 101));
    }

    [Test]
    public void Where_nothing_was_promised_there_are_no_shares()
    {
        var health = AgreementHealth.Of([], [null], Today);

        (health.ClosedShare, health.OnTimeShare, health.OverdueDays, health.LastActivityOn).Should().Be((null, null, 0, null));
    }

    [Test]
    public void Agreements_are_counted_by_status() =>
        AgreementCounts.Of([AgreementStatus.Forming, AgreementStatus.InForce, AgreementStatus.InForce, AgreementStatus.Terminated])
            .Should().Be(new AgreementCounts(1, 0, 2, 0, 0, 0, 1));

    private static List<WeightedDeadline> Weighed(params Commitment[] commitments) =>
        [.. commitments.SelectMany(each => each.Deadlines.Select(deadline => new WeightedDeadline(deadline, each.Weight)))];
}
