using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

/// <summary>One rule for all that a second person, or the other side, confirms.</summary>
public sealed class SeparationOfDutiesTests
{
    private static readonly AccountId[] people = [.. Enumerable.Range(1, 4).Select(number => AccountId.From(new(number, 0, 0, new byte[8])))];

    [Test]
    public void Whoever_worked_on_it_is_no_second_person()
    {
        SeparationOfDuties.IsSecondPerson(people[0], people[1], null).Should().BeTrue();
        SeparationOfDuties.IsSecondPerson(people[0], people[1], people[0]).Should().BeFalse();
        SeparationOfDuties.IsSecondPerson(people[0]).Should().BeTrue();
    }

    [Test]
    public void Actors_of_the_audit_are_compared_letter_by_letter()
    {
        SeparationOfDuties.IsSecondPerson("account:1", ["account:2", "external:https://issuer#1"]).Should().BeTrue();
        SeparationOfDuties.IsSecondPerson("account:1", ["account:2", "account:1"]).Should().BeFalse();
        SeparationOfDuties.IsSecondPerson("account:a", ["account:A"]).Should().BeTrue();
    }

    [RandomCases(500)]
    public bool Exactly_those_who_did_nothing_of_it_may_confirm_it(byte[] steps, byte who)
    {
        var workers = steps.Select(step => step % 5 == 4 ? default(AccountId?) : people[step % 5]).ToList();
        var person = people[who % 4];

        return SeparationOfDuties.IsSecondPerson(person, workers) == steps.All(step => step % 5 != who % 4);
    }

    [TestCase(Role.Liaison, "14.04", "14.04", true)]
    [TestCase(Role.Liaison, "14.05", "14.04", false)]
    [TestCase(Role.OfficeHead, null, "14.04", false)]
    [TestCase(Role.Liaison, "14.04", null, false)]
    [TestCase(Role.OfficeHead, null, null, true)]
    [TestCase(Role.Administrator, null, null, true)]
    public void A_side_is_an_institution_or_all_offices_together(Role role, string? institution, string? owing, bool own)
    {
        var caller = new Caller(CallerKind.Account, people[0].Value, null, null, [new(role, Institution: institution)], [], []);

        SeparationOfDuties.IsOwnSide(caller, owing).Should().Be(own);
    }
}
