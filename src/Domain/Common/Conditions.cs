using System.Linq.Expressions;

namespace Compliance.Domain.Common;

/// <summary>Combines conditions for queries.</summary>
internal static class Conditions
{
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) => one.With(other, Expression.AndAlso);

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) => one.With(other, Expression.OrElse);

    /// <summary>Both conditions must use the same parameter to refer to the same row.</summary>
    private static Expression<Func<T, bool>> With<T>(
        this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other, Func<Expression, Expression, BinaryExpression> join) =>
        Expression.Lambda<Func<T, bool>>(
            join(one.Body, new ParameterReplacement(new Dictionary<ParameterExpression, Expression> { [other.Parameters[0]] = one.Parameters[0] }).Visit(other.Body)),
            one.Parameters);
}
