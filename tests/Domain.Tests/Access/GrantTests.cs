using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class GrantTests
{
    [Test]
    [Combinatorial]
    public void A_grant_names_what_its_role_is_bound_to_and_nothing_else(
        [Values] Role role, [Values(null, "14")] string? office, [Values(null, "14.04")] string? institution)
    {
        var faults = new Grant(role, office, institution).Faults().Select(fault => $"{fault.Pointer} {fault.Error.Code}");

        faults.Should().Equal(Expected(role, office, institution));
    }

    [TestCase(null, true)]
    [TestCase(2008, false)]
    [TestCase(2009, true)]
    [TestCase(2100, true)]
    [TestCase(2101, false)]
    public void The_cycle_is_a_year_of_assessments(int? cycle, bool isRight) =>
        new Grant(Role.Assessor, "14", Cycle: cycle).Faults().Select(fault => $"{fault.Pointer} {fault.Error.Code}")
            .Should().Equal(isRight ? [] : ["/cycle yearOutOfRange"]);

    [Test]
    public void Whoever_belongs_to_no_province_is_assessed_by_head_office() => (Offices.Of(null), Offices.Of("14")).Should().Be(("00", "14"));

    private static IEnumerable<string> Expected(Role role, string? office, string? institution)
    {
        if (role == Role.Integrator)
        {
            yield return "/role integratorsUseKeys";
        }

        if (role is Role.Assessor or Role.OfficeHead && office is null)
        {
            yield return "/office officeNeeded";
        }

        if (role is not (Role.Assessor or Role.OfficeHead) && office is not null)
        {
            yield return "/office officeNotForRole";
        }

        if (role == Role.Liaison && institution is null)
        {
            yield return "/institution institutionNeeded";
        }

        if (role != Role.Liaison && institution is not null)
        {
            yield return "/institution institutionNotForRole";
        }
    }
}
