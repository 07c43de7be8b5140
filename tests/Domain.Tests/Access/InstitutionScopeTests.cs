using Compliance.Domain.Access;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Access;

public sealed class InstitutionScopeTests
{
    private static readonly Guid Self = Guid.Parse("00000000-0000-7000-8000-000000000001");

    [Test]
    public void Head_office_covers_everything()
    {
        var scope = Of(new Grant(Role.Auditor));

        (scope.IsEverywhere, scope.ActsForOffices).Should().Be((true, true));
        (scope.CoversOffice("14"), scope.Covers(Offices.Head, "ministry"), scope.Covers("11", "11.01")).Should().Be((true, true, true));
        (scope.IsOwn("14.04"), scope.NamesOffice("14"), scope.Names("14", "14.04")).Should().Be((false, false, false));
    }

    [Test]
    public void An_office_covers_the_institutions_that_it_is_responsible_for()
    {
        var scope = Of(new Grant(Role.OfficeHead, "14"));

        (scope.IsEverywhere, scope.ActsForOffices).Should().Be((false, true));
        (scope.CoversOffice("14"), scope.CoversOffice("13"), scope.CoversOffice(null)).Should().Be((true, false, false));
        (scope.Covers("14", "14.04"), scope.Covers("13", "13.71"), scope.Covers("14", null)).Should().Be((true, false, true));
        scope.IsOwn("14.04").Should().BeFalse();
    }

    [Test]
    public void A_liaison_covers_its_own_institution_and_no_office()
    {
        var scope = Of(new Grant(Role.Liaison, null, "14.04"), new Grant(Role.Liaison, null, "14.04", 2026));

        (scope.IsEverywhere, scope.ActsForOffices, scope.CoversOffice("14")).Should().Be((false, false, false));
        (scope.Covers("14", "14.04"), scope.Covers("14", "14.05"), scope.Covers("14", null)).Should().Be((true, false, false));
        (scope.IsOwn("14.04"), scope.IsOwn("14.05"), scope.IsOwn(null)).Should().Be((true, false, false));
        scope.Institutions.Should().Equal("14.04");
    }

    [TestCase("14", "14.04", true)]
    [TestCase("13", "14.04", false)]
    [TestCase(null, "kemlu", false)]
    public void An_institution_is_covered_through_its_office(string? province, string code, bool expected) =>
        Of(new Grant(Role.OfficeHead, "14")).Covers(Institution(province, code)).Should().Be(expected);

    [Test]
    public void Ministries_belong_to_head_office() => Of(new Grant(Role.OfficeHead, Offices.Head)).Covers(Institution(null, "kemlu")).Should().BeTrue();

    [Test]
    public void Without_the_permission_nothing_is_covered()
    {
        var scope = InstitutionScope.Of(With(new Grant(Role.Assessor, "14"), new Grant(Role.MethodOwner), new Grant(Role.Liaison, null, "14.04")), Permission.ManageAgreements);

        (scope.IsEverywhere, scope.Offices.Count, scope.Institutions.Count).Should().Be((false, 0, 0));
        scope.Covers("14", "14.04").Should().BeFalse();
    }

    [Test]
    public void The_program_covers_everything_and_the_public_nothing()
    {
        InstitutionScope.Of(Caller.Program, Permission.ReadFollowUp).Covers("14", "14.04").Should().BeTrue();
        InstitutionScope.Of(Caller.Anonymous, Permission.ReadFollowUp).Covers("14", "14.04").Should().BeFalse();
    }

    private static InstitutionScope Of(params Grant[] grants) => InstitutionScope.Of(With(grants), Permission.ReadFollowUp);

    private static Caller With(params Grant[] grants) => new(CallerKind.Account, Self, null, null, grants, [], []);

    private static Institution Institution(string? province, string code) =>
        new(InstitutionId.From(Guid.CreateVersion7()), code, code, InstitutionKind.Regency, province, null);
}
