using Compliance.Domain.Agreements;

namespace Compliance.Domain.Tests.Agreements;

/// <summary>What the dates of an agreement make of it, on each day on which that changes and on the one before.</summary>
public sealed class StatusTests
{
    private static readonly AgreementPeriod later = new(new(2023, 2, 20), new(2023, 2, 22), new(2028, 2, 21));

    [TestCase("2023-02-19", AgreementStatus.Forming)]
    [TestCase("2023-02-20", AgreementStatus.Signed)]
    [TestCase("2023-02-21", AgreementStatus.Signed)]
    [TestCase("2023-02-22", AgreementStatus.InForce)]
    [TestCase("2027-11-22", AgreementStatus.InForce)]
    [TestCase("2027-11-23", AgreementStatus.Expiring)]
    [TestCase("2028-02-21", AgreementStatus.Expiring)]
    [TestCase("2028-02-22", AgreementStatus.Expired)]
    public void Each_boundary_lies_on_its_day(string day, AgreementStatus status) =>
        Agreed.Signed(later).StatusOn(DayOf(day), Agreed.Terms).Should().Be(status);

    [Test]
    public void Ninety_one_days_before_the_last_one_it_is_in_force_and_ninety_days_before_expiring()
    {
        var agreement = Agreed.Signed(later);

        agreement.StatusOn(later.EffectiveTo.AddDays(-91), Agreed.Terms).Should().Be(AgreementStatus.InForce);
        agreement.StatusOn(later.EffectiveTo.AddDays(-90), Agreed.Terms).Should().Be(AgreementStatus.Expiring);
        agreement.StatusOn(later.EffectiveTo.AddDays(-90), new(ExpiringDays: 89)).Should().Be(AgreementStatus.InForce);
    }

    [TestCase("2024-02-28", AgreementStatus.Expiring)]
    [TestCase("2024-02-29", AgreementStatus.Expiring)]
    [TestCase("2024-03-01", AgreementStatus.Expired)]
    public void A_term_may_end_on_a_leap_day(string day, AgreementStatus status) =>
        Agreed.Signed(new(new(2023, 3, 1), new(2023, 3, 1), new(2024, 2, 29))).StatusOn(DayOf(day), Agreed.Terms).Should().Be(status);

    [TestCase("2025-02-28", AgreementStatus.InForce)]
    [TestCase("2025-03-01", AgreementStatus.Terminated)]
    public void It_is_terminated_from_the_first_day_without_it(string day, AgreementStatus status)
    {
        var agreement = Agreed.Signed(later);
        agreement.Terminate(new(2025, 3, 1), "Disepakati kedua pihak.");

        agreement.StatusOn(DayOf(day), Agreed.Terms).Should().Be(status);
        agreement.IsInForceOn(DayOf(day)).Should().Be(status == AgreementStatus.InForce);
    }

    [TestCase("2027-11-22", AgreementStatus.InForce)]
    [TestCase("2027-12-31", AgreementStatus.Expiring)]
    [TestCase("2028-01-01", AgreementStatus.Extended)]
    [TestCase("2028-02-21", AgreementStatus.Extended)]
    [TestCase("2028-02-22", AgreementStatus.Extended)]
    public void Once_an_extension_is_signed_its_end_is_no_expiry(string day, AgreementStatus status)
    {
        var agreement = Agreed.Signed(later);
        Agreed.Signed(new(new(2028, 1, 1), new(2028, 2, 22), new(2033, 2, 21)), continues: agreement);

        agreement.StatusOn(DayOf(day), Agreed.Terms).Should().Be(status);
    }

    [Test]
    public void An_attempt_that_is_given_up_is_terminated()
    {
        var agreement = Agreed.Forming();
        agreement.StatusOn(Agreed.Today, Agreed.Terms).Should().Be(AgreementStatus.Forming);

        agreement.Terminate(Agreed.Today, "Tidak dilanjutkan.");

        agreement.StatusOn(Agreed.Today, Agreed.Terms).Should().Be(AgreementStatus.Terminated);
        FluentActions.Invoking(() => agreement.Redraft(Agreed.Mou(), null)).Should().Break(AgreementErrors.Terminated);
    }

    /// <summary>The 22nd of February begins at 17, 16 and 15 hours of Greenwich.</summary>
    [TestCase("14", 17)]
    [TestCase("73", 16)]
    [TestCase("91", 15)]
    public void A_day_begins_when_it_begins_at_its_office(string office, int hour)
    {
        var agreement = Agreed.Signed(later, office: office);
        var instant = new DateTimeOffset(2023, 2, 21, hour, 0, 0, TimeSpan.Zero);

        agreement.StatusOn(agreement.DayOf(instant), Agreed.Terms).Should().Be(AgreementStatus.InForce);
        agreement.StatusOn(agreement.DayOf(instant.AddTicks(-1)), Agreed.Terms).Should().Be(AgreementStatus.Signed);
    }

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
