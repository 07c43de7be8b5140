using System.Linq.Expressions;
using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

/// <summary>
/// In which cycles a caller may do what belongs to head office. The rule is written once: the method decides about a year, the
/// expression about rows of a query.
/// </summary>
/// <param name="Years">The cycles that its grants name one by one.</param>
public sealed record CycleScope(bool IsEverything, IReadOnlyList<int> Years)
{
    private static readonly Expression<Func<CycleScope, int, bool>> coversRule = (scope, year) => scope.IsEverything || scope.Years.Contains(year);

    private static readonly Func<CycleScope, int, bool> covers = coversRule.Compile();

    public static CycleScope Of(Caller caller, Permission permission)
    {
        var scopes = caller.ScopesOf(permission).Where(scope => scope.Office is null or Offices.Head).ToList();

        return new(scopes.Exists(scope => scope.Year is null), [.. scopes.Select(scope => scope.Year).OfType<int>()]);
    }

    public bool Covers(int year) => covers(this, year);

    /// <summary>The condition for rows that belong to a cycle.</summary>
    public Expression<Func<T, bool>> Covers<T>(Expression<Func<T, int>> yearOf)
    {
        var values = new Dictionary<ParameterExpression, Expression>
        {
            [coversRule.Parameters[0]] = Expression.Constant(this),
            [coversRule.Parameters[1]] = yearOf.Body,
        };

        return Expression.Lambda<Func<T, bool>>(new ParameterReplacement(values).Visit(coversRule.Body), yearOf.Parameters);
    }
}
