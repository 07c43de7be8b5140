using System.Linq.Expressions;

namespace Compliance.Domain.Access;

/// <summary>
/// The institutions and years for which a caller is a liaison. Each rule is defined once: the method evaluates it for an object,
/// the expression of the same name in queries.
/// </summary>
/// <param name="Keys">Such as <c>14.04/*</c> or <c>14.04/2026</c>; one text, because a query cannot compare pairs.</param>
public sealed record LiaisonScope(IReadOnlyList<string> Keys)
{
    public static readonly Expression<Func<LiaisonScope, string, int, bool>> CoversRule = (scope, institution, year) =>
        scope.Keys.Contains(institution + "/*") || scope.Keys.Contains(institution + "/" + year);

    private static readonly Func<LiaisonScope, string, int, bool> covers = CoversRule.Compile();

    public static LiaisonScope Of(Caller caller) =>
        new([.. caller.Grants.Where(grant => grant.Role == Role.Liaison).Select(grant => new Scope(grant.Institution, grant.Cycle).Key)]);

    public bool Covers(string institution, int year) => covers(this, institution, year);
}
