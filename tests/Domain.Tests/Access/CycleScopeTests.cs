using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class CycleScopeTests
{
    private static readonly Guid Self = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private static TestCaseData[] Scopes =>
    [
        new(Person(new Grant(Role.Verifier)), true, true) { TestName = "{m}(every cycle)" },
        new(Person(new Grant(Role.Verifier, Cycle: 2026)), false, true) { TestName = "{m}(one cycle)" },
        new(Person(new Grant(Role.Verifier, Cycle: 2025), new Grant(Role.Verifier, Cycle: 2026)), true, true) { TestName = "{m}(two cycles)" },
        new(Person(new Grant(Role.Assessor, "14")), false, false) { TestName = "{m}(a role without the permission)" },
        new(Person(), false, false) { TestName = "{m}(no role)" },
        new(Caller.Program, true, true) { TestName = "{m}(the program itself)" },
    ];

    [TestCaseSource(nameof(Scopes))]
    public void A_caller_reaches_the_cycles_of_its_grants_alone_and_in_queries_alike(Caller caller, bool in2025, bool in2026)
    {
        var scope = CycleScope.Of(caller, Permission.ReadSecondScorings);
        var inQueries = scope.Covers<(int Year, string Name)>(row => row.Year).Compile();

        (scope.Covers(2025), scope.Covers(2026)).Should().Be((in2025, in2026));
        (inQueries((2025, "a")), inQueries((2026, "b"))).Should().Be((in2025, in2026));
    }

    private static Caller Person(params Grant[] grants) => new(CallerKind.Account, Self, null, null, grants, [], []);
}
