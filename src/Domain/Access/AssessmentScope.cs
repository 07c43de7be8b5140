using System.Linq.Expressions;

namespace Compliance.Domain.Access;

/// <summary>
/// The assessments on which a caller may use a permission: all of its offices and cycles, or only those assigned to it. Each rule is defined
/// once: the method evaluates it for an object, the expression of the same name in queries.
/// </summary>
/// <param name="Keys">Scopes for any assignee (<see cref="Scope.Key"/>); one text each, because a query cannot compare pairs.</param>
/// <param name="AssignedKeys">Scopes that cover only what is assigned to the caller: those of an assessor, which always name an office.</param>
public sealed record AssessmentScope(bool IsEverything, IReadOnlyList<string> Keys, IReadOnlyList<string> AssignedKeys)
{
    public static readonly Expression<Func<AssessmentScope, string, int, bool, bool>> CoversRule = (scope, office, year, isAssigned) =>
        scope.IsEverything
        || scope.Keys.Contains(office + "/*")
        || scope.Keys.Contains("*/" + year)
        || scope.Keys.Contains(office + "/" + year)
        || (isAssigned && (scope.AssignedKeys.Contains(office + "/*") || scope.AssignedKeys.Contains(office + "/" + year)));

    private static readonly Func<AssessmentScope, string, int, bool, bool> covers = CoversRule.Compile();

    public static AssessmentScope Of(Caller caller, Permission permission)
    {
        var scopes = caller.ScopesOf(permission);

        return new(
            scopes.Contains(Scope.Everything),
            [.. scopes.Select(scope => scope.Key)],
            [.. caller.AssignedScopesOf(permission).Select(scope => scope.Key)]);
    }

    /// <param name="isAssigned">Whether the assessment, or a part of it, is assigned to the caller.</param>
    public bool Covers(string office, int year, bool isAssigned) => covers(this, office, year, isAssigned);
}
