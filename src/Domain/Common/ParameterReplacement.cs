using System.Linq.Expressions;

namespace Compliance.Domain.Common;

/// <summary>Replaces parameters by other expressions.</summary>
public sealed class ParameterReplacement(IReadOnlyDictionary<ParameterExpression, Expression> values) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => values.GetValueOrDefault(node, node);
}
