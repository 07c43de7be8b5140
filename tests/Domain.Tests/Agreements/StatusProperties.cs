using Compliance.Domain.Agreements;

namespace Compliance.Domain.Tests.Agreements;

/// <summary>What holds for the status of any agreement on any day.</summary>
public sealed class StatusProperties
{
    private static readonly DateOnly first = new(2020, 1, 1);

    private static readonly Dictionary<AgreementStatus, Func<AgreementOnDay, bool>> found =
        Enum.GetValues<AgreementStatus>().ToDictionary(status => status, status => AgreementStatusRule.HasStatus(status).Compile());

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

    /// <summary>The rule stands once for objects and once for queries; at every minute both say the same.</summary>
    [RandomCases(1000)]
    public void Queries_find_it_by_the_status_that_it_says_it_has(byte wait, ushort length, byte? termination, byte? extension, ushort day, ushort minutes, byte office)
    {
        var agreement = Any(wait, length, termination, extension, new[] { "14", "51", "94" }[office % 3]);
        var now = new DateTimeOffset(first.AddDays(day), default, TimeSpan.Zero).AddMinutes(minutes % 1440);
        var row = AgreementStatusRule.OnDay(now, Agreed.Terms).Compile(preferInterpretation: true)(agreement);

        found.Where(pair => pair.Value(row)).Select(pair => pair.Key)
            .Should().Equal(agreement.StatusOn(agreement.DayOf(now), Agreed.Terms));
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
    private static Agreement Any(byte wait, ushort length, byte? termination, byte? extension, string office = "14")
    {
        var from = first.AddDays(wait);
        var agreement = Agreed.Signed(new(first, from, from.AddDays(length)), office: office);

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
