using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);
    private static readonly Grant Assessor = new(Role.Assessor, "14", Cycle: 2026);
    private static readonly Grant Administrator = new(Role.Administrator);

    [Test]
    public void Roles_of_head_office_count_with_a_second_factor_only()
    {
        var account = Invited(Assessor, Administrator);

        account.GrantsIn(secondFactor: false).Should().Equal(Assessor);
        account.GrantsIn(secondFactor: true).Should().Equal(Assessor, Administrator);
    }

    [Test]
    public void Demo_accounts_need_no_second_factor() =>
        Account.Invite(new(Guid.Empty), "a@demo.example", null, [Administrator], Now, isDemo: true).GrantsIn(secondFactor: false).Should().Equal(Administrator);

    [TestCase("14", 2026, true)]
    [TestCase("14", 2025, false)]
    [TestCase("13", 2026, false)]
    public void An_assessor_is_assigned_within_its_grant(string office, int year, bool may) =>
        Invited(Assessor, Administrator).MayBeAssigned(office, year).Should().Be(may);

    [Test]
    public void Only_assessors_are_assigned() => Invited(Administrator, new Grant(Role.OfficeHead, "14")).MayBeAssigned("14", 2026).Should().BeFalse();

    [Test]
    public void Whoever_another_issuer_vouches_for_shows_its_roles_there() =>
        Account.FromIssuer(new(Guid.Empty), "https://issuer.example", "siti", null, null, Now).MayBeAssigned("14", 2026).Should().BeTrue();

    [Test]
    public void Disabled_and_erased_accounts_are_not_assigned()
    {
        var (disabled, erased) = (Invited(Assessor), Account.FromIssuer(new(Guid.Empty), "https://issuer.example", "siti", null, null, Now));
        disabled.Change(null, [Assessor], disabled: true);
        erased.Erase();

        disabled.MayBeAssigned("14", 2026).Should().BeFalse();
        erased.MayBeAssigned("14", 2026).Should().BeFalse();
    }

    [Test]
    public void A_change_counts_a_version_and_enabling_makes_active()
    {
        var account = Invited(Assessor);
        account.Change("Siti", [Administrator], disabled: false);
        (account.Name, account.Status, account.Version).Should().Be(("Siti", AccountStatus.Invited, 2));
        account.Grants.Should().Equal(Administrator);

        account.Change("Siti", [], disabled: true);
        account.Status.Should().Be(AccountStatus.Disabled);
        account.Change("Siti", [], disabled: false);
        (account.Status, account.Version).Should().Be((AccountStatus.Active, 4));
    }

    [Test]
    public void What_names_the_person_is_erased_for_good()
    {
        var account = Account.FromIssuer(new(Guid.Empty), "https://issuer.example", "siti", "Siti@Example.go.id", "Siti", Now);
        account.Erase();

        (account.Email, account.EmailKey, account.Name, account.Subject, account.Status, account.Version)
            .Should().Be((null, null, null, null, AccountStatus.Erased, 2));
        account.Grants.Should().BeEmpty();
        account.Invoking(erased => erased.Erase()).Should().Break(AccessErrors.Erased);
        account.Invoking(erased => erased.Change("Siti", [], disabled: false)).Should().Break(AccessErrors.Erased);
        account.Invoking(erased => erased.Activate()).Should().Break(AccessErrors.Erased);
        account.Invoking(erased => erased.InviteAgain()).Should().Break(AccessErrors.Erased);
    }

    [Test]
    public void Another_issuers_account_has_no_password_to_be_invited_for() =>
        Account.FromIssuer(new(Guid.Empty), "https://issuer.example", "siti", null, null, Now)
            .Invoking(account => account.InviteAgain()).Should().Break(AccessErrors.NoPassword);

    [TestCase(" Siti@Example.GO.id ", "siti@example.go.id")]
    [TestCase(null, null)]
    public void Addresses_are_found_however_they_are_typed(string? typed, string? key) => Account.KeyOf(typed).Should().Be(key);

    private static Account Invited(params Grant[] grants) => Account.Invite(new(Guid.Empty), "siti@example.go.id", "Siti", grants, Now);
}
