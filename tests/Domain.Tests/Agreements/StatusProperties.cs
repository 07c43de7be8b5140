using Compliance.Domain.Agreements;

namespace Compliance.Domain.Tests.Agreements;

/// <summary>What holds for the status of any agreement on any day.</summary>
public sealed class StatusProperties
{
    private static readonly DateOnly first = new(2020, 1, 1);

    [RandomCases(1000)]
    public void It_never_goes_back(byte wait, ushort length, byte? termination, byte? extension, ushort day, ushort later)
    {
        var agreement = Any(wait, length, termination, extension);

        Stage(agreement, first.AddDays(day)).Should().BeLessThanOrEqualTo(Stage(agreement, first.AddDays(day + later)));
    }

    [RandomCases(1000)]
    public void It_is_in_force_within_its_term_and_nowhere_else(byte wait, ushort length, byte? termination, byte? extension, ushort day)
    {
        var agreement = Any(wait, length, termination, extension);
        var on = first.AddDays(day);
        var status = agreement.StatusOn(on, Agreed.Terms);
        var inTerm = agreement.EffectiveFrom <= on && on <= agreement.EffectiveTo && !(agreement.TerminatedOn <= on);

        agreement.IsInForceOn(on).Should().Be(inTerm);
        (agreement.InForce is { } days && days.EffectiveFrom <= on && on <= days.EffectiveTo).Should().Be(inTerm);
        (status is AgreementStatus.InForce or AgreementStatus.Expiring || (status == AgreementStatus.Extended && on <= agreement.EffectiveTo)).Should().Be(inTerm);
    }

    [RandomCases(1000)]
    public void What_is_extended_never_expires_and_what_is_not_is_never_extended(byte wait, ushort length, byte? extension, ushort day)
    {
        var agreement = Any(wait, length, null, extension);
        var status = agreement.StatusOn(first.AddDays(day), Agreed.Terms);

        status.Should().NotBe(agreement.ContinuedOn <= first.AddDays(day) ? AgreementStatus.Expired : AgreementStatus.Extended);
    }

    [RandomCases(500)]
    public void The_three_zones_see_the_same_dates_one_hour_apart(ushort minutes)
    {
        var instant = new DateTimeOffset(2024, 2, 28, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
        var days = new[] { "91", "73", "14" }.Select((office, hours) => Agreed.Forming(office: office).DayOf(instant.AddHours(hours)));

        days.Distinct().Should().ContainSingle();
    }

    private static int Stage(Agreement agreement, DateOnly day) => agreement.StatusOn(day, Agreed.Terms) switch
    {
        AgreementStatus.Forming => 0,
        AgreementStatus.Signed => 1,
        AgreementStatus.InForce => 2,
        AgreementStatus.Expiring => 3,
        AgreementStatus.Expired => 4,
        AgreementStatus.Extended => 5,
        _ => 6,
    };

    /// <summary>Signed on the first day; ends, is terminated and extended so many days later.</summary>
    private static Agreement Any(byte wait, ushort length, byte? termination, byte? extension)
    {
        var from = first.AddDays(wait);
        var agreement = Agreed.Signed(new(first, from, from.AddDays(length)));

        if (extension is { } after)
        {
            var on = first.AddDays(after);
            Agreed.Signed(new(on, on, on), continues: agreement);
        }

        if (termination is { } ended && first.AddDays(ended) <= agreement.EffectiveTo)
        {
            agreement.Terminate(first.AddDays(ended), "Disepakati.");
        }

        return agreement;
    }
}
