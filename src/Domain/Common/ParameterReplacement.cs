using System.Linq.Expressions;

namespace Compliance.Domain.Common;

/// <summary>Writes other expressions in the place of parameters.</summary>
public sealed class ParameterReplacement(IReadOnlyDictionary<ParameterExpression, Expression> values) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => values.GetValueOrDefault(node, node);
}
