using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class CallerTests
{
    private static readonly Guid Self = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly AccountId Other = AccountId.From(Guid.Parse("00000000-0000-7000-8000-000000000002"));

    /// <summary>Every role and permission, in and out of the office and the cycle, assigned to oneself, to another and to nobody.</summary>
    [Test]
    [Combinatorial]
    public void A_caller_acts_within_the_scope_of_its_role(
        [Values] Role role,
        [Values] Permission permission,
        [Values("14", "13")] string office,
        [Values(2025, 2026)] int year,
        [Values("self", "other", "nobody")] string assignee)
    {
        var ofOffice = role is Role.Assessor or Role.OfficeHead;
        var caller = With(new Grant(role, ofOffice ? "14" : null, Cycle: 2026));
        var isInside = year == 2026 && (!ofOffice || office == "14");
        var isItsOwn = role != Role.Assessor || assignee == "self";

        caller.May(permission, office, year, Assignee(assignee)).Should().Be(role.Permissions().Contains(permission) && isInside && isItsOwn);
    }

    [TestCase(2015)]
    [TestCase(2026)]
    [TestCase(2040)]
    public void A_grant_without_a_cycle_counts_in_every_one(int year) =>
        With(new Grant(Role.OfficeHead, "14")).May(Permission.PlanAssessments, "14", year, null).Should().BeTrue();

    [Test]
    public void One_grant_does_not_lend_its_scope_to_another()
    {
        var caller = With(new Grant(Role.OfficeHead, "14"), new Grant(Role.Assessor, "13"));

        caller.May(Permission.PlanAssessments, "13", 2026, null).Should().BeFalse();
        caller.May(Permission.EnterAnswers, "14", 2026, AccountId.From(Self)).Should().BeFalse();
        caller.May(Permission.EnterAnswers, "13", 2026, AccountId.From(Self)).Should().BeTrue();
        caller.ScopesOf(Permission.ReadAssessments).Select(scope => scope.Key).Should().Equal("14/*");
        caller.AssignedScopesOf(Permission.ReadAssessments).Select(scope => scope.Key).Should().Equal("13/*");
    }

    [TestCaseSource(nameof(AllPermissions))]
    public void Nobody_may_nothing_and_the_program_everything(Permission permission)
    {
        Caller.Anonymous.May(permission).Should().BeFalse();
        Caller.Anonymous.May(permission, "14", 2026, null).Should().BeFalse();
        Caller.Anonymous.ScopesOf(permission).Concat(Caller.Anonymous.AssignedScopesOf(permission)).Should().BeEmpty();
        Caller.Program.May(permission).Should().BeTrue();
        Caller.Program.May(permission, "14", 2026, null).Should().BeTrue();
        Caller.Program.ScopesOf(permission).Should().Equal(Scope.Everything);
    }

    [TestCaseSource(nameof(AllPermissions))]
    public void A_key_may_what_it_was_given_and_never_touches_an_assessment(Permission permission)
    {
        var caller = Caller.OfKey(Self, [Permission.ImportResults]);

        caller.May(permission).Should().Be(permission == Permission.ImportResults);
        caller.May(permission, "14", 2026, AccountId.From(Self)).Should().BeFalse();
        caller.ScopesOf(permission).Concat(caller.AssignedScopesOf(permission)).Should().BeEmpty();
    }

    [Test]
    public void Dormant_grants_permit_nothing_and_are_known()
    {
        var caller = new Caller(CallerKind.Account, Self, null, null, [], [new Grant(Role.Administrator)], []);

        caller.May(Permission.ManageUsers).Should().BeFalse();
        caller.ScopesOf(Permission.ReadAssessments).Should().BeEmpty();
        caller.MayWithSecondFactor(Permission.ManageUsers).Should().BeTrue();
        caller.MayWithSecondFactor(Permission.EnterAnswers).Should().BeFalse();
    }

    [Test]
    public void Only_anonymous_is_unknown() =>
        new[] { Caller.Anonymous, Caller.Program, With(), Caller.OfKey(Self, []) }.Select(caller => caller.IsKnown).Should().Equal(false, true, true, true);

    [TestCase(null, null, "*/*", true, true)]
    [TestCase("14", null, "14/*", true, true)]
    [TestCase("13", null, "13/*", false, false)]
    [TestCase(null, 2026, "*/2026", true, false)]
    [TestCase("14", 2026, "14/2026", true, false)]
    [TestCase("14", 2025, "14/2025", false, true)]
    public void A_scope_has_a_key_and_covers_what_the_key_says(string? office, int? year, string key, bool in2026, bool in2025)
    {
        var scope = new Scope(office, year);

        scope.Key.Should().Be(key);
        (scope.Covers("14", 2026), scope.Covers("14", 2025)).Should().Be((in2026, in2025));
    }

    private static AccountId? Assignee(string name) => name switch { "self" => AccountId.From(Self), "other" => Other, _ => null };

    private static Caller With(params Grant[] grants) => new(CallerKind.Account, Self, null, null, grants, [], []);

    private static Permission[] AllPermissions() => Enum.GetValues<Permission>();
}
